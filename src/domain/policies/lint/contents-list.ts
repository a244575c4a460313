import { stemmer } from 'stemmer';
import type { Finding } from './finding.ts';
import type { LintDocument, LintLine, LintRule } from './lint-document.ts';

interface Entry {
  readonly number: string;
  /** Stems. */
  readonly words: ReadonlySet<string>;
  readonly printed: string;
}

const beginsAppendix = /^[\s#*|•-]*(Appendix|Annexe?|Schedule) (\d{1,2}|[A-H])\s*(?:$|[:.|–—-]|(?=[A-Z“"(]))/i;

/** A list of contents that disagrees with the headings, and appendices that are named but not there. */
export const contentsList: LintRule = ({ documents }) =>
  documents.flatMap((document) => [...contents(document), ...appendices(document)]);

function contents(document: LintDocument): Finding[] {
  const headings = document.headings.map(({ text }) => toEntry(text));
  const numbered = new Set(document.policy.clauses.flatMap(({ ref }) => ref?.replace(/[.):]+$/, '') ?? []));
  return (document.source?.contents ?? []).flatMap((line): Finding[] => {
    const entry = toEntry(line.text);
    if (entry.words.size === 0 || /^\W*(?:contents|page|table of contents|appendi(?:x|ces))\b/i.test(line.text))
      return [];
    const same = headings.filter(({ words }) => isSameTitle(words, entry.words));
    if (same.some(({ number }) => number === entry.number) || (same.length === 0 && numbered.has(entry.number)))
      return [];
    const heading = same[0] ?? headings.find(({ number }) => /^\d/.test(number) && number === entry.number);
    if (heading)
      return [tell(document, line, `the contents say "${entry.printed}", the heading says "${heading.printed}"`)];
    return [tell(document, line, `"${entry.printed}" is in the contents, but there is no such heading`)];
  });
}

/** "Appendix 3" spoken of anywhere, with no line that begins with it outside the contents. */
function appendices(document: LintDocument): Finding[] {
  const { policy, headings, source } = document;
  const contents = new Set(source?.contents.map(({ line }) => line));
  const lines =
    source?.lines.filter(({ line }) => !contents.has(line)) ?? headings.map(({ text, line }) => ({ text, line }));
  const there = new Set(
    lines.flatMap(({ text }) =>
      text.length < 120 ? (beginsAppendix.exec(text)?.slice(1, 3).join(' ').toLowerCase() ?? []) : [],
    ),
  );
  const named = [...(source?.contents ?? []), ...policy.clauses.map(({ text, line }) => ({ text, line }))];
  const told = new Set<string>();
  return named.flatMap(({ text, line }) =>
    [...text.matchAll(/\b(Appendix|Annexe?|Schedule) (\d{1,2}|[A-H])\b(?! (?:to|of) (?:the|that)\b)/gi)].flatMap(
      ([printed, kind = '', number = '']) => {
        const key = `${kind} ${number}`.toLowerCase();
        if (there.has(key) || told.has(key)) return [];
        told.add(key);
        return [
          {
            rule: 'appendix-missing',
            severity: 'advice' as const,
            file: document.file,
            line,
            message: `${printed} is named, but no heading says ${printed}`,
            why: 'Whoever is sent there finds nothing, or does not see where it begins.',
            todo: `Put "${printed}" over the text that is meant, or take the reference out.`,
          },
        ];
      },
    ),
  );
}

/** "7.1 – Acceptable Use … 8" → 7.1 and "acceptable use". */
function toEntry(text: string): Entry {
  const printed = text
    .replace(/^[\s*•-]+/, '')
    .replace(/(?:\s*[.…]{3,}\s*|\t+\s*)\d{0,3}\s*$/, '')
    .trim();
  const [start = '', number = ''] =
    /^(?:(?:section|part|chapter|appendix)\s+)?((?:\d{1,2}(?:\.\d{1,2})*|[a-h])(?=[\s.):–-]|$))[\s.):–-]*/i.exec(
      printed,
    ) ?? [];
  const words =
    printed
      .slice(start.length)
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[a-z0-9]{2,}/g) ?? [];
  return { number: number.replace(/\.0$/, '').toLowerCase(), words: new Set(words.map(stemmer)), printed };
}

/** Nearly all the words of the shorter one stand in the longer one: "Links with other policies", "Link with policies". */
function isSameTitle(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared > 0 && shared >= 0.75 * Math.min(a.size, b.size);
}

function tell({ file }: LintDocument, { line }: LintLine, message: string): Finding {
  return {
    rule: 'contents-differ',
    severity: 'advice',
    file,
    line,
    message,
    why: 'References by number or heading lead to the wrong place.',
    todo: 'Make the list of contents anew from the headings.',
  };
}
