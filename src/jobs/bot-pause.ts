import { recipientName, type Delivery } from '../domain/delivery/delivery.ts';
import type { SendOutcome } from '../domain/delivery/messenger.ts';
import { backOff, retryPlan } from '../domain/delivery/next-step.ts';

/**
 * A share of 429s above this, in the answers of the last minute, says that the bot as a whole is too fast for Teams. It
 * must be above it by two standard deviations: of the first twenty answers two may be 429s by chance, and a bot that held
 * still for them would never get to send the many that show it.
 */
const throttledShare = 0.1;
const deviations = 2;
const minuteMs = 60_000;
/** So many people in a row who could not be reached say that the service is away, not a conversation. */
const unreachedInARow = 5;

/** Whether the whole bot holds still: because Teams says so, or because nobody answers. */
export interface BotPause {
  /** What one try came to. Instants are milliseconds. */
  note(to: Delivery['to'], outcome: SendOutcome, now: number): void;
  /** Nothing is sent before this instant; 0 when nothing holds the bot. */
  throttledUntil(now: number): number;
  /** How many may be sent now while `underWay` are: no limit, none, or a single one that tries whether the service is back. */
  allowance(now: number, underWay: number): number;
}

export function createBotPause(random: () => number): BotPause {
  let answers: { at: number; until: number }[] = [];
  const unreached = new Set<string>();
  let probes = 0;
  let probeAt = 0;

  function throttledUntil(now: number): number {
    answers = answers.filter(({ at }) => now - at < minuteMs);
    const throttled = answers.filter(({ until }) => until > 0);
    const surely = throttled.length - deviations * Math.sqrt(throttled.length);
    if (surely <= throttledShare * answers.length) return 0;
    const until = Math.max(...throttled.map((one) => one.until));
    return until > now ? until : 0;
  }

  return {
    throttledUntil,
    note(to, outcome, now) {
      if (outcome.kind === 'undeliverable') return;
      const isThrottled = outcome.kind === 'retry' && outcome.code === 'http-429';
      const until = isThrottled ? now + (outcome.afterMs ?? retryPlan.firstMs) : 0;
      if (!isAway(outcome)) {
        unreached.clear();
        probes = 0;
        answers.push({ at: now, until });
        return;
      }
      unreached.add(recipientName(to));
      if (unreached.size >= unreachedInARow) probeAt = now + backOff(probes++, random());
    },
    allowance(now, underWay) {
      if (throttledUntil(now) > 0) return 0;
      if (unreached.size < unreachedInARow) return Infinity;
      return underWay === 0 && now >= probeAt ? 1 : 0;
    },
  };
}

/** Not an answer to this one message, but none, or one that the service gives when it cannot work. */
function isAway(outcome: SendOutcome): boolean {
  if (outcome.kind === 'ambiguous') return true;
  return outcome.kind === 'retry' && !['http-429', 'http-412'].includes(outcome.code);
}
