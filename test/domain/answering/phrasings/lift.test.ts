import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../../src/domain/answering/answer-question.ts';
import type { AnswerFinder } from '../../../../src/domain/answering/answer.ts';
import { certaintyOf } from '../../../../src/domain/answering/certainty.ts';
import { createAnswerFinder } from '../../../../src/domain/answering/create-answer-finder.ts';
import { liftInto } from '../../../../src/domain/answering/phrasings/lift-into.ts';
import type { Phrasing } from '../../../../src/domain/answering/phrasings/phrasing.ts';
import { School } from '../../../../src/domain/people/school.ts';
import { clauseKey } from '../../../../src/domain/policies/library.ts';
import type { Clause } from '../../../../src/domain/policies/clause.ts';
import type { Policy } from '../../../../src/domain/policies/policy.ts';
import { loadFindingModel } from '../../../../src/models/load-finding-model.ts';
import { projectRoot } from '../../../../src/project-root.ts';
import { readPolicies } from '../../../eval/eval-sets.ts';
import { readQuestions } from '../../../eval/question.ts';
import { policyWith } from '../policy-with.ts';
import { lessons } from './lessons.ts';

const school = School.parse({
  ...{ id: 'hill', name: 'Hill School', timeZone: 'Europe/London' },
  people: [{ id: 'ada', name: 'Ada Marsh', roles: ['head'] }],
});
let policies: readonly Policy[];
let before: AnswerFinder;
let after: AnswerFinder;
const phrasings: Phrasing[] = lessons.map(({ words, clause, says }, line) => ({ words, clause, says, line }));
const finderWith = (some: readonly Phrasing[], those = policies) => createAnswerFinder(those, loadFindingModel(), some);

beforeAll(async () => {
  policies = await readPolicies(join(projectRoot, 'policies', 'marlow-bridge'));
  before = finderWith([]);
  after = finderWith(phrasings);
}, 60_000);

const rankedOf = (finder: AnswerFinder, question: string) => {
  const answer = finder.answer(question);
  return answer.kind === 'quoted' ? [answer.best, ...answer.others] : answer.nearest;
};
const firstOf = (finder: AnswerFinder, question: string) => {
  const [first] = rankedOf(finder, question);
  return first && clauseKey(first.policy, first.clause);
};
const count = (finder: AnswerFinder, questions: readonly string[], clause: string) =>
  questions.filter((question) => firstOf(finder, question) === clause).length;

describe('one phrasing', () => {
  it.each(lessons)('“$words” is quoted to its very words, but not in an emergency', ({ words, clause }) => {
    expect(firstOf(before, words)).not.toBe(clause);
    const answer = after.answer(words.toUpperCase());
    expect(answer).toMatchObject({ kind: 'quoted', best: { score: expect.closeTo(0.84, 9) as number } });
    expect(firstOf(after, words)).toBe(clause);
  });

  it('helps colleagues who ask the same in other words', () => {
    const all = lessons.flatMap(({ asked, clause }) => asked.map((question) => ({ question, clause })));
    const right = (finder: AnswerFinder) =>
      all.filter(({ question, clause }) => firstOf(finder, question) === clause).length;
    expect(all).toHaveLength(34);
    expect(right(before)).toBeLessThanOrEqual(6);
    expect(right(after)).toBeGreaterThanOrEqual(22);
  });

  it.each(lessons)('“$words” lifts its clause for most of them', ({ asked, clause }) => {
    expect(count(after, asked, clause)).toBeGreaterThanOrEqual(asked.length / 2);
    expect(count(after, asked, clause)).toBeGreaterThan(count(before, asked, clause) + 4);
  });

  it('is never put in front of somebody in danger, however alike the words are', () => {
    const policy = policyWith([{ text: 'Ring 999 from any phone.' }]);
    const [clause] = policy.clauses;
    const [phrasing] = phrasings;
    if (!clause || !phrasing) throw new Error('there is none');
    const [lifted] = liftInto([], { policy, clause, phrasing, likeness: 1 });
    const answered = (score: number) =>
      answerQuestion('He is not breathing', {
        library: { school, policies: [policy] },
        finder: { ...after, answer: () => ({ kind: 'quoted', best: { policy, clause, score }, others: [] }) },
        today: '2026-11-20',
      }).map(({ kind }) => kind);
    expect(answered(lifted?.score ?? 1)).toEqual(['safety']);
    expect(answered(1)).toEqual(['safety', 'quoted']);
  });

  it('is a doubtful quote where the words are only alike', () => {
    const [best, ...others] = rankedOf(after, 'is it ok to have a fridge in my room');
    expect(best && certaintyOf(best, others)).toMatch(/^doubtful/);
  });

  it('changes the first clause of no other question of the sample school', () => {
    const taught = new Set(lessons.map(({ clause }) => clause.split('#')[1]));
    const questions = readQuestions(join(projectRoot, 'test', 'eval', 'sample-questions.jsonl'));
    const others = questions.filter(
      ({ gold }) => !gold.some((one) => typeof one === 'string' && taught.has(one.split('#').at(-1))),
    );
    expect(others.length).toBeGreaterThan(340);
    const changed = others.filter(
      ({ q }) => firstOf(before, q) !== firstOf(after, q) || before.answer(q).kind !== after.answer(q).kind,
    );
    expect(changed.map(({ q }) => q)).toEqual([]);
  }, 120_000);

  it('says in the explanation that it lifted the clause, and where it stands', () => {
    const explained = after.explain('may I have a fridge in the classroom for the milk');
    expect(explained.ranked[0]?.reasons[0]).toMatch(
      /^up: the question is \d+ % like “Can I bring a fridge in for my classroom\?”.*phrasings\.yaml, line 0/,
    );
    expect(explained.verdict).toMatch(/^Quoted, \d+ % sure: it is \d+ % like/);
    expect(before.explain('may I have a fridge in the classroom for the milk').verdict).not.toContain('like');
  });
});

describe('a phrasing lifts nothing', () => {
  const words = 'Can I bring a fridge in for my classroom?';
  const [fridge] = phrasings;
  const clause = fridge?.clause ?? '';

  it.each([
    'Who tests my fridge before I bring it in for my classroom?',
    'Can parents bring a fridge in for my classroom?',
    'How often is a fridge in my classroom tested?',
  ])('where something else is asked, or of others: %s', (question) => {
    expect(firstOf(after, question)).toBe(firstOf(before, question));
  });

  it('once its clause, or the line that leads to it, says something else or more, or is gone', () => {
    const whole = policies.flatMap((policy) => policy.clauses.filter((one) => clauseKey(policy, one) === clause))[0];
    const phrasings = [{ words, clause, says: whole?.text ?? '', line: 1 }];
    const changedBy = (change: (one: Clause) => Partial<Clause>) =>
      policies.map((policy) => ({
        ...policy,
        clauses: policy.clauses.map((one) => (clauseKey(policy, one) === clause ? { ...one, ...change(one) } : one)),
      }));
    expect(
      finderWith(
        phrasings,
        changedBy(({ text }) => ({ text: text.toUpperCase() })),
      ).answer(words).kind,
    ).toBe('quoted');
    const changed = [
      changedBy(({ text }) => ({ text: `No longer: ${text}` })),
      changedBy(({ text }) => ({ text: `${text} Kettles are never brought in.` })),
      changedBy(() => ({ leadIn: 'No member of staff may say:' })),
      changedBy(() => ({ column: 'Until 2020' })),
    ];
    const gone = policies.map((policy) => ({
      ...policy,
      clauses: policy.clauses.filter((one) => clauseKey(policy, one) !== clause),
    }));
    for (const those of [...changed, gone]) {
      const [taught, untaught] = [finderWith(phrasings, those), finderWith([], those)];
      expect(taught.answer(words)).toEqual(untaught.answer(words));
    }
  });
});
