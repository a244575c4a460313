import type { LineStyle, SourceLine } from '../source-line.ts';

type Line = Omit<SourceLine, 'number'>;

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/**
 * The lines of the HTML that mammoth makes of a Word file: one a paragraph, heading, list item or table row. It knows
 * mammoth's well-formed output only and is no general HTML reader.
 */
export function walkHtml(html: string): Line[] {
  const lines: Line[] = [];
  const lists: string[] = [];
  const tables: string[][][] = [];
  let text = '';
  let bold = '';
  let strong = 0;
  let style: LineStyle = {};
  let skipping = false;

  const flush = () => {
    const words = text.replace(/[^\S\u00a0\t]+/gu, ' ').trim();
    const cell = tables[0]?.at(-1);
    if (words && cell) cell.push(words);
    else if (words) {
      const prominent = bold.replace(/\s/g, '') === words.replace(/\s/g, '') && !style.heading && !style.title;
      lines.push({ text: words, style: { ...style, ...(prominent ? { prominent } : {}) } });
    }
    [text, bold] = ['', ''];
  };

  for (const [token, close, name = '', attributes = '', words = ''] of html.matchAll(
    /<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/gi,
  )) {
    if (!token.startsWith('<')) {
      if (skipping) continue;
      const plain = decode(words);
      text += plain;
      if (strong > 0) bold += plain;
      continue;
    }
    const opens = close === '';
    if (name === 'a') skipping = opens && /href="#(?:foot|end)note/.test(attributes);
    else if (name === 'strong') strong += opens ? 1 : -1;
    else if (/^(?:p|h[1-6]|li)$/.test(name)) {
      flush();
      style = opens ? styleOf(name, attributes, lists) : lists.length > 0 ? styleOf('li', '', lists) : {};
    } else if (name === 'ul' || name === 'ol') {
      flush();
      if (opens) lists.push(name);
      else lists.pop();
    } else if (name === 'br') flush();
    else if (name === 'table') {
      flush();
      if (opens) tables.push([]);
      else tables.pop();
    } else if (name === 'td' || name === 'th') {
      flush();
      if (opens && tables.length === 1) tables[0]?.push([]);
    } else if (name === 'tr' && tables.length === 1) {
      const cells = tables[0] ?? [];
      if (opens) cells.length = 0;
      else if (cells.some((cell) => cell.length > 0)) {
        lines.push({
          text: cells.map((cell) => cell.join(' ')).join('\t'),
          style: { cells: cells.map((cell) => [...cell]) },
        });
      }
    }
  }
  flush();
  return lines;
}

function styleOf(name: string, attributes: string, lists: readonly string[]): LineStyle {
  if (attributes.includes('class="title"')) return { title: true };
  if (name.startsWith('h')) return { heading: Number(name.slice(1)) };
  if (name === 'li' || lists.length > 0)
    return { item: { depth: Math.max(0, lists.length - 1), ordered: lists.at(-1) === 'ol' } };
  return { startsParagraph: true };
}

function decode(text: string): string {
  return text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole;
    return String.fromCodePoint(name[1] === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1)));
  });
}
