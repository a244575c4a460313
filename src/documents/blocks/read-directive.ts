import type { SourceLine } from '../source-line.ts';
import { cleanText } from './clean-text.ts';
import type { Piece } from './piece.ts';

/**
 * Lines of reStructuredText that are instructions to the typesetter: a directive is furniture (its content is read like
 * any other text), a field list entry (`:Officer: …`) a fact about the document, a footnote a paragraph.
 */
export function readDirective(line: SourceLine, gapBefore: boolean): Piece | undefined {
  const base = { lines: [line.number], indent: 0, gapBefore };
  const footnote = /^\.\.\s+(\[(?:#[\w-]*|\*|\d+|[\w-]+)\])\s+(\S.*)$/.exec(line.text);
  if (footnote) return { ...base, kind: 'text', gapBefore: true, text: cleanText(footnote[2] ?? ''), hardBreak: false };
  if (/^\s*\.\.(?:\s+(?:\S+::.*|_[^:]+:.*|\|[^|]+\|\s+\S+::.*)|\s*)$/.test(line.text))
    return { ...base, kind: 'furniture', text: line.text };
  const field = /^:([\w -]+):\s+(\S.*)$/.exec(line.text);
  return field ? { ...base, kind: 'field', text: `${field[1]}: ${cleanText(field[2] ?? '')}` } : undefined;
}
