import type { SourceLine } from '../source-line.ts';
import type { Piece } from './piece.ts';

const openWord = /(?:^|\s)(?:and|or|of|the|to|a|an|in|for|with|by|at|on|from|that|which|as|is|are|be|their|our|this)$/i;

/** No paragraph of a policy is as long: what goes on beyond it is a damaged or an odd file, read in parts. */
const longest = 6_000;

/**
 * Puts sentences back together that a soft wrap, a page's edge or a blank line cut. `pieces` in order, furniture
 * included; words are only ever joined with one space.
 */
export function rejoin(pieces: readonly Piece[], lines: readonly SourceLine[]): Piece[] {
  const lengths = new Map(lines.map(({ number, text }) => [number, text.trimEnd().length]));
  const width = wrapWidth(lines);
  const joined: Piece[] = [];
  const bridged = new Set<Piece>();
  let last: Piece | undefined;
  let between = 0;
  for (const piece of pieces) {
    if (
      last &&
      mayJoin(last, piece, between, bridged.has(last)) &&
      continues(last, piece, lengths.get(last.lines.at(-1) ?? 0) ?? 0, width)
    ) {
      last.text = `${last.text} ${piece.text}`.trim();
      last.lines.push(...piece.lines);
      if (piece.hardBreak === undefined) delete last.hardBreak;
      else last.hardBreak = piece.hardBreak;
      if (between > 0) bridged.add(last);
      between = 0;
      continue;
    }
    const copy = { ...piece, lines: [...piece.lines] };
    joined.push(copy);
    if (copy.kind === 'furniture') between += copy.text.length + 1;
    else [last, between] = [copy, 0];
  }
  return joined.map((piece) => (isEmpty(piece) ? { ...piece, kind: 'furniture' } : piece));
}

/** A list mark that no words came after. */
function isEmpty({ kind, text, marker }: Piece): boolean {
  return kind === 'item' && text === '' && !marker?.printed;
}

/** A quote may leave out one stretch of page furniture, of at most 400 characters, and stay word for word. */
function mayJoin(last: Piece, next: Piece, between: number, isBridged: boolean): boolean {
  if (next.kind !== 'text' || last.closed || next.closed || last.text.length > longest) return false;
  return between === 0 || (between <= 350 && !isBridged);
}

function continues(last: Piece, next: Piece, lastLength: number, width: number | undefined): boolean {
  if (last.kind !== 'text' && last.kind !== 'item') return false;
  if (last.text === '') return true;
  const lower = /^[\p{Ll},;)\]]/u.test(next.text);
  const ended = /[.?!:;]["'”’)\]]*$/u.test(last.text);
  const open = !ended && (/,$/.test(last.text) || openWord.test(last.text));
  if (next.gapBefore)
    return isBracketOpen(last.text, next.text) || (!ended && lower) || (open && last.text.length > 60);
  if (last.kind === 'item' && next.indent > last.indent && !last.hardBreak) return true;
  if (lower || open || isBracketOpen(last.text, next.text)) return !/:$/.test(last.text) || lower;
  if (/:$/.test(last.text)) return /^<?https?:\S+$/.test(next.text);
  if (last.hardBreak) return false;
  if (!ended && next.indent >= last.indent + 2) return true;
  if (width !== undefined) {
    return lastLength <= width * 1.2 && lastLength + 1 + (next.text.split(' ')[0] ?? '').length >= width * 0.9;
  }
  return last.kind === 'item' && !next.gapBefore && next.indent >= last.indent;
}

/** A bracket that was opened in `before` is closed early in `after`. */
function isBracketOpen(before: string, after: string): boolean {
  const open = (before.match(/\(/g)?.length ?? 0) > (before.match(/\)/g)?.length ?? 0);
  const close = after.indexOf(')');
  return open && close >= 0 && close < 200 && !after.slice(0, close).includes('(');
}

/** The column at which the document's prose is wrapped; undefined where a line is a paragraph. */
function wrapWidth(lines: readonly SourceLine[]): number | undefined {
  const continued = lines
    .filter(({ text }, i) => text.trim() !== '' && /^\s*[\p{Ll}]/u.test(lines[i + 1]?.text ?? ''))
    .map(({ text }) => text.trimEnd().length)
    .sort((a, b) => a - b);
  const width = continued[Math.floor(continued.length * 0.95)] ?? 0;
  if (continued.length < 4 || width > 200 || width < 40) return undefined;
  const longer = lines.filter(
    ({ text, style }) => !style?.cells && !/\.{4}|\t/.test(text) && text.trimEnd().length > width * 1.2,
  ).length;
  if (longer > lines.length / 20) return undefined;
  return continued.filter((length) => length >= width * 0.8).length >= continued.length * 0.6 ? width : undefined;
}
