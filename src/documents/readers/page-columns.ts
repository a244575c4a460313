import type { PrintedText } from './printed-text.ts';
import { printedLines } from './printed-lines.ts';

/**
 * A page's runs column by column. Two columns are taken to be columns of prose, to be read one after the other, only
 * where a gutter near the middle runs beside many full lines; side-by-side cells of a table stay together.
 */
export function columnsOf(texts: readonly PrintedText[]): PrintedText[][] {
  const lines = printedLines(texts);
  const pairs = lines.filter(({ parts }) => parts.length === 2 && parts.every(({ text }) => text.length >= 20));
  if (pairs.length < 12 || pairs.length < lines.length * 0.6) return [[...texts]];
  const leftEnd = Math.max(...pairs.map(({ parts }) => parts[0]?.end ?? 0));
  const rightStart = Math.min(...pairs.map(({ parts }) => parts[1]?.x ?? Infinity));
  const fullness = pairs.filter(
    ({ parts }) => (parts[0]?.end ?? 0) > leftEnd - (leftEnd - (parts[0]?.x ?? 0)) * 0.25,
  ).length;
  if (rightStart <= leftEnd || fullness < pairs.length * 0.7) return [[...texts]];
  const gutter = (leftEnd + rightStart) / 2;
  const top = Math.max(...pairs.map(({ y }) => y));
  const bottom = Math.min(...pairs.map(({ y }) => y));
  const crossing = (text: PrintedText) => text.x < gutter && text.x + text.width > gutter;
  const above = texts.filter((text) => text.y > top + 2 || (crossing(text) && text.y > top));
  const below = texts.filter((text) => text.y < bottom - 2 && crossing(text));
  const body = texts.filter((text) => !above.includes(text) && !below.includes(text));
  return [above, body.filter(({ x }) => x < gutter), body.filter(({ x }) => x >= gutter), below].filter(
    (column) => column.length > 0,
  );
}
