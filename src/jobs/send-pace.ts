import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import type { SendSlots } from '../domain/delivery/send-slots.ts';
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

/** How long to wait where a counter or the slots cannot be asked. */
const storeAwayMs = 1_000;

/** One after another, faster than slots come free: of many begun at once a dying process would leave each in doubt. */
const apartMs = 30;

/** Leave for one request. */
export interface Leave {
  /** Has to be called once the request was answered, or when it is not made. Never rejects. */
  giveBack(): Promise<void>;
}

/** Keeps what is sent within Teams' limits. */
export interface SendPace {
  /**
   * Waits until one more request may go into the conversation, and counts it. Gives the milliseconds that are left, with
   * nothing to be sent, when that would take longer than `patienceMs`.
   */
  take(conversation: string, patienceMs: number): Promise<Leave | number>;
  /** Waits until one more request may go that belongs to no conversation yet. */
  takeAny(): Promise<Leave>;
}

/**
 * The pace of all who share `slots` and the counters that `limiterFor` makes; `newHolder` gives a name never used before.
 * Rejects when a counter cannot be made. While they cannot be asked (the database is away) nothing is let through.
 */
export async function createSendPace(
  slots: SendSlots,
  { limiterFor, newHolder }: { limiterFor: LimiterFor; newHolder: () => string },
): Promise<SendPace> {
  const conversations = await Promise.all(perConversation.map(limiterFor));
  // One waiter at a time asks, so that the rest do not ask in vain.
  let line: Promise<unknown> = Promise.resolve();
  const takeAny = (): Promise<Leave> => {
    const before = line;
    const mine = before.then(takeSlot);
    line = before.then(() => Promise.all([mine, wait(apartMs)]));
    return mine;
  };

  async function takeSlot(): Promise<Leave> {
    for (;;) {
      const holder = newHolder();
      const taken = await slots.take(holder).catch(() => ({ kind: 'full', waitMs: storeAwayMs }) as const);
      // One that could not be given back is free by itself in time.
      if (taken.kind === 'taken') return { giveBack: () => slots.giveBack(holder).catch(() => undefined) };
      await wait(taken.waitMs);
    }
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
      return takeAny();
    },
  };
}

/** 0 when a point was taken, else the milliseconds until there may be one. */
async function consume(limiter: RateLimiterAbstract, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    return refusal instanceof Error ? storeAwayMs : Math.max(msOf(refusal), 1);
  }
}

function msOf(refusal: unknown): number {
  const ms = typeof refusal === 'object' && refusal && 'msBeforeNext' in refusal ? refusal.msBeforeNext : undefined;
  return typeof ms === 'number' ? ms : 1_000;
}
