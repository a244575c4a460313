import { describe, expect, it } from 'vitest';
import { createAnswerFinder } from '../../../../src/domain/answering/create-answer-finder.ts';
import { attachPhrasing } from '../../../../src/domain/answering/phrasings/attach-phrasing.ts';
import { clauseOfPhrasing } from '../../../../src/domain/answering/phrasings/clause-of-phrasing.ts';
import { parsePhrasings } from '../../../../src/domain/answering/phrasings/parse-phrasings.ts';
import { toEntry } from '../../../../src/domain/answering/phrasings/to-entry.ts';
import { School } from '../../../../src/domain/people/school.ts';
import { loadFindingModel } from '../../../../src/models/load-finding-model.ts';
import { policyWith } from '../policy-with.ts';

const school = School.parse({
  ...{ id: 'hill', name: 'Hill School', timeZone: 'Europe/London' },
  people: [{ id: 'ada', name: 'Ada Marsh', roles: ['head'] }],
});
const policy = policyWith([
  { text: 'Never.' },
  { text: 'ride on the field', leadIn: 'Staff do not:' },
  { text: 'By the gate', leadIn: 'Bicycles are kept:', column: 'At night' },
]);
const attach = (clause: string) =>
  attachPhrasing(
    { meant: `bicycles#${clause}`, words: 'may I ride my bike' },
    { library: { school, policies: [policy] }, today: '2026-11-20', by: school.people[0] },
  );

it('attaches nothing to a clause of another policy than the one that is named', () => {
  const [first] = policy.clauses;
  const numbered = { ...policy, clauses: first ? [{ ...first, ref: '10.6', text: 'Ride with a helmet.' }] : [] };
  const attaching = (meant: string) =>
    attachPhrasing(
      { meant, words: 'may I ride my bike' },
      { library: { school, policies: [numbered] }, today: '2026-11-20', by: school.people[0] },
    ).kind;
  expect(attaching(`${policy.cover.title} 10.6`)).toBe('attached');
  expect(attaching('behaviour helmet 10.6')).toBe('no-clause');
});

describe('what is kept of a clause to which words are attached', () => {
  it.each([
    ['c1', 'Never.'],
    ['c2', 'Staff do not: ride on the field'],
    ['c3', 'Bicycles are kept: At night By the gate'],
  ])('is all that %s says, however short, with what gives it its meaning', (clause, says) => {
    const attached = attach(clause);
    expect(attached).toMatchObject({ kind: 'attached', phrasing: { says } });
    if (attached.kind !== 'attached') return;
    const [phrasing] = parsePhrasings(toEntry(attached.phrasing)).phrasings;
    expect(phrasing && clauseOfPhrasing([policy], phrasing).kind).toBe('in-use');
  });
});

describe('words that never come to the search', () => {
  it.each([
    ['who is the head', 'list of contacts'],
    ['what policies do you have', 'never comes to the search'],
    ['1234 5678', 'never comes to the search'],
    ['est-ce que je peux laisser mon vélo devant la porte de l’école', 'never comes to the search'],
  ])('are not attached, and why is told: “%s”', (words, reason) => {
    const attaching = attachPhrasing(
      { meant: 'bicycles#c1', words },
      { library: { school, policies: [policy] }, today: '2026-11-20', by: school.people[0] },
    );
    expect(attaching).toMatchObject({ kind: 'refused', reason: expect.stringContaining(reason) as string });
  });
});

it('counts words as the same with a greeting before them and thanks after them', () => {
  const library = { school, policies: [policy] };
  const at = { library, today: '2026-11-20', by: school.people[0] };
  const attached = attachPhrasing({ meant: 'bicycles#c1', words: 'Hi, may I ride my bike please?' }, at);
  if (attached.kind !== 'attached') throw new Error(attached.kind);
  const finder = createAnswerFinder([policy], loadFindingModel(), [{ ...attached.phrasing, line: 1 }]);
  expect(finder.answer('may I ride my bike')).toMatchObject({
    kind: 'quoted',
    taught: true,
    best: { clause: { id: 'c1' } },
  });
  const before = attachPhrasing(
    { meant: 'bicycles#c2', words: 'may I ride my bike? thanks' },
    { ...at, library: { ...library, phrasings: [{ ...attached.phrasing, line: 1 }] } },
  );
  expect(before).toMatchObject({ kind: 'before', isSame: false });
});
