import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Limit, LimiterFor } from './send-limiters.ts';
import { wait } from './wait.ts';

/**
 * Teams allows a bot, in one conversation, 7 messages in 1 s, 8 in 2 s, 60 in 30 s and 1,800 in an hour. A counter of
 * fixed windows lets twice its points through around the seam of two windows, so each is half of what is allowed.
 */
const perConversation: readonly Limit[] = [
  { name: 'send1', points: 3, seconds: 1 },
  { name: 'send2', points: 4, seconds: 2 },
  { name: 'send30', points: 30, seconds: 30 },
  { name: 'send3600', points: 900, seconds: 3600 },
];

/** At most 25 a second in all, half of what Teams allows a bot in a tenant: one at a time, 44 ms apart. */
const overall: Limit = { name: 'sendAny', points: 1, seconds: 0.044 };

/** Keeps what is sent within Teams' limits. */
export interface SendPace {
  /**
   * Waits until one more request may go into the conversation, and counts it. Resolves to 0 then; to the milliseconds
   * that are left, with nothing to be sent, when that would take longer than `patienceMs`.
   */
  take(conversation: string, patienceMs: number): Promise<number>;
  /** Waits until one more request may go that belongs to no conversation yet, and counts it. */
  takeAny(): Promise<void>;
}

/** Rejects when a counter cannot be made. Without its counters (the database is away) nothing is let through. */
export async function createSendPace(limiterFor: LimiterFor): Promise<SendPace> {
  const conversations = await Promise.all(perConversation.map(limiterFor));
  const all = await limiterFor(overall);
  // One waiter at a time asks, so that the rest do not ask in vain.
  let line: Promise<void> = Promise.resolve();
  const takeAny = (): Promise<void> => (line = line.then(() => takeFrom(all)));

  async function takeFrom(limiter: RateLimiterAbstract): Promise<void> {
    for (let left = await consume(limiter, 'all'); left > 0; left = await consume(limiter, 'all')) await wait(left);
  }

  return {
    takeAny,
    async take(conversation, patienceMs) {
      let patience = patienceMs;
      // The shortest window first: what a longer one then refuses has cost a point that is soon back.
      for (const limiter of conversations) {
        for (let left = await consume(limiter, conversation); left > 0; left = await consume(limiter, conversation)) {
          if (left > patience) return left;
          patience -= left;
          await wait(left);
        }
      }
      await takeAny();
      return 0;
    },
  };
}

/** 0 when a point was taken, else the milliseconds until there may be one. */
async function consume(limiter: RateLimiterAbstract, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    return refusal instanceof Error ? 1_000 : Math.max(msOf(refusal), 1);
  }
}

function msOf(refusal: unknown): number {
  const ms = typeof refusal === 'object' && refusal && 'msBeforeNext' in refusal ? refusal.msBeforeNext : undefined;
  return typeof ms === 'number' ? ms : 1_000;
}
