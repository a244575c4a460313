import type { LineUse } from './account.ts';
import type { Piece, PieceKind } from './blocks/piece.ts';

const uses: Record<PieceKind, LineUse> = {
  text: 'clause',
  item: 'clause',
  row: 'clause',
  field: 'clause',
  heading: 'heading',
  title: 'front-matter',
  'front-matter': 'front-matter',
  'table-head': 'heading',
  form: 'form',
  furniture: 'furniture',
};

/** What became of each source line; a line that holds a clause counts as one, whatever else it holds. */
export function usesOf(pieces: readonly Piece[]): Map<number, LineUse> {
  const found = new Map<number, LineUse>();
  for (const piece of pieces) {
    for (const line of piece.lines) {
      if (found.get(line) !== 'clause') found.set(line, uses[piece.kind]);
    }
  }
  return found;
}
