import { lastDayOfDate, longDate, printedDates } from './dates.ts';
import type { Finding } from './finding.ts';
import { at, excerpt, type LintDocument, type LintRule } from './lint-document.ts';

const pastEvent = /\b(?:covid(?:[ -]?19)?|coronavirus|pandemic|lockdown)\b/i;
const until =
  /\b(?:until|up to(?: and including)?|ends? on|expires? (?:on|in)|no later than|valid (?:to|until))\s+(?:the\s+)?(?:end of\s+)?$/i;

/** Addenda whose time is over, and passages about an event or up to a day that is past. */
export const endedPassages: LintRule = ({ documents, today }) =>
  documents.flatMap((document) => [...addendum(document, today), ...passages(document, today)]);

function addendum({ policy, file, lineOfKey }: LintDocument, today: string): Finding[] {
  const { amends, effectiveTo, status } = policy.cover;
  const why = 'It is no longer quoted, and whoever finds the file may still follow it.';
  if (status !== 'in-force') return [];
  if (effectiveTo && effectiveTo < today) {
    const message = `its time ended on ${longDate(effectiveTo)}`;
    return [
      {
        rule: 'expired-addendum',
        severity: 'advice',
        file,
        line: lineOfKey('effectiveTo'),
        message,
        why,
        todo: 'Set status to withdrawn, or give it a new last day.',
      },
    ];
  }
  if (amends && !effectiveTo) {
    const message = 'this addendum has no last day';
    return [
      {
        rule: 'endless-addendum',
        severity: 'advice',
        file,
        line: lineOfKey('amends'),
        message,
        why: 'A change without an end belongs in the policy itself.',
        todo: 'Add effectiveTo, or take the change over into the policy.',
      },
    ];
  }
  return [];
}

function passages(document: LintDocument, today: string): Finding[] {
  if (document.policy.cover.effectiveTo) return [];
  const told = new Set<string>();
  return document.policy.clauses.flatMap((clause): Finding[] => {
    const path = clause.headingPath.join(' › ');
    const event = pastEvent.exec(`${path} ${clause.text}`)?.[0];
    const ended = printedDates(clause.text).find(
      (date) => until.test(clause.text.slice(0, clause.text.indexOf(date.printed))) && lastDayOfDate(date) < today,
    );
    if ((!event && !ended) || clause.kind === 'cover' || told.has(path)) return [];
    told.add(path);
    return [
      {
        rule: 'past-event',
        severity: 'advice',
        ...at(document, clause),
        message: ended
          ? `holds up to ${ended.printed}, which is past: "${excerpt(clause.text)}"`
          : `speaks of ${event}: "${excerpt(clause.text)}"`,
        why: 'A rule made for a time that is over is quoted as if it held today.',
        todo: 'Take it out, or move it into an addendum with effectiveFrom and effectiveTo.',
      },
    ];
  });
}
