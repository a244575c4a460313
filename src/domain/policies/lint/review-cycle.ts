import type { Clause } from '../clause.ts';
import { isSameDate, longDate, monthsBetween, printedDates } from './dates.ts';
import type { Finding } from './finding.ts';
import { at, type LintDocument, type LintRule } from './lint-document.ts';

const numbers: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5 };
const slackMonths = 2;

/** Where cover, front matter and text say different things about when the policy was approved and is reviewed. */
export const reviewCycle: LintRule = ({ documents }) =>
  documents.flatMap((document) => [...cycles(document), ...(document.source ? [] : dates(document))]);

function cycles(document: LintDocument): Finding[] {
  const stated = document.policy.clauses.flatMap((clause) => {
    const months = statedMonths(clause);
    return months === undefined ? [] : [{ clause, months }];
  });
  const [first] = stated;
  if (!first) return [];
  const other = stated.find(({ months }) => months !== first.months);
  const why = 'Nobody can say when the next review is really due, and governors are held to the shorter term.';
  if (other) {
    const message = `here the review is ${inWords(other.months)}, but line ${first.clause.line} says ${inWords(first.months)}`;
    return [
      {
        rule: 'review-cycle',
        severity: 'error',
        ...at(document, other.clause),
        message,
        why,
        todo: 'Settle one term and print it in both places.',
      },
    ];
  }
  const { approved, reviewDue } = document.policy.cover;
  if (!approved || !reviewDue) return [];
  const months = monthsBetween(approved, reviewDue);
  if (months <= first.months + slackMonths) return [];
  const message = `the text says ${inWords(first.months)}, but from approval (${longDate(approved)}) to the next review (${longDate(reviewDue)}) are ${months} months`;
  return [
    {
      rule: 'review-cycle',
      severity: 'advice',
      ...at(document, first.clause),
      message,
      why,
      todo: 'Bring the next review forward, or change the term in the text.',
    },
  ];
}

function statedMonths({ text, kind }: Clause): number | undefined {
  const about =
    kind === 'cover' ||
    /\bthis (?:policy|document|code|guidance|agreement)\b|\bpolicy (?:is|will be|should be|must be|be)\b/i.test(text);
  const sentence = text.split(/(?<=[.;])\s+/).find((one) => /\breview(?:ed|s)?\b/i.test(one));
  if (!about || !sentence) return undefined;
  if (/\b(?:annual(?:ly)?|yearly|once a year|each year|every year|every (?:12|twelve) months)\b/i.test(sentence))
    return 12;
  if (/\b(?:biennial(?:ly)?|every (?:other|second) year)\b/i.test(sentence)) return 24;
  const [, count = ''] = /\bevery (one|two|three|four|five|\d) years?\b/i.exec(sentence) ?? [];
  return count ? 12 * (numbers[count.toLowerCase()] ?? Number(count)) : undefined;
}

function inWords(months: number): string {
  return months === 12 ? 'once a year' : `every ${months / 12} years`;
}

function dates(document: LintDocument): Finding[] {
  const { approved, reviewDue } = document.policy.cover;
  const check = (clause: Clause, iso: string | undefined, name: string): Finding[] => {
    const found = printedDates(clause.text);
    if (!iso || found.length !== 1 || found.some((date) => isSameDate(date, iso))) return [];
    return [
      {
        rule: 'review-cycle',
        severity: 'error',
        ...at(document, clause),
        message: `the text says ${found[0]?.printed}, the front matter says ${name}: ${iso}`,
        why: 'The card and the text contradict each other.',
        todo: 'Look up the minutes and correct the wrong one.',
      },
    ];
  };
  return document.policy.clauses
    .filter(({ kind }) => kind === 'cover')
    .flatMap((clause) => {
      if (/\b(?:next|due|to be)\b.*\breview|\breview\w*\b.*\b(?:due|by|next)\b/i.test(clause.text))
        return check(clause, reviewDue, 'reviewDue');
      return /\b(?:approved|adopted)\b/i.test(clause.text) ? check(clause, approved, 'approved') : [];
    });
}
