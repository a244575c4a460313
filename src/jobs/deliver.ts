import type { DeliveryStore } from '../domain/delivery/delivery-store.ts';
import { recipientName, type Delivery } from '../domain/delivery/delivery.ts';
import type { Messenger, SendOutcome } from '../domain/delivery/messenger.ts';
import { holdBack, isSecondCopy, nextStep, takeOver } from '../domain/delivery/next-step.ts';
import type { Log } from '../log.ts';
import { createBotPause } from './bot-pause.ts';
import { keepLeases } from './keep-leases.ts';
import { createLeaseWatch } from './lease-watch.ts';
import { createNap } from './nap.ts';
import type { Leave, SendPace } from './send-pace.ts';
import { createSettling, type Held } from './settling.ts';

export interface DeliverDeps {
  readonly deliveries: DeliveryStore;
  readonly messenger: Messenger;
  readonly pace: SendPace;
  /** Names this process among all that share the outbox; never used before. */
  readonly holder: string;
  /** Ids of the schools in which nobody is asked for anything at this instant. */
  readonly atRest?: ((now: Date) => readonly string[]) | undefined;
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
/** A lease that was not renewed for so long is that of a dead process. */
const leaseMs = 8_000;
/** What needs more patience than this is put back. */
const patienceMs = 5_000;

/**
 * Sends what the outbox owes: claims, sends, settles, until it is stopped. Wakes every second and when it is told to.
 * Nobody gets two at a time or out of order. A settlement that the store refuses is tried again before anything else is
 * claimed. What a dead process held is taken over. Logs kinds and codes only.
 */
export function startDelivering(deps: DeliverDeps): Delivering {
  const { deliveries, messenger, pace, holder, now, random, log } = deps;
  const pause = createBotPause(random);
  const nap = createNap();
  const settling = createSettling(deliveries, log);
  const watch = createLeaseWatch(deliveries.shared ? leaseMs : 0);
  const underWay = new Map<string, { holder: string; work: Promise<void> }>();
  let claims = 0;
  let stopped = false;
  const until = () => new Date(ms() + leaseMs).toISOString();
  const holders = () => [...new Set(Array.from(underWay.values(), (one) => one.holder))];
  const leases = deliveries.shared ? keepLeases(deliveries, { holders, until, log }) : undefined;
  const ms = () => now().getTime();

  async function round(): Promise<void> {
    const mine = new Set(underWay.keys());
    if (!(await settling.catchUp())) return;
    await takeOverDead(mine);
    const limit = Math.min(atOnce - underWay.size, pause.allowance(ms(), underWay.size));
    if (limit <= 0 || stopped) return;
    const at = now();
    const claim = { limit, leaseMs, holder: `${holder}-${claims++}`, atRest: deps.atRest?.(at) ?? [] };
    for (const delivery of await deliveries.claim(at.toISOString(), claim)) start(delivery);
  }

  /** `mine` is what was under way before anything was settled: what ended since then is nobody's to take over. */
  async function takeOverDead(mine: ReadonlySet<string>): Promise<void> {
    const held = await deliveries.held();
    const others = held.filter(({ key }) => !mine.has(key));
    for (const delivery of watch.dead(others, ms())) {
      await settling.takeOver(delivery, takeOver(delivery, { now: now(), random: random() }));
    }
  }

  function start({ lease, ...delivery }: Delivery): void {
    if (!lease) return;
    const work = deliver({ ...delivery, lease }).finally(() => {
      underWay.delete(delivery.key);
      nap.end();
    });
    underWay.set(delivery.key, { holder: lease.holder, work });
  }

  async function deliver(delivery: Held): Promise<void> {
    const given = await mayBeSent(delivery);
    if (typeof given === 'number') return settling.settle(delivery, holdBack(now(), new Date(given)));
    let leave = given;
    if (!(await begin(delivery))) return leave.giveBack();
    const oneMore = async () => {
      await leave.giveBack();
      leave = await pace.takeAny();
    };
    const outcome = await send(delivery, oneMore);
    const settlement = nextStep(delivery, outcome, { now: now(), random: random() });
    pause.note(delivery.to, outcome, ms());
    await Promise.all([leave.giveBack(), settling.settle(delivery, settlement)]);
  }

  /** Leave to send it this moment, else the instant at which it may be tried. */
  async function mayBeSent({ to }: Delivery): Promise<Leave | number> {
    const leave = await pace.take(recipientName(to), patienceMs);
    if (typeof leave === 'number') return ms() + leave;
    const notBefore = stopped ? ms() : pause.throttledUntil(ms());
    if (notBefore === 0) return leave;
    await leave.giveBack();
    return notBefore;
  }

  /** Whether it may be sent: a process that slept finds here that others took it for dead. */
  async function begin(delivery: Held): Promise<boolean> {
    const { key, lease, subject } = delivery;
    try {
      if ((await deliveries.begin(key, lease.holder, until())) === 'begun') return true;
      log.warn({ kind: subject.kind, code: 'claim-lost' }, 'a delivery was taken over before it was sent');
    } catch (err) {
      log.error({ kind: subject.kind, code: 'not-begun', err }, 'the store did not take that a delivery is sent now');
      await settling.settle(delivery, holdBack(now(), now()));
    }
    return false;
  }

  async function send(delivery: Delivery, oneMore: () => Promise<void>): Promise<SendOutcome> {
    try {
      return await messenger.send(delivery, { secondCopy: isSecondCopy(delivery), oneMore });
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
      const all = () => Promise.all(Array.from(underWay.values(), ({ work }) => work));
      const ended = running.then(all).then(() => settling.catchUp());
      let timer: NodeJS.Timeout | undefined;
      const tooLong = new Promise((resolve) => (timer = setTimeout(resolve, stopMs)));
      await Promise.race([ended, tooLong]);
      clearTimeout(timer);
      leases?.stop();
    },
  };
}
