import type { Doubt } from '../account.ts';
import type { Piece } from './piece.ts';

interface Level {
  readonly indent: number;
  readonly kind: string;
  readonly depth: number;
}

/** Gives every list item its depth, from indentation, the kind of its mark and the sense of the item before it. */
export function nestItems(pieces: readonly Piece[]): void {
  let open: Level[] = [];
  let previous: Piece | undefined;
  for (const piece of pieces) {
    if (piece.kind === 'furniture' || piece.kind === 'front-matter' || piece.kind === 'table-head') continue;
    if (piece.kind !== 'item' || isNumberedParagraph(piece)) {
      open = [];
      previous = undefined;
      continue;
    }
    if (piece.depth === undefined) {
      open = place(open, piece, previous);
      piece.depth = open.at(-1)?.depth ?? 0;
      piece.opensList = previous !== undefined && isSecondList(previous, piece);
    } else open = [{ indent: piece.indent, kind: kindOf(piece), depth: piece.depth }];
    previous = piece;
  }
}

/** A paragraph with a number of several parts ("2.4.6") stands by itself and is no list item. */
export function isNumberedParagraph(piece: Piece): boolean {
  return piece.kind === 'item' && piece.marker?.kind === 'deep';
}

/** After a gap, bullets after numbers (or numbers from 1 again) on the outermost level are a list of their own. */
function isSecondList(previous: Piece, piece: Piece): boolean {
  if (!piece.gapBefore || piece.depth !== 0 || previous.depth !== 0) return false;
  const restarts = piece.marker?.value[0] === 1 && previous.marker?.value[0] !== undefined;
  return restarts || kindOf(previous) !== kindOf(piece);
}

function kindOf({ marker }: Piece): string {
  return marker?.kind === 'roman' ? 'letter' : (marker?.kind ?? 'bullet');
}

function place(open: readonly Level[], piece: Piece, previous: Piece | undefined): Level[] {
  const kind = kindOf(piece);
  const here = (depth: number): Level => ({ indent: piece.indent, kind, depth });
  const step = piece.gapBefore ? 1 : 2;
  const kept = open.filter((level) => level.indent <= piece.indent);
  const last = kept.at(-1);
  if (!last) return [here(0)];
  if (piece.indent >= last.indent + step) return [...kept, here(last.depth + 1)];
  const same = kept.findLast((level) => level.kind === kind && piece.indent - level.indent < step);
  if (same) return kept.slice(0, kept.indexOf(same) + 1);
  const opensList = piece.marker?.value[0] === 1 || kind === 'bullet';
  const isLed = /:$/.test(previous?.text ?? '') || !piece.gapBefore;
  if (opensList && isLed) return [...kept, here(last.depth + 1)];
  return [...kept.slice(0, -1), here(last.depth)];
}

/**
 * An item that ends in a colon and is followed by short items on its own level: they are its list, printed flat.
 * They are put one level deeper; each case is a doubt for a person to look at.
 */
export function nestFlatLists(pieces: readonly Piece[], doubts: Doubt[]): void {
  const solid = pieces.filter(({ kind }) => kind !== 'furniture');
  for (let i = 0; i < solid.length; i++) {
    const lead = solid[i];
    if (lead?.kind !== 'item' || !/:$/.test(lead.text) || isNumberedParagraph(lead)) continue;
    const children: Piece[] = [];
    const first = solid[i + 1];
    for (const item of solid.slice(i + 1)) {
      if (item.kind !== 'item' || item.depth !== lead.depth || item.text.length > 160 || /[.:]$/.test(item.text)) break;
      if (isLower(item) !== isLower(first ?? item)) break;
      children.push(item);
    }
    const after = solid[i + 1 + children.length];
    if (children.length < 2 || (after?.kind === 'item' && (after.depth ?? 0) > (lead.depth ?? 0))) continue;
    for (const child of children) child.depth = (child.depth ?? 0) + 1;
    doubts.push({
      line: lead.lines[0] ?? 0,
      message: `the ${children.length} items after "${lead.text.slice(-40)}" are read as its list, though they are printed on its level`,
    });
  }
}

function isLower(piece: Piece): boolean {
  return /^[\p{Ll}\d]/u.test(piece.text);
}
