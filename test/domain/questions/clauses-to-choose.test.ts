import { describe, expect, it } from 'vitest';
import type { AnswerFinder } from '../../../src/domain/answering/answer.ts';
import { School } from '../../../src/domain/people/school.ts';
import { clausesToChoose } from '../../../src/domain/questions/clauses-to-choose.ts';
import { policyWith } from '../answering/policy-with.ts';

const school = School.parse({
  ...{ id: 'hill', name: 'Hill School', timeZone: 'Europe/London' },
  people: [
    { id: 'ada', name: 'Ada Marsh', roles: ['head'] },
    { id: 'tom', name: 'Tom Bellamy', roles: ['dsl'] },
  ],
});
const [, by] = school.people;
const policyOf = (id: string, owner: 'head' | 'dsl') => {
  const policy = policyWith([{ ref: '2.1', text: `What ${id} says.` }]);
  return { ...policy, cover: { ...policy.cover, id, owner } };
};
const policies = [
  ...Array.from({ length: 12 }, (_, at) => policyOf(`of-the-head-${at}`, 'head')),
  policyOf('of-the-dsl', 'dsl'),
];
const ranked = policies.flatMap((policy) => policy.clauses.map((clause) => ({ policy, clause, score: 0 })));
const finder: AnswerFinder = {
  answer: () => ({ kind: 'unsure', nearest: [] }),
  search: (_, most) => ranked.slice(0, most),
  explain: () => ({ question: { words: [], kind: '', concepts: [] }, ranked: [], verdict: '' }),
};
const chosenFrom = (search: string) =>
  clausesToChoose(
    { text: 'may I?', clause: undefined, search },
    { library: { school, policies }, finder, today: '2026-11-20', by },
  ).map(({ policy }) => policy.cover.id);

describe('the clauses to choose from', () => {
  it.each(['', 'bicycles', '2.1'])(
    'are of the chooser’s policies, however many of others are nearer: “%s”',
    (search) => {
      expect(chosenFrom(search)).toEqual(['of-the-dsl']);
    },
  );

  it('are found by their number where the engine finds nothing near', () => {
    const nothing = { ...finder, search: () => [] };
    const input = { text: 'may I?', clause: undefined, search: '2.1' };
    const found = clausesToChoose(input, { library: { school, policies }, finder: nothing, today: '2026-11-20', by });
    expect(found.map(({ policy }) => policy.cover.id)).toEqual(['of-the-dsl']);
  });
});
