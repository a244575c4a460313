import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer, AnswerFinder } from '../../../src/domain/answering/answer.ts';
import { createAnswerFinder } from '../../../src/domain/answering/create-answer-finder.ts';
import { projectRoot } from '../../../src/project-root.ts';
import { policiesToAsk } from '../../../src/tools/ask/policies-to-ask.ts';
import * as sets from './what-matters-questions.ts';
import { loadFindingModel } from '../../../src/models/load-finding-model.ts';

let finder: AnswerFinder;

beforeAll(async () => {
  const school = join(projectRoot, 'policies', 'marlow-bridge');
  const found = await policiesToAsk(school, undefined, new Date('2026-11-20T09:00:00Z'));
  if (found.kind === 'not-found') throw new Error(found.reason);
  finder = createAnswerFinder(found.policies, loadFindingModel());
});

const quoteOf = (answer: Answer): string | undefined =>
  answer.kind === 'quoted' ? answer.best.clause.text : undefined;

function rightOf(questions: readonly sets.MatteringQuestion[]): number {
  return questions.filter(({ q, gold, unsureWillDo }) => {
    const answer = finder.answer(q);
    if (answer.kind === 'unsure') return unsureWillDo || gold.length === 0;
    return gold.includes(answer.best.clause.id);
  }).length;
}

describe('a concern about the one in charge', () => {
  it.each(sets.aboutTheOneInCharge)('is never sent to that very person: “$q”', ({ q }) => {
    expect(quoteOf(finder.answer(q)) ?? 'chair of governors').toMatch(/chair of governors|designated officer/);
  });

  it('is never sent to the safeguarding lead where it is about the safeguarding lead', () => {
    for (const { q } of sets.aboutAnotherInCharge.filter(({ q }) => /dsl|safeguarding lead/i.test(q))) {
      expect(quoteOf(finder.answer(q)) ?? '').not.toMatch(/Designated Safeguarding Lead|Daniel Reid/);
    }
  });
});

// Floors at what was measured: some of these questions are still answered wrongly, and more of them should not be.
describe('the questions that matter', () => {
  it.each([
    ['about the one in charge', sets.aboutTheOneInCharge, 11],
    ['about another in charge', sets.aboutAnotherInCharge, 5],
    ['for the one in charge', sets.toTheOneInCharge, 4],
    ['of what has happened', sets.itHasHappened, 9],
    ['of the rule itself', sets.theRuleItself, 13],
    ['on which the policies are silent', sets.notSaid, 15],
  ])('%s are answered at least as well as they were', (_, questions, floor) => {
    expect(rightOf(questions)).toBeGreaterThanOrEqual(floor);
  });
});
