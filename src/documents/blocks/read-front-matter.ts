import type { SourceLine } from '../source-line.ts';
import type { Piece } from './piece.ts';

/**
 * Front matter of another program at the head of a Markdown file: `title` is the title, every other key with a value
 * stays as a fact about the document. `next` is the index of the first line after it.
 */
export function readFrontMatter(lines: readonly SourceLine[]): { pieces: Piece[]; next: number } {
  if (lines[0]?.text.trim() !== '---') return { pieces: [], next: 0 };
  const end = lines.findIndex((line, index) => index > 0 && line.text.trim() === '---');
  const body = lines.slice(1, Math.max(end, 1));
  if (end < 0 || !body.every(({ text }) => /^\s*$|^[\w-]+\s*:|^\s+\S|^\s*-\s/.test(text)))
    return { pieces: [], next: 0 };
  const pieces = lines.slice(0, end + 1).map(({ number, text }): Piece => {
    const [, key = '', value = ''] = /^([\w-]+)\s*:\s*(.*)$/.exec(text.trim()) ?? [];
    const base = { lines: [number], text: text.trim(), indent: 0, gapBefore: true };
    if (key.toLowerCase() === 'title') return { ...base, kind: 'title', text: value.replace(/^(["'])(.*)\1$/, '$2') };
    if (text.trim() === '---' || text.trim() === '') return { ...base, kind: 'front-matter', text: '' };
    return { ...base, kind: value || !key ? 'field' : 'front-matter' };
  });
  return { pieces, next: end + 1 };
}
