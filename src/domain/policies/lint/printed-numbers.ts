import type { Clause } from '../clause.ts';
import type { Finding } from './finding.ts';
import { at, type LintDocument, type LintRule } from './lint-document.ts';
import { leadPolarity } from './polarity.ts';

interface Numbered {
  readonly parts: readonly number[];
  readonly place: Pick<Finding, 'file' | 'line' | 'clause' | 'ref'>;
  readonly printed: string;
  readonly clause?: Clause;
  readonly heading?: string;
}

/** Numbers as printed: given twice, and left out. Letters and plain list numbers start afresh and are not looked at. */
export const printedNumbers: LintRule = ({ documents }) =>
  documents.flatMap((document) => {
    const numbers = numbersOf(document);
    return [...repeated(numbers), ...skipped(numbers)];
  });

function numbersOf(document: LintDocument): Numbered[] {
  const headings = document.headings.flatMap(({ text, line }): Numbered[] => {
    const [, printed = ''] = /^(?:(?:Section|Part|Chapter)\s+)?(\d{1,2}(?:\.\d{1,3})*)\b(?![/-]\d)/i.exec(text) ?? [];
    return printed ? [{ parts: partsOf(printed), printed, place: { file: document.file, line }, heading: text }] : [];
  });
  const clauses = document.policy.clauses.flatMap((clause): Numbered[] => {
    const [printed] = /^\d{1,2}(?:\.\d{1,3})+/.exec(clause.ref ?? '') ?? [];
    return printed && !clause.binds ? [{ parts: partsOf(printed), printed, place: at(document, clause), clause }] : [];
  });
  return [...headings, ...clauses].sort((a, b) => a.place.line - b.place.line);
}

/** "7.0" is the printed form of 7 in some documents. */
function partsOf(printed: string): number[] {
  const parts = printed.split('.').map(Number);
  return parts.length === 2 && parts[1] === 0 ? parts.slice(0, 1) : parts;
}

function repeated(numbers: readonly Numbered[]): Finding[] {
  return numbers.flatMap((second, i) => {
    const first = numbers.slice(0, i).find(({ parts }) => parts.join('.') === second.parts.join('.'));
    if (!first || !first.clause !== !second.clause) return [];
    const opposite = first.clause && second.clause && leadPolarity(first.clause) !== leadPolarity(second.clause);
    return [
      {
        rule: 'repeated-number',
        severity: 'error' as const,
        ...second.place,
        message: opposite
          ? `${second.printed} is given twice, and the two mean opposite things (first on line ${first.place.line})`
          : `${second.printed} is given twice (first on line ${first.place.line})`,
        why: 'Whoever is told to follow this number cannot know which of the two is meant.',
        todo: 'Renumber one of them. Ids stay as they are.',
      },
    ];
  });
}

function skipped(numbers: readonly Numbered[]): Finding[] {
  const last = new Map<string, number>();
  return numbers.flatMap(({ parts, place, printed, heading }) => {
    const parent = parts.slice(0, -1).join('.');
    const own = parts.at(-1) ?? 0;
    const before = last.get(parent) ?? 0;
    last.set(parent, Math.max(own, before));
    if (own <= before + 1) return [];
    const missing = [...parts.slice(0, -1), before + 1].join('.');
    return [
      {
        rule: 'skipped-number',
        severity: 'advice' as const,
        ...place,
        message: `${heading ? `"${heading}"` : printed} comes where ${missing} is due`,
        why: 'A reader wonders whether a rule was lost, and other documents may still point at it.',
        todo: 'Check that nothing is missing; then renumber, or print the number with "not used".',
      },
    ];
  });
}
