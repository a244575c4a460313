import type { Settlement } from './delivery-store.ts';
import type { Attempt, Delivery } from './delivery.ts';
import type { SendOutcome } from './messenger.ts';

/** How long to wait and when to stop. Milliseconds. */
export const retryPlan = {
  /** The first wait; each further one doubles, up to `longestMs`, so that all is tried within a minute of an outage's end. */
  firstMs: 1_000,
  longestMs: 20_000,
  /** Of each wait up to this share is taken off at random, so that what failed together does not come again together. */
  jitter: 0.5,
  /** So long after its first try what is still refused for now counts as undeliverable. */
  giveUpMs: 24 * 3_600_000,
  /** How long after an ambiguous try the second copy is sent. */
  secondCopyMs: 60_000,
  /** The same after the sender died: as long as what it was sending may still be on its way. */
  secondCopyOfDeadMs: 10_000,
} as const;

/**
 * What becomes of a delivery after one try. `random` is in [0, 1). A second copy that is not taken leaves the first as
 * it was: `unknown`, whatever was said to the second.
 */
export function nextStep(
  delivery: Delivery,
  outcome: SendOutcome,
  { now, random }: { now: Date; random: number },
): Settlement {
  const attempt = (code: string): Attempt => ({ at: now.toISOString(), outcome: outcome.kind, code });
  const later = (ms: number) => new Date(now.getTime() + ms).toISOString();
  const mayBeShown = isSecondCopy(delivery);
  switch (outcome.kind) {
    case 'sent': {
      const { conversationId, activityId } = outcome;
      return { attempt: attempt('ok'), state: 'sent', ...(activityId && { message: { conversationId, activityId } }) };
    }
    case 'retry': {
      const tries = delivery.attempts.filter(({ code }) => code !== heldBack);
      // A Retry-After of nothing is as good as none.
      const wait = outcome.afterMs || backOff(tries.length, random);
      const firstTry = Date.parse(tries[0]?.at ?? now.toISOString());
      if (now.getTime() - firstTry < retryPlan.giveUpMs) {
        return { attempt: attempt(outcome.code), state: 'pending', notBefore: later(wait) };
      }
      return { attempt: attempt(outcome.code), state: mayBeShown ? 'unknown' : 'undeliverable' };
    }
    case 'ambiguous':
      return delivery.onAmbiguous === 'send-once-more' && !mayBeShown
        ? { attempt: attempt(outcome.code), state: 'pending', notBefore: later(retryPlan.secondCopyMs) }
        : { attempt: attempt(outcome.code), state: 'unknown' };
    case 'refused':
    case 'undeliverable':
      return { attempt: attempt(outcome.code), state: mayBeShown ? 'unknown' : outcome.kind };
  }
}

/** Whether a try before this one may have been shown, so that this one must be headed "second copy of …". */
export function isSecondCopy({ attempts }: Pick<Delivery, 'attempts'>): boolean {
  return attempts.some(({ outcome }) => outcome === 'ambiguous');
}

/** A wait in milliseconds after `retries` earlier ones: doubling, with jitter. */
export function backOff(retries: number, random: number): number {
  const whole = Math.min(retryPlan.firstMs * 2 ** Math.min(retries, 20), retryPlan.longestMs);
  return Math.round(whole * (1 - retryPlan.jitter * random));
}

/** The code of an attempt that ended before anything was sent: the sender's own limits, its stop or its death. */
export const heldBack = 'held-back';

/**
 * What becomes of a delivery whose sender died with it: nothing was tried when its lease was still waiting, and else
 * nobody knows whether it was shown.
 */
export function takeOver(delivery: Delivery, { now, random }: { now: Date; random: number }): Settlement {
  if (delivery.lease?.waiting) return holdBack(now, now);
  const settlement = nextStep(delivery, { kind: 'ambiguous', code: 'lease-ended' }, { now, random });
  if (settlement.state !== 'pending') return settlement;
  return { ...settlement, notBefore: new Date(now.getTime() + retryPlan.secondCopyOfDeadMs).toISOString() };
}

/** What becomes of a claimed delivery that is not sent now but at `notBefore`. */
export function holdBack(now: Date, notBefore: Date): Settlement {
  const attempt: Attempt = { at: now.toISOString(), outcome: 'retry', code: heldBack };
  return { attempt, state: 'pending', notBefore: notBefore.toISOString() };
}
