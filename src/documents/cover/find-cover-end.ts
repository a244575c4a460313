import { isTitleLike } from '../blocks/title-like.ts';
import type { Piece } from '../blocks/piece.ts';
import { sectionPrefix } from '../layout/title-key.ts';

/**
 * The index in `pieces` where the document proper starts: what is before is its cover (title, school, dates, people).
 * The cover ends at the contents, at the first heading that its mark-up or number shows, or at the first prose or list.
 */
export function findCoverEnd(pieces: readonly Piece[], contents: ReadonlySet<number>): number {
  const tops = pieces.filter(({ kind, level }) => kind === 'heading' && level === 1);
  const titled = pieces.some(({ kind }) => kind === 'title');
  let words = 0;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece) break;
    if (piece.lines.some((line) => contents.has(line))) return i;
    if (piece.kind === 'title' || piece.kind === 'field' || piece.kind === 'form' || piece.kind === 'furniture')
      continue;
    if (piece.kind === 'front-matter' || piece.kind === 'table-head') continue;
    if (piece.kind === 'heading' && piece === tops[0] && tops.length === 1 && !titled && words === 0) continue;
    const numbered = piece.marker !== undefined || sectionPrefix.test(piece.text);
    if (piece.kind !== 'text' || numbered || isProse(piece.text) || words > 14) return headingBefore(pieces, i);
    words += 1;
  }
  return headingBefore(pieces, pieces.length);
}

/** A short line right before the first prose is its heading, not the cover's last line, unless it is all there is. */
function headingBefore(pieces: readonly Piece[], end: number): number {
  if (pieces[end]?.kind === 'heading') return end;
  for (let i = end - 1; i > 0; i--) {
    const piece = pieces[i];
    if (piece?.kind === 'furniture' || piece?.kind === 'form') continue;
    const others = pieces.slice(0, i).some(({ kind }) => kind === 'text' || kind === 'title');
    const next = pieces[end];
    const short = piece?.kind === 'text' && isTitleLike(piece.text) && !/:\s*\S|\b(?:19|20)\d\d\b/.test(piece.text);
    return short && others && next && (next.gapBefore || next.kind === 'item') ? i : end;
  }
  return end;
}

/** A sentence or more that does not only tell who approved the document and when. */
function isProse(text: string): boolean {
  if (text.length > 200) return true;
  const sentence = /[.!?]["'”’)]*$/.test(text) && text.split(' ').length >= 12;
  return sentence && !/\b(?:adopted|approved|ratified|reviewed|agreed)\b/i.test(text);
}
