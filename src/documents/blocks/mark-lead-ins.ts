import { isNumberedParagraph } from './nest-items.ts';
import type { Piece } from './piece.ts';
import { openEnd } from './title-like.ts';

/** A line that ends in a colon leads in the numbered paragraphs after it; a line without a stop the list after it. */
export function markLeadIns(pieces: readonly Piece[]): void {
  const solid = pieces.filter(({ kind }) => kind !== 'furniture' && kind !== 'front-matter' && kind !== 'table-head');
  solid.forEach((piece, index) => {
    const next = solid[index + 1];
    if (!next || (piece.kind !== 'text' && piece.kind !== 'item')) return;
    const isOpen = !/[.?!;:]["'”’)]*$/.test(piece.text);
    const isItem = piece.kind === 'item' && !isNumberedParagraph(piece);
    const intoNumbers =
      piece.kind === 'text' && /:$/.test(piece.text) && (isNumberedParagraph(next) || next.kind === 'row');
    const intoItems = isOpen && isItem && next.kind === 'item' && (next.depth ?? 0) > (piece.depth ?? 0);
    const intoList =
      openEnd.test(piece.text) && piece.kind === 'text' && next.kind === 'item' && !isNumberedParagraph(next);
    if (intoNumbers || intoItems || (intoList && !numbersFollow(solid, index))) piece.leadsIn = true;
  });
}

/** A numbered paragraph comes before the next heading: an open line must not lead that in too. */
function numbersFollow(solid: readonly Piece[], index: number): boolean {
  const next = solid.slice(index + 1).find((piece) => piece.kind === 'heading' || isNumberedParagraph(piece));
  return next?.kind === 'item';
}
