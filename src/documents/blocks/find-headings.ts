import { sectionPrefix } from '../layout/title-key.ts';
import { isPlainHeading } from './plain-heading.ts';
import { isCapitals, isTitleLike } from './title-like.ts';
import { isSibling } from './marker.ts';
import type { Piece } from './piece.ts';

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
    .filter(
      ({ piece, index }) =>
        index >= from && piece.kind !== 'furniture' && piece.kind !== 'front-matter' && piece.kind !== 'table-head',
    );
  for (let i = solid.length - 1; i >= 0; i--) {
    const at = solid[i];
    if (!at) continue;
    const piece = at.piece;
    const [previous, next, afterNext] = [solid[i - 1]?.piece, solid[i + 1]?.piece, solid[i + 2]?.piece];
    if (!next || piece.closed || (piece.kind !== 'text' && piece.kind !== 'item')) continue;
    const listed = contents.has(key(piece.text));
    if (
      isNumberedHeading(piece, previous, next, listed) ||
      isPlainHeading(piece, { previous, next, afterNext, listed })
    ) {
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
