import { expect, it } from 'vitest';
import type { Attempt, Delivery } from '../../../src/domain/delivery/delivery.ts';
import { needsSomebody } from '../../../src/domain/delivery/needs-somebody.ts';

const tried = (code: string): Attempt[] => [{ at: '2026-11-20T10:00:00.000Z', outcome: 'refused', code }];
const over = tried('nothing-to-tell');

it.each<[string, Delivery['subject'], Attempt[], boolean]>([
  ['a copy of what was stopped', { kind: 'broadcast', broadcast: 'BC-1', addressee: 'a', round: 1 }, over, false],
  [
    'a copy that Teams refused',
    { kind: 'broadcast', broadcast: 'BC-1', addressee: 'a', round: 1 },
    tried('http-403'),
    true,
  ],
  ['a copy that was never tried', { kind: 'broadcast', broadcast: 'BC-1', addressee: 'a', round: 1 }, [], true],
  ['a signature that was settled', { kind: 'signoff-asked', campaign: 'CA-1', signatory: 's', round: 1 }, over, false],
  [
    'a reminder in whose place nothing is',
    { kind: 'review-settled', duty: 'd', dueOn: '2026-12-18', of: 'o' },
    over,
    false,
  ],
  ['a question that cannot be shown', { kind: 'question-asked', questionId: 'SQ-1' }, over, true],
])('%s: %s', (_, subject, attempts, needs) => {
  expect(needsSomebody({ subject, attempts })).toBe(needs);
});
