/** A policy file taken apart: the lines of the whole file, the front matter's text, and where the body begins. */
export interface SplitFile {
  readonly lines: readonly string[];
  /** Without its `---` lines; undefined where the file does not start with front matter. */
  readonly frontMatter?: string;
  /** 0-based line of the body. */
  readonly bodyStart: number;
}

/** Splits at line ends of any kind; a byte order mark is not part of the first line. */
export function splitFile(markdown: string): SplitFile {
  const lines = markdown.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (lines[0]?.trimEnd() !== '---') return { lines, bodyStart: 0 };
  const end = lines.findIndex((line, i) => i > 0 && line.trimEnd() === '---');
  if (end < 0) return { lines, bodyStart: 0 };
  return { lines, frontMatter: lines.slice(1, end).join('\n'), bodyStart: end + 1 };
}

/** The 1-based line of a front matter key; 1 where it is not written. */
export function lineOfKey(markdown: string, key: string): number {
  const { lines, bodyStart } = splitFile(markdown);
  const at = lines.slice(0, bodyStart).findIndex((line) => line.startsWith(`${key}:`));
  return at < 0 ? 1 : at + 1;
}
