import { lastDayOf, longDate } from './dates.ts';
import type { Finding } from './finding.ts';
import type { LintRule } from './lint-document.ts';

/** Review dates that have passed or are missing, and titles that name years gone by. */
export const reviewDue: LintRule = ({ documents, today }) =>
  documents.flatMap(({ policy, file, source, lineOfKey }): Finding[] => {
    if (policy.cover.status === 'withdrawn') return [];
    const { reviewDue: due, title, effectiveTo } = policy.cover;
    const reviewed = policy.clauses.find(({ kind, text }) => kind === 'cover' && /\breview/i.test(text));
    const place = { file, line: reviewed?.line ?? lineOfKey('reviewDue') };
    const findings: Finding[] = [];
    if (!due && !effectiveTo) {
      findings.push({
        rule: 'review-missing',
        severity: 'advice',
        ...place,
        message: 'there is no date for the next review',
        why: 'Nobody is reminded, and the bot cannot say whether the text is still in date.',
        todo: source
          ? 'Agree a date with the governors and print it on the cover.'
          : 'Add reviewDue to the front matter.',
      });
    } else if (due && due < today) {
      findings.push({
        rule: 'review-overdue',
        severity: 'advice',
        ...place,
        message: `the review was due by ${longDate(due)}`,
        why: 'Staff are held to a text that the governors have not looked at in time; every quotation says so.',
        todo: 'Put it on the agenda of the next meeting, then change approved, reviewDue and version.',
      });
    }
    const [, last = ''] = /\b20\d\d\s*[-–/]\s*((?:20)?\d\d)\b/.exec(title) ?? [];
    const lastYear = last.length === 2 ? `20${last}` : last;
    if (last && lastDayOf(lastYear) < today) {
      findings.push({
        rule: 'title-out-of-date',
        severity: 'advice',
        file,
        line: lineOfKey('title'),
        message: `the title names years that are over: "${title}"`,
        why: 'A reader takes the policy for expired.',
        todo: 'Take the years out of the title; the dates stand on the cover.',
      });
    }
    return findings;
  });
