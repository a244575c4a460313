import type { Answer, Explanation, RankedClause } from '../../domain/answering/answer.ts';
import { dayText } from '../../cards/day-text.ts';
import { certaintyOf, isClose, isDoubtful } from '../../domain/answering/certainty.ts';
import { roleTitles } from '../../domain/people/role.ts';
import { leadInOf } from '../../domain/policies/lead-in-of.ts';
import { itemsLedBy, withoutListed, type LedItem } from '../../domain/policies/led-items.ts';
import { type SchoolLibrary, standingOf } from '../../domain/policies/library.ts';

/**
 * An answer for a person at a terminal: the quotation first, what it leads in below it, then where it stands, then the others in
 * short, but for those that stand in a list above. `today` (YYYY-MM-DD) tells whether a review is overdue.
 */
export function printAnswer(answer: Answer, library: SchoolLibrary | undefined, today: string): string {
  if (answer.kind === 'quoted') {
    const certainty = certaintyOf(answer.best, answer.others);
    const others = notYetQuoted([answer.best, ...answer.others]).slice(1);
    const shown = isClose(certainty) && others[0] === answer.others[0] ? 1 : 0;
    const also = others.slice(shown, 3).flatMap(inShort);
    return [
      ...(isDoubtful(certainty) ? ['This may not answer the question.', ''] : []),
      quotation(answer.best, today),
      ...others.slice(0, shown).flatMap((second) => ['', 'This fits about as well:', quotation(second, today)]),
      ...(also.length > 0 ? ['', 'See also', ...also] : []),
    ].join('\n');
  }
  const [nearest] = answer.nearest;
  const ask = library && nearest ? [`Ask the owner of the nearest policy: ${ownerOf(nearest, library)}.`] : [];
  const near = notYetQuoted(answer.nearest).slice(0, 4).flatMap(inShort);
  return ['The policies do not clearly say.', ...ask, ...(near.length > 0 ? ['', 'Nearest', ...near] : [])].join('\n');
}

/** Why each clause stands where it stands, as a numbered list. */
export function printExplanation({ question, ranked, verdict }: Explanation, quoteOf: (key: string) => string): string {
  const lines = [
    '',
    verdict,
    `Kind of question: ${question.kind}.`,
    `Words that count: ${question.words.join(', ') || 'none'}.`,
    ...(question.concepts.length > 0 ? [`Understood as: ${question.concepts.join(', ')}.`] : []),
  ];
  ranked.forEach(({ key, score, reasons }, at) => {
    lines.push(
      '',
      `${at + 1}. ${key} (${score.toFixed(2)}) “${shorten(quoteOf(key))}”`,
      ...reasons.map((reason) => `   - ${reason}`),
    );
  });
  return lines.join('\n');
}

function quotation({ policy, clause }: RankedClause, today: string): string {
  const { column, ref, text } = clause;
  const leadIn = leadInOf(policy, clause);
  const place = [ref, ...clause.headingPath].filter((part) => part !== undefined).join(', ');
  const { title, version, approved, reviewDue } = policy.cover;
  const dates = [
    `version ${version}`,
    ...(approved ? [`approved ${dayText(approved)}`] : []),
    ...(reviewDue
      ? [`review ${standingOf(policy, today) === 'overdue' ? 'overdue since' : 'due'} ${dayText(reviewDue)}`]
      : []),
  ];
  const label = clause.binds ? [`(This binds ${clause.binds}, not staff.)`] : [];
  return [
    ...(column ? [`[${column}]`] : []),
    ...(leadIn ? [leadIn] : []),
    `“${text}”`,
    ...itemsLedBy(policy, clause).map((item) => itemLine(item, item.clause.text)),
    ...label,
    `— ${title}${place ? `, ${place}` : ''} (${dates.join(', ')})`,
  ].join('\n');
}

/** A clause in a line, and in one each the items that it leads in. */
function inShort({ policy, clause }: RankedClause): string[] {
  const leadIn = leadInOf(policy, clause);
  const lead = leadIn === undefined ? '' : `${shorten(leadIn)} `;
  const place = [policy.cover.title, clause.ref].filter((part) => part !== undefined).join(', ');
  const items = itemsLedBy(policy, clause).map((item) => itemLine(item, shorten(item.clause.text)));
  return [`- ${lead}“${shorten(clause.text)}” (${place})`, ...items];
}

function itemLine({ clause, depth }: LedItem, words: string): string {
  return `${'  '.repeat(depth + 1)}${clause.ref ?? '-'} “${words}”`;
}

/** Without those that stand in the list of one before them. */
function notYetQuoted(ranked: readonly RankedClause[]): RankedClause[] {
  return withoutListed(ranked, ({ policy, clause }) => itemsLedBy(policy, clause).map((item) => item.clause));
}

function ownerOf({ policy }: RankedClause, { school }: SchoolLibrary): string {
  const { owner } = policy.cover;
  const holder = school.people.find(({ roles }) => roles.includes(owner));
  return holder ? `${holder.name} (${roleTitles[owner]})` : `the ${roleTitles[owner]}`;
}

function shorten(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 157).trimEnd()}…`;
}
