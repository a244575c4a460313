import { describe, expect, it } from 'vitest';
import { certaintyOf } from '../../../src/domain/answering/certainty.ts';
import { policyWith } from './policy-with.ts';

const policy = policyWith([{ text: 'Keep it switched off.' }, { text: 'Use it in the staffroom.' }]);
const ranked = (score: number, at = 0) => {
  const clause = policy.clauses[at];
  if (!clause) throw new Error('the policy has no such clause');
  return { policy, clause, score };
};

describe('how sure a quote is', () => {
  it.each([
    [0.9, 0.5, 'sure'],
    [0.9, 0.8, 'close'],
    [0.59, 0.1, 'doubtful'],
    [0.5, 0.5, 'doubtful-close'],
  ] as const)('with a score of %d and a second of %d is %s', (first, second, certainty) => {
    expect(certaintyOf(ranked(first), [ranked(second, 1)])).toBe(certainty);
  });

  it('needs no second', () => {
    expect(certaintyOf(ranked(0.9), [])).toBe('sure');
    expect(certaintyOf(ranked(0.5), [])).toBe('doubtful');
  });
});
