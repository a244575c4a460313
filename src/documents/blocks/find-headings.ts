import { sectionPrefix } from '../layout/title-key.ts';
import { isSibling } from './marker.ts';
import type { Piece } from './piece.ts';

const verbs = /\b(?:must|should|shall|will|may|can|cannot|do not|does not|is|are|was|were|has|have|need|needs)\b/i;

/** A line that stops here goes on in what follows: it leads in a list. */
export const openEnd =
  /\b(?:that|to|must|should|will|shall|not|never|the|of|and|or|by|for|with|are|is|be|includes?|including|following)$/i;

/** Short, capital at the start, no full stop, not a sentence and not a name with a year: could be a heading. */
export function isTitleLike(text: string): boolean {
  const words = text.split(' ');
  if (text.length > 90 || words.length > 14 || !/^["'‘“(]?[\p{Lu}\d]/u.test(text)) return false;
  if (/[.,;!…]["'”’]?$/.test(text) || /[.?!]\s+\p{Lu}/u.test(text) || /@|https?:|www\.|\.{3,}|_{3,}/.test(text))
    return false;
  if (/^(?:figure|fig|table|note|nb)\b/i.test(text) && !sectionPrefix.test(text)) return false;
  if (openEnd.test(text)) return false;
  return words.length <= 6 || !verbs.test(text) || text.endsWith('?') || isCapitals(text) || isTitleCase(words);
}

/** Every word that is not a joining word has a capital. */
function isTitleCase(words: readonly string[]): boolean {
  return words.every(
    (word) =>
      /^[^\p{L}]*\p{Lu}/u.test(word) ||
      !/\p{L}/u.test(word) ||
      /^(?:a|an|and|as|at|by|for|from|in|is|of|on|or|the|to|with|are|be|your|our)$/i.test(word),
  );
}

export function isCapitals(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters.length >= 3 && letters === letters.toUpperCase();
}

/**
 * Turns the pieces that can only be headings into headings: numbered titles, "Section 3 - …", capitals and short
 * title lines that stand alone and have something under them. From `from` on; what is before belongs to the cover.
 */
export function findHeadings(
  pieces: Piece[],
  from: number,
  contents: ReadonlySet<string>,
  key: (text: string) => string,
): void {
  const solid = pieces
    .map((piece, index) => ({ piece, index }))
    .filter(({ piece, index }) => index >= from && piece.kind !== 'furniture' && piece.kind !== 'front-matter');
  for (let i = solid.length - 1; i >= 0; i--) {
    const at = solid[i];
    if (!at) continue;
    const piece = at.piece;
    const previous = solid[i - 1]?.piece;
    const next = solid[i + 1]?.piece;
    const afterNext = solid[i + 2]?.piece;
    if (!next || piece.closed || (piece.kind !== 'text' && piece.kind !== 'item')) continue;
    const listed = contents.has(key(piece.text));
    if (isNumberedHeading(piece, previous, next, listed) || isPlainHeading(piece, previous, next, afterNext, listed)) {
      piece.kind = 'heading';
    }
  }
}

function isNumberedHeading(piece: Piece, previous: Piece | undefined, next: Piece, listed: boolean): boolean {
  if (sectionPrefix.test(piece.text)) return !/[.;]$/.test(piece.text) && piece.text.length <= 110;
  const { marker } = piece;
  if (!marker?.printed || !isTitleLike(piece.text)) return false;
  if (isSibling(marker, next.marker) || (isSibling(previous?.marker, marker) && previous?.kind === 'item'))
    return false;
  if (
    next.kind === 'heading' &&
    next.marker &&
    next.marker.value.length <= marker.value.length &&
    next.marker.kind === marker.kind
  )
    return false;
  if (marker.kind === 'letter' || marker.kind === 'roman')
    return (piece.gapBefore || listed) && piece.text.length <= 70 && next.gapBefore;
  return piece.gapBefore || listed || marker.kind === 'deep' || isCapitals(piece.text);
}

function isPlainHeading(
  piece: Piece,
  previous: Piece | undefined,
  next: Piece,
  afterNext: Piece | undefined,
  listed: boolean,
): boolean {
  if (piece.kind !== 'text' || piece.marker || /:$/.test(piece.text)) return false;
  const appendixNext = /^(?:appendix|annexe?)\s+\w{1,2}$/i.test(next.text) && next.kind === 'heading';
  const titled = isTitleLike(piece.text) && (!/:\s*\S/.test(piece.text) || appendixNext || listed);
  if (
    !titled ||
    (/\b(?:19|20)\d\d\b|\(\d+\)/.test(piece.text) && !isCapitals(piece.text) && !piece.prominent && !listed)
  )
    return false;
  if (
    piece.text.split(' ').length > 10 &&
    !isTitleCase(piece.text.split(' ')) &&
    !isCapitals(piece.text) &&
    !piece.prominent &&
    !listed
  )
    return false;
  const stands = piece.gapBefore || previous?.kind === 'heading' || isCapitals(piece.text) || piece.prominent;
  if (!stands || next.kind === 'form') return false;
  if (next.kind === 'heading') return afterNext?.kind !== 'heading' || appendixNext || next.level !== undefined;
  if (next.kind === 'text' && !next.gapBefore && !isCapitals(piece.text) && !piece.prominent)
    return /[.:]$/.test(next.text);
  const opensRun = piece.gapBefore && next.gapBefore && afterNext?.kind === 'text' && !afterNext.gapBefore;
  const nextIsTitle =
    next.kind === 'text' &&
    !next.marker &&
    isTitleLike(next.text) &&
    !/:/.test(next.text) &&
    next.text.split(' ').length <= 10;
  return (
    !nextIsTitle ||
    opensRun ||
    /\b(?:19|20)\d\d\b/.test(next.text) ||
    Boolean(piece.prominent) ||
    isCapitals(piece.text) !== isCapitals(next.text)
  );
}
