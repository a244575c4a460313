import type { DeliveryStore } from '../domain/delivery/delivery-store.ts';
import { recipientName, type Delivery } from '../domain/delivery/delivery.ts';
import type { Messenger, SendOutcome } from '../domain/delivery/messenger.ts';
import { holdBack, isSecondCopy, nextStep } from '../domain/delivery/next-step.ts';
import type { Log } from '../log.ts';
import { createBotPause } from './bot-pause.ts';
import { createNap } from './nap.ts';
import type { SendPace } from './send-pace.ts';
import { createSettling } from './settling.ts';

export interface DeliverDeps {
  readonly deliveries: DeliveryStore;
  readonly messenger: Messenger;
  readonly pace: SendPace;
  /** Names this process among all that share the outbox; never used before. */
  readonly holder: string;
  readonly now: () => Date;
  /** In [0, 1). */
  readonly random: () => number;
  readonly log: Log;
}

export interface Delivering {
  /** Looks at the outbox at once: something was just recorded. */
  wake(): void;
  /** Claims no more, puts back what was not sent yet, and resolves when what was being sent is settled, or after 10 s. */
  stop(): Promise<void>;
}

const atOnce = 20;
const pollMs = 1_000;
const stopMs = 10_000;
/** Longer than any try takes: its own waits, opening a chat and sending, 10 s each at most. */
const leaseMs = 30_000;
const sendMs = 21_000;
/** What needs more patience than this is put back. */
const patienceMs = 5_000;

/**
 * Sends what the outbox owes: claims, sends, settles, until it is stopped. Wakes every second and when it is told to.
 * Nobody gets two at a time or out of order. A settlement that the store refuses is tried again before anything else is
 * claimed; a lease that ended makes its try ambiguous. Logs kinds and codes only.
 */
export function startDelivering(deps: DeliverDeps): Delivering {
  const { deliveries, messenger, pace, holder, now, random, log } = deps;
  const pause = createBotPause(random);
  const nap = createNap();
  const settling = createSettling(deliveries, log);
  const underWay = new Map<string, Promise<void>>();
  let stopped = false;
  const ms = () => now().getTime();

  async function round(): Promise<void> {
    if (!(await settling.catchUp())) return;
    await settleLapsed();
    const limit = Math.min(atOnce - underWay.size, pause.allowance(ms(), underWay.size));
    if (limit <= 0 || stopped) return;
    for (const delivery of await deliveries.claim(now().toISOString(), { limit, leaseMs, holder })) start(delivery);
  }

  /** Of what somebody else held, or this process before it was told so: nobody knows whether it was shown. */
  async function settleLapsed(): Promise<void> {
    for (const delivery of await deliveries.lapsed(now().toISOString())) {
      if (underWay.has(delivery.key) || !delivery.lease) continue;
      const outcome: SendOutcome = { kind: 'ambiguous', code: 'lease-ended' };
      await settling.settle(delivery, delivery.lease, nextStep(delivery, outcome, { now: now(), random: random() }));
    }
  }

  function start(delivery: Delivery): void {
    const work = deliver(delivery).finally(() => {
      underWay.delete(delivery.key);
      nap.end();
    });
    underWay.set(delivery.key, work);
  }

  async function deliver(delivery: Delivery): Promise<void> {
    const { to, lease } = delivery;
    if (!lease) return;
    const notBefore = await whenToSend(delivery, lease);
    if (notBefore > 0) return settling.settle(delivery, lease, holdBack(now(), new Date(notBefore)));
    const outcome = await send(delivery);
    const settlement = nextStep(delivery, outcome, { now: now(), random: random() });
    pause.note(to, outcome, ms());
    await settling.settle(delivery, lease, settlement);
  }

  /** 0 when it may be sent this moment, else the instant at which it may be tried. */
  async function whenToSend({ to }: Delivery, lease: { until: string }): Promise<number> {
    const left = await pace.take(recipientName(to), patienceMs);
    if (left > 0) return ms() + left;
    // A process that slept may hold a lease that is no longer its own: it sends nothing then.
    if (stopped || Date.parse(lease.until) - ms() < sendMs) return ms();
    return pause.throttledUntil(ms());
  }

  async function send(delivery: Delivery): Promise<SendOutcome> {
    try {
      return await messenger.send(delivery, { secondCopy: isSecondCopy(delivery) });
    } catch (err) {
      log.error({ kind: delivery.subject.kind, code: 'send-threw', err }, 'a delivery failed in a way that is a bug');
      return { kind: 'ambiguous', code: 'send-threw' };
    }
  }

  async function run(): Promise<void> {
    while (!stopped) {
      try {
        await round();
      } catch (err) {
        log.error({ code: 'outbox-not-read', err }, 'the outbox could not be read; it is tried again');
      }
      if (!stopped) await nap.sleep(pollMs);
    }
  }

  const running = run();
  return {
    wake: () => nap.end(),
    async stop() {
      stopped = true;
      nap.end();
      const ended = running.then(() => Promise.all(underWay.values())).then(() => settling.catchUp());
      let timer: NodeJS.Timeout | undefined;
      const tooLong = new Promise((resolve) => (timer = setTimeout(resolve, stopMs)));
      await Promise.race([ended, tooLong]);
      clearTimeout(timer);
    },
  };
}
