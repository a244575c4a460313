import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Attempt, Delivery } from '../../../src/domain/delivery/delivery.ts';
import type { SendOutcome } from '../../../src/domain/delivery/messenger.ts';
import {
  backOff,
  holdBack,
  isSecondCopy,
  nextStep,
  retryPlan,
  takeOver,
} from '../../../src/domain/delivery/next-step.ts';
import { outcomeOfFailure, outcomeOfStatus } from '../../../src/domain/delivery/status-table.ts';

const now = new Date('2026-11-20T10:00:00.000Z');
const delivery = (changes: Partial<Delivery> = {}): Delivery => ({
  key: 'marlow-bridge:question-asked:SQ-7KQ2-M:a1',
  schoolId: 'marlow-bridge',
  subject: { kind: 'question-asked', questionId: 'SQ-7KQ2-M' },
  to: { tenantId: 't', objectId: 'o' },
  onAmbiguous: 'send-once-more',
  state: 'sending',
  notBefore: now.toISOString(),
  createdAt: now.toISOString(),
  attempts: [],
  ...changes,
});
const tried = (outcome: Attempt['outcome'], msAgo = 60_000): Attempt => ({
  at: new Date(now.getTime() - msAgo).toISOString(),
  outcome,
  code: 'http-500',
});
const after = (status: number, options: { body?: string; retryAfter?: string } = {}) => {
  const settlement = nextStep(delivery(), outcomeOfStatus(status, { ...options, now }), { now, random: 0 });
  const waitMs = settlement.notBefore && Date.parse(settlement.notBefore) - now.getTime();
  return { state: settlement.state, outcome: settlement.attempt.outcome, code: settlement.attempt.code, waitMs };
};

describe('each row of Microsoft’s table of status codes', () => {
  test.each([
    [400, 'Bad Argument'],
    [401, 'BotNotRegistered'],
    [404, 'ConversationNotFound'],
    [404, 'ActivityNotFoundInConversation'],
    [413, 'MessageSizeTooBig'],
  ])('%i %s is final', (status, body) => {
    expect(after(status, { body })).toEqual({
      state: 'refused',
      outcome: 'refused',
      code: `http-${status}`,
      waitMs: undefined,
    });
  });

  test.each([
    [
      'BotNotInConversationRoster',
      '{"error":{"code":"BotNotInConversationRoster","message":"The bot is not part of it"}}',
    ],
    ['ConversationBlockedByUser', '{"error":{"code":"ConversationBlockedByUser","message":"User blocked it"}}'],
    ['BotDisabledByAdmin', '{"error":{"code":"BotDisabledByAdmin","message":"The admin disabled this bot"}}'],
    ['MessageWritesBlocked', '{"errorCode":209,"message":"{\\r\\n  \\"subCode\\": \\"MessageWritesBlocked\\"}"}'],
    ['NotEnoughPermissions', '{"error":{"code":"NotEnoughPermissions"}}'],
    ['ForbiddenOperationException', '{"error":{"code":"ForbiddenOperationException"}}'],
    ['InvalidBotApiHost', '{"error":{"code":"InvalidBotApiHost"}}'],
  ])('403 %s is final and keeps its kind', (kind, body) => {
    expect(after(403, { body })).toEqual({
      state: 'refused',
      outcome: 'refused',
      code: `http-403-${kind}`,
      waitMs: undefined,
    });
  });

  test('403 of no known kind is final and says nothing of its words', () => {
    expect(after(403, { body: 'something about Sam' }).code).toBe('http-403');
  });

  test.each([412, 502, 503, 504])('%i is tried again with back-off', (status) => {
    expect(after(status)).toEqual({ state: 'pending', outcome: 'retry', code: `http-${status}`, waitMs: 1_000 });
  });

  test.each([
    ['1', 1_000],
    ['30', 30_000],
    ['120', 120_000],
    ['0', 1_000],
    ['Fri, 20 Nov 2026 10:00:45 GMT', 45_000],
    ['Fri, 20 Nov 2026 09:00:00 GMT', 1_000],
    ['999999999', 24 * 3_600_000],
  ])('429 with Retry-After %s waits that long', (retryAfter, waitMs) => {
    expect(after(429, { retryAfter })).toEqual({ state: 'pending', outcome: 'retry', code: 'http-429', waitMs });
  });

  test.each([undefined, '', 'soon', '-5', '1.5e9x'])('429 with Retry-After %s backs off', (retryAfter) => {
    expect(after(429, retryAfter === undefined ? {} : { retryAfter }).waitMs).toBe(1_000);
  });

  test('500 is ambiguous: one more copy, a minute later', () => {
    expect(after(500)).toEqual({ state: 'pending', outcome: 'ambiguous', code: 'http-500', waitMs: 60_000 });
  });

  test.each([
    [418, 'refused'],
    [307, 'refused'],
    [501, 'ambiguous'],
    [599, 'ambiguous'],
  ])('%i is not in the table: %s', (status, outcome) => {
    expect(after(status).outcome).toBe(outcome);
  });
});

test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENOCONNECT', 'ENOSIGNIN'])(
  '%s: nothing was sent, so it is tried again',
  (code) => {
    expect(outcomeOfFailure(code)).toEqual({ kind: 'retry', code });
  },
);

test.each(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'unknown', 'PARSE_ERROR'])('%s: it may have been shown', (code) => {
  expect(outcomeOfFailure(code)).toEqual({ kind: 'ambiguous', code });
});

describe('what may have been shown', () => {
  const ambiguous: SendOutcome = { kind: 'ambiguous', code: 'ETIMEDOUT' };
  const step = (changes: Partial<Delivery>, outcome: SendOutcome) =>
    nextStep(delivery(changes), outcome, { now, random: 0 });

  test('is never sent again where it is to be left', () => {
    expect(step({ onAmbiguous: 'leave' }, ambiguous).state).toBe('unknown');
  });

  test('is sent once more and not twice, and the second is marked as such', () => {
    expect(isSecondCopy(delivery())).toBe(false);
    expect(isSecondCopy(delivery({ attempts: [tried('retry')] }))).toBe(false);
    const attempts = [tried('ambiguous')];
    expect(isSecondCopy(delivery({ attempts }))).toBe(true);
    expect(step({ attempts }, ambiguous).state).toBe('unknown');
  });

  test('stays a second copy while that is tried again', () => {
    const settlement = step({ attempts: [tried('ambiguous')] }, { kind: 'retry', code: 'http-503' });
    expect(settlement.state).toBe('pending');
    expect(isSecondCopy({ attempts: [tried('ambiguous'), settlement.attempt] })).toBe(true);
  });

  test.each(['refused', 'undeliverable'] as const)('is unknown when its second copy is %s', (kind) => {
    expect(step({ attempts: [tried('ambiguous')] }, { kind, code: 'x' }).state).toBe('unknown');
    expect(step({}, { kind, code: 'x' }).state).toBe(kind);
  });
});

describe('what was held by a sender who died', () => {
  const lease = { holder: 'one', until: now.toISOString() };
  const taken = (changes: Partial<Delivery>) => takeOver(delivery({ lease, ...changes }), { now, random: 0 });

  test('goes out once more, in ten seconds and not in a minute, since nobody waits for an answer', () => {
    const notBefore = '2026-11-20T10:00:10.000Z';
    expect(taken({})).toMatchObject({ state: 'pending', notBefore, attempt: { outcome: 'ambiguous' } });
    expect(taken({ onAmbiguous: 'leave' }).state).toBe('unknown');
    expect(taken({ attempts: [tried('ambiguous')] }).state).toBe('unknown');
  });

  test('was not tried when it was still waiting: it goes out at once, and as the copy that it was', () => {
    const waiting = { lease: { ...lease, waiting: true as const } };
    expect(taken({ ...waiting, onAmbiguous: 'leave' })).toEqual(holdBack(now, now));
    const { attempt } = taken({ ...waiting, attempts: [tried('ambiguous')] });
    expect(isSecondCopy({ attempts: [attempt] })).toBe(false);
    expect(isSecondCopy({ attempts: [tried('ambiguous'), attempt] })).toBe(true);
  });
});

test('24 hours after the first try a delivery is undeliverable, or unknown where it may have been shown', () => {
  const retry: SendOutcome = { kind: 'retry', code: 'http-503' };
  const hours = (count: number) => count * 3_600_000;
  const at = (changes: Partial<Delivery>) => nextStep(delivery(changes), retry, { now, random: 0 }).state;
  expect(at({ attempts: [tried('retry', hours(23.9))] })).toBe('pending');
  expect(at({ attempts: [tried('retry', hours(24))] })).toBe('undeliverable');
  expect(at({ attempts: [tried('ambiguous', hours(24))] })).toBe('unknown');
  // What waited unsent for two days has its 24 hours yet.
  expect(at({ createdAt: '2026-11-18T10:00:00.000Z' })).toBe('pending');
});

test('what was held back was not tried: it costs no patience and no back-off', () => {
  const held = holdBack(now, new Date(now.getTime() + 5_000));
  expect(held).toMatchObject({ state: 'pending', notBefore: '2026-11-20T10:00:05.000Z' });
  const attempts = [{ ...held.attempt, at: '2026-11-18T10:00:00.000Z' }, held.attempt, held.attempt];
  const settlement = nextStep(delivery({ attempts }), { kind: 'retry', code: 'http-503' }, { now, random: 0 });
  expect(settlement).toMatchObject({ state: 'pending', notBefore: '2026-11-20T10:00:01.000Z' });
});

test('back-off doubles up to its longest, with jitter that only shortens it', () => {
  expect([0, 1, 2, 3, 4, 5, 100].map((retries) => backOff(retries, 0))).toEqual([
    1000, 2000, 4000, 8000, 16_000, 20_000, 20_000,
  ]);
  fc.assert(
    fc.property(fc.nat(5_000), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (retries, random) => {
      const wait = backOff(retries, random);
      expect(wait).toBeLessThanOrEqual(retryPlan.longestMs);
      expect(wait).toBeGreaterThanOrEqual(retryPlan.firstMs / 2);
    }),
  );
});

test('whatever the answers, a delivery is sent at most twice where it may have been shown, and ends', () => {
  const outcome = fc.oneof(
    fc.integer({ min: 300, max: 599 }).map((status) => outcomeOfStatus(status, { now })),
    fc.constantFrom('ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT').map(outcomeOfFailure),
    fc.constant<SendOutcome>({ kind: 'sent', conversationId: 'c', activityId: 'm' }),
  );
  fc.assert(
    fc.property(
      fc.array(outcome, { minLength: 60, maxLength: 60 }),
      fc.constantFrom('send-once-more', 'leave'),
      (outcomes, onAmbiguous) => {
        let current = delivery({ onAmbiguous });
        let at = now.getTime();
        let shown = 0;
        for (const one of outcomes) {
          if (current.state !== 'sending') break;
          if (one.kind === 'sent' || one.kind === 'ambiguous') shown++;
          const settlement = nextStep(current, one, { now: new Date(at), random: 0.5 });
          at += 3_600_000;
          const state = settlement.state === 'pending' ? 'sending' : settlement.state;
          current = { ...current, state, attempts: [...current.attempts, settlement.attempt] };
        }
        expect(shown).toBeLessThanOrEqual(onAmbiguous === 'leave' ? 1 : 2);
        expect(current.state).not.toBe('sending');
      },
    ),
  );
});
