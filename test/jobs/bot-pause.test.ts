import { describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../src/domain/delivery/messenger.ts';
import { createBotPause, type BotPause } from '../../src/jobs/bot-pause.ts';

const sent: SendOutcome = { kind: 'sent', conversationId: 'a:1', activityId: '1' };
const throttled: SendOutcome = { kind: 'retry', code: 'http-429', afterMs: 2_000 };
const now = Date.parse('2026-11-20T10:00:00Z');

function answersOf(pause: BotPause, outcomes: readonly SendOutcome[], at = now): BotPause {
  for (const [n, outcome] of outcomes.entries()) pause.note({ tenantId: 't', objectId: `${n}` }, outcome, at);
  return pause;
}
const of = (count: number, outcome: SendOutcome) => Array.from({ length: count }, () => outcome);
const pauseAfter = (...outcomes: SendOutcome[][]) =>
  answersOf(
    createBotPause(() => 0.5),
    outcomes.flat(),
  );

describe('the whole bot', () => {
  it.each([
    ['two of the first ten', of(8, sent), of(2, throttled)],
    ['three of the first twenty', of(17, sent), of(3, throttled)],
    ['one in twenty of a thousand', of(950, sent), of(50, throttled)],
    ['one in ten of a thousand', of(900, sent), of(100, throttled)],
    ['the first four', [], of(4, throttled)],
  ])('goes on when Teams put off %s', (_, good, put) => {
    const pause = pauseAfter(good, put);
    expect(pause.throttledUntil(now)).toBe(0);
    expect(pause.allowance(now, 0)).toBe(Infinity);
  });

  it.each([
    ['the first five', [], of(5, throttled)],
    ['half of twenty-eight', of(14, sent), of(14, throttled)],
    ['one in seven of a thousand', of(857, sent), of(143, throttled)],
  ])('holds still for as long as it was told when Teams put off %s', (_, good, put) => {
    const pause = pauseAfter(good, put);
    expect(pause.throttledUntil(now)).toBe(now + 2_000);
    expect(pause.allowance(now + 1_999, 0)).toBe(0);
    expect(pause.allowance(now + 2_000, 0)).toBe(Infinity);
  });

  it('forgets what Teams said a minute ago', () => {
    const pause = pauseAfter(of(30, throttled));
    answersOf(pause, of(2, throttled), now + 60_000);
    expect(pause.throttledUntil(now + 60_000)).toBe(0);
  });
});
