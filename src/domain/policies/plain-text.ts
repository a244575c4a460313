type Drop = (from: number, to: number) => void;

interface DelimiterRun {
  readonly start: number;
  readonly mark: string;
  left: number;
  right: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

const whiteSpace = /^\s?$/u;
const punctuation = /[\p{P}\p{S}]/u;

/**
 * The words of one line of Markdown: emphasis marks, code marks, link targets, the brackets of `<url>` and the
 * backslashes of escapes are taken off, white space runs become one space. No word is changed, added or moved.
 */
export function plainText(markdown: string): string {
  if (!/[\\`<[*_]/.test(markdown)) return markdown.replace(/\s+/gu, ' ').trim();
  const dropped: [from: number, to: number][] = [];
  const drop = (from: number, to: number) => dropped.push([from, to]);
  const fixed = markSpans(markdown, drop);
  if (markdown.includes('](')) dropLinks(markdown, fixed, drop);
  if (/[*_]/.test(markdown)) dropEmphasis(delimiterRuns(markdown, fixed), drop);
  let text = '';
  let from = 0;
  for (const [start, end] of dropped.sort((a, b) => a[0] - b[0])) {
    text += markdown.slice(from, start);
    from = end;
  }
  return (text + markdown.slice(from)).replace(/\s+/gu, ' ').trim();
}

/** Escapes, code spans and `<url>`s: what stands in them is no mark. Returns which characters are taken. */
function markSpans(markdown: string, drop: Drop): Uint8Array {
  const fixed = new Uint8Array(markdown.length);
  const spans =
    /\\[!-/:-@[-`{-~]|(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)|<[a-z][a-z0-9+.-]{1,31}:[^\s<>]*>|<[^\s<>@]+@[^\s<>@]+>/giu;
  for (const match of markdown.matchAll(spans)) {
    const [whole, ticks, code] = match;
    const end = match.index + whole.length;
    fixed.fill(1, match.index, end);
    if (whole.startsWith('\\')) drop(match.index, match.index + 1);
    else {
      // A space at both ends of a code span is part of the marks (CommonMark 6.1).
      const padded = code !== undefined && /^ .*[^ ].* $/.test(code);
      const width = (ticks?.length ?? 1) + (padded ? 1 : 0);
      drop(match.index, match.index + width);
      drop(end - width, end);
    }
  }
  return fixed;
}

/** `[words](target)` and `![words](target)` keep their words; the target counts as taken. */
function dropLinks(markdown: string, fixed: Uint8Array, drop: Drop): void {
  const open: number[] = [];
  for (let i = 0; i < markdown.length; i++) {
    if (fixed[i]) continue;
    if (markdown[i] === '[') open.push(i);
    if (markdown[i] !== ']') continue;
    const start = open.pop();
    const target = /^\]\((?:<[^<>]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+"[^"]*")?\)/.exec(markdown.slice(i))?.[0];
    if (start === undefined || !target) continue;
    const first = markdown[start - 1] === '!' && !fixed[start - 1] ? start - 1 : start;
    drop(first, start + 1);
    drop(i, i + target.length);
    fixed.fill(1, i, i + target.length);
    i += target.length - 1;
  }
}

function delimiterRuns(markdown: string, fixed: Uint8Array): DelimiterRun[] {
  const runs: DelimiterRun[] = [];
  for (const match of markdown.matchAll(/\*+|_+/g)) {
    let start = match.index;
    while (fixed[start] && start < match.index + match[0].length) start++;
    const end = match.index + match[0].length;
    if (start === end) continue;
    const before = markdown[start - 1] ?? '';
    const after = markdown[end] ?? '';
    const leftFlanking =
      !whiteSpace.test(after) && (!punctuation.test(after) || whiteSpace.test(before) || punctuation.test(before));
    const rightFlanking =
      !whiteSpace.test(before) && (!punctuation.test(before) || whiteSpace.test(after) || punctuation.test(after));
    const mark = match[0].charAt(0);
    const opens = mark === '*' ? leftFlanking : leftFlanking && (!rightFlanking || punctuation.test(before));
    const closes = mark === '*' ? rightFlanking : rightFlanking && (!leftFlanking || punctuation.test(after));
    runs.push({ start, mark, left: 0, right: end - start, opens, closes });
  }
  return runs;
}

/** Pairs the runs as CommonMark does (6.2, "process emphasis"); a mark without a partner is part of the words. */
function dropEmphasis(runs: DelimiterRun[], drop: Drop): void {
  const size = (run: DelimiterRun) => run.right - run.left;
  const length = new Map(runs.map((run) => [run, size(run)]));
  const active = [...runs];
  for (let c = 0; c < active.length; c++) {
    const closer = active[c];
    if (!closer?.closes) continue;
    for (let o = c - 1; o >= 0 && size(closer) > 0; o--) {
      const opener = active[o];
      if (!opener?.opens || opener.mark !== closer.mark || size(opener) === 0) continue;
      const sum = (length.get(opener) ?? 0) + (length.get(closer) ?? 0);
      const bothThrees = (length.get(opener) ?? 0) % 3 === 0 && (length.get(closer) ?? 0) % 3 === 0;
      if ((opener.closes || closer.opens) && sum % 3 === 0 && !bothThrees) continue;
      const used = size(opener) >= 2 && size(closer) >= 2 ? 2 : 1;
      drop(opener.start + opener.right - used, opener.start + opener.right);
      drop(closer.start + closer.left, closer.start + closer.left + used);
      opener.right -= used;
      closer.left += used;
      active.splice(o + 1, c - o - 1);
      c = o + 1;
      o = c;
    }
  }
}
