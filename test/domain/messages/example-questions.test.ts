import { beforeAll, describe, expect, it } from 'vitest';
import { createAnswerFinder } from '../../../src/domain/answering/create-answer-finder.ts';
import { exampleQuestions } from '../../../src/domain/answering/example-questions.ts';
import type { AnswerFinder } from '../../../src/domain/answering/answer.ts';
import type { Policy } from '../../../src/domain/policies/policy.ts';
import { quotablePolicies } from '../../../src/domain/policies/library.ts';
import { openShelf } from '../../../src/documents/open-shelf.ts';
import { loadFindingModel } from '../../../src/models/load-finding-model.ts';

describe('the questions to try', () => {
  let policies: Policy[];
  let finder: AnswerFinder;
  beforeAll(async () => {
    const [library] = (await openShelf('policies', { watch: false })).schools();
    policies = library ? quotablePolicies(library, '2026-11-20') : [];
    finder = createAnswerFinder(policies, loadFindingModel());
  });

  it('are three for the sample school, answered from three policies', () => {
    const answers = exampleQuestions(finder).map((question) => finder.answer(question));
    const ids = answers.map((answer) => (answer.kind === 'quoted' ? answer.best.policy.cover.id : 'unsure'));
    expect(new Set(ids).size).toBe(3);
    expect(ids).not.toContain('unsure');
  });

  it('are answered by the clauses that answer them', () => {
    const clauses = exampleQuestions(finder).map((question) => {
      const answer = finder.answer(question);
      return [question, answer.kind === 'quoted' ? answer.best.clause.id : 'unsure'];
    });
    expect(clauses).toEqual([
      ['May I take photographs of pupils on my own phone?', 'pq4zjs'],
      ['May I accept a friend request from a pupil?', '4tnmt5'],
      ['Who do I tell if a school laptop is lost or stolen?', 'smfbcg'],
    ]);
  });

  it('are the same each time, also for a search that is made anew', () => {
    expect(exampleQuestions(finder)).toEqual(exampleQuestions(finder));
    expect(exampleQuestions(createAnswerFinder(policies, loadFindingModel()))).toEqual(exampleQuestions(finder));
  });

  it('are none for a school without policies', () => {
    expect(exampleQuestions(createAnswerFinder([], loadFindingModel()))).toEqual([]);
  });
});
