import type { LineProblem } from './problem.ts';

/** A stretch of one line that is a clause's words, with what is written in braces after it. Offsets are in the line. */
export interface Span {
  /** 1-based line in the file. */
  readonly line: number;
  /** The words as Markdown, without the braces. */
  readonly markdown: string;
  readonly id?: string;
  readonly classes: readonly string[];
  /** Where stamping writes an id: after the words, or inside braces that hold a class only. */
  readonly insertAt: number;
  readonly hasBraces: boolean;
}

const braces = /(^|\s+)\{((?:\s*[#.][^\s{}#.]+)+)\s*\}\s*$/;

/** Reads `text`, which starts at column `start` of line `line`: its words, and the id and classes written in braces at its end. */
export function readSpan(text: string, line: number, start: number, problems: LineProblem[]): Span {
  const match = braces.exec(text);
  if (!match) {
    const markdown = text.trimEnd();
    return { line, markdown: markdown.trim(), classes: [], insertAt: start + markdown.length, hasBraces: false };
  }
  const marks = (match[2] ?? '').match(/[#.][^\s{}#.]+/g) ?? [];
  const ids = marks.filter((mark) => mark.startsWith('#')).map((mark) => mark.slice(1));
  const classes = marks.filter((mark) => mark.startsWith('.')).map((mark) => mark.slice(1));
  const [id] = ids;
  if (ids.length > 1) problems.push({ line, message: `two ids in one pair of braces; keep {#${id}}` });
  if (id && !/^[a-z0-9-]+$/.test(id))
    problems.push({
      line,
      message: `the id "${id}" may hold lower-case letters, digits and hyphens only; never change an id that is in use, choose a new one for a new clause`,
    });
  const insertAt = start + match.index + (match[1] ?? '').length + 1;
  return {
    line,
    markdown: text.slice(0, match.index).trim(),
    ...(id ? { id } : {}),
    classes,
    insertAt,
    hasBraces: true,
  };
}
