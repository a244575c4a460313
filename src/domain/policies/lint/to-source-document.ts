import type { Clause } from '../clause.ts';
import type { Policy } from '../policy.ts';
import { readHeadings } from '../read-headings.ts';
import type { LintDocument, LintLine } from './lint-document.ts';

/** What the import made of a line of the source. */
export interface SourceUse extends LintLine {
  readonly as: string;
  readonly page?: number;
}

interface Word {
  readonly word: string;
  readonly line: number;
}

/**
 * A document as the school has it, as the rules see it: `markdown` and `policy` are what the import made of it, and
 * every line is told as the source's. A clause is found in the source by its first words, searched for from the
 * clause before it onwards.
 */
export function toSourceDocument(
  markdown: string,
  policy: Policy,
  file: string,
  source: readonly SourceUse[],
): LintDocument {
  const locate = locator(source);
  const cut = new Map<string, number>();
  const places = [
    ...policy.clauses.map((clause) => ({ line: clause.line, clause, heading: undefined })),
    ...readHeadings(markdown).map((heading) => ({ line: heading.line, clause: undefined, heading })),
  ].sort((a, b) => a.line - b.line);
  const clauses: Clause[] = [];
  const headings: LintDocument['headings'][number][] = [];
  for (const { clause, heading } of places) {
    const found = locate((clause ?? heading)?.text ?? '');
    if (heading) headings.push({ ...heading, line: found.line });
    if (!clause) continue;
    clauses.push({ ...clause, line: found.line });
    const gap = found.lines.find((line, i) => isGap(source, line, found.lines[i + 1]));
    if (gap !== undefined) cut.set(clause.id, gap);
  }
  const titleLine = source.find(({ text }) => text.includes(policy.cover.title))?.line ?? 1;
  const lines = source.map(({ line, text }) => ({ line, text }));
  return {
    policy: { ...policy, clauses },
    file,
    headings,
    links: [],
    lineOfKey: (key) => (key === 'title' ? titleLine : 1),
    unstamped: [],
    source: { lines, contents: contentsOf(source), cut },
  };
}

/** Finds texts in the order of the document; one that was moved is searched for from the start. */
function locator(source: readonly SourceUse[]): (text: string) => { line: number; lines: number[] } {
  const stream: Word[] = source
    .filter(({ as }) => as !== 'furniture')
    .flatMap(({ line, text }) => wordsOf(text).map((word) => ({ word, line })));
  let from = 0;
  return (text) => {
    const words = wordsOf(text);
    const head = words.slice(0, 8);
    const start = [from, 0].map((first) => find(stream, head, first)).find((found) => found >= 0);
    if (start === undefined || words.length === 0) return { line: stream[from]?.line ?? 1, lines: [] };
    if (start >= from) from = start + 1;
    const own = stream.slice(start, start + words.length);
    const whole = own.every(({ word }, i) => word === words[i]);
    return { line: stream[start]?.line ?? 1, lines: whole ? [...new Set(own.map(({ line }) => line))] : [] };
  };
}

function find(stream: readonly Word[], words: readonly string[], from: number): number {
  for (let i = from; i <= stream.length - words.length; i++)
    if (words.every((word, j) => stream[i + j]?.word === word)) return i;
  return -1;
}

function wordsOf(text: string): string[] {
  return (
    text
      .replace(/<[^>]*>/g, ' ')
      .replace(/\\/g, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  );
}

/** Whether empty lines and nothing else part two lines of a source that has no pages. */
function isGap(source: readonly SourceUse[], line: number, next: number | undefined): boolean {
  if (next === undefined || next <= line + 1) return false;
  const between = source.filter((one) => one.line > line && one.line < next);
  return (
    between.length > 0 && between.every(({ as, page }) => (as === 'blank' || as === 'furniture') && page === undefined)
  );
}

/** Runs of furniture that are a list of contents: headed so, or three lines and more of which most begin with a number. */
function contentsOf(source: readonly SourceUse[]): LintLine[] {
  const runs: LintLine[][] = [];
  let inRun = false;
  for (const { as, line, text } of source) {
    if (as === 'blank') continue;
    if (as === 'furniture' && inRun) runs.at(-1)?.push({ line, text });
    else if (as === 'furniture') runs.push([{ line, text }]);
    inRun = as === 'furniture';
  }
  return runs.filter(isContents).flat();
}

function isContents(run: readonly LintLine[]): boolean {
  const numbered = run.filter(({ text }) =>
    /^[\s*•-]*(?:(?:section|part|chapter|appendix)\s+)?(?:\d|[a-h][.)])/i.test(text),
  );
  return (
    run.some(({ text }) => /^\W*(?:table of )?contents\b/i.test(text)) ||
    (run.length >= 3 && numbered.length > run.length / 2)
  );
}
