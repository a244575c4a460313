import type { Piece } from './piece.ts';

/** A name or a word alone between two lines to fill in was filled in: it belongs to the form. */
export function keepFormsTogether(pieces: readonly Piece[]): void {
  const solid = pieces.filter(({ kind }) => kind !== 'furniture');
  solid.forEach((piece, index) => {
    const beside = [solid[index - 1], solid[index + 1]];
    const enclosed = beside.every((other) => other?.kind === 'form' || other?.kind === 'field');
    if (
      piece.kind === 'text' &&
      piece.text.split(' ').length <= 4 &&
      enclosed &&
      beside.some((other) => other?.kind === 'form')
    ) {
      piece.kind = 'form';
    }
  });
}
