import { setTimeout as wait } from 'node:timers/promises';
import { openSnapshot } from '../../src/storage/open-snapshot.ts';
import { openStores, type StoresPlace } from '../../src/storage/open-stores.ts';
import type { SpawnedConnector } from '../support/fake-connector-spawn.ts';
import { createRandom, type Random } from '../support/random.ts';
import { startBot, type BotProcess } from '../support/start-bot.ts';
import { judgeQuestions, type Verdict } from './judge-questions.ts';
import type { Killer } from './kill-moments.ts';
import { openKillSurroundings } from './kill-surroundings.ts';
import { createTraffic, deliver, type Pressing, type Receipt } from './question-traffic.ts';

export interface KillPart {
  /** The built server-entry.ts. */
  readonly entry: string;
  readonly cycles: number;
  readonly seed: number;
  /** How many instances serve at once: more than one only over `databaseUrl`. One of them is killed in each cycle. */
  readonly instances: number;
  readonly databaseUrl?: string | undefined;
  /** How many questions are asked at once in each cycle; those of the cycle before are answered with them. */
  readonly asks: number;
  readonly env?: Record<string, string> | undefined;
  readonly createKiller: (tools: { random: Random; connector: SpawnedConnector }) => Killer;
}

export interface KillReport extends Verdict {
  /** Cycles in which the bot was killed and started again. */
  readonly killed: number;
  /** Of these, the ones in which it died before its moment had passed. */
  readonly struck: number;
  readonly acknowledged: number;
  /** Presses of which the person saw no receipt before the bot died. */
  readonly unanswered: number;
  /** Deliveries of a press that were answered by an error: the bot was alive and could not serve, as on a starved machine. */
  readonly failedTurns: number;
  /** Redeliveries, under the same and under a new activity id, whose receipt was not the first one. */
  readonly otherReceipts: number;
  readonly redelivered: number;
  /** From the start of a process until /readyz was green; and the processor time of the longest until its ready line. */
  readonly slowestStartMs: number;
  readonly slowestStartCpuMs: number;
  readonly breaches: { readonly overLimit: number; readonly insideWindow: number };
}

/** Owners wait 90 s for each second copy, and what is owed to them meanwhile piles up. */
const restMs = 15 * 60_000;

/**
 * Kills a serving bot again and again. After each start all presses of the cycle before come again, as Teams redelivers
 * them. Resolves when the last cycle is over; `report` when nothing is owed any more and everything was judged.
 */
export async function runKillPart(part: KillPart): Promise<{ report: Promise<KillReport> }> {
  const { cycles, seed, instances, databaseUrl, entry, asks, env = {} } = part;
  const surroundings = await openKillSurroundings(entry, databaseUrl, env);
  const { connector, authority, place, stores: storesPlace } = surroundings;
  const random = createRandom(seed);
  const killer = part.createKiller({ random, connector });
  const traffic = createTraffic(random, connector.url);
  const presses: Pressing[] = [];
  const bots: BotProcess[] = [];
  let [killed, struck, unanswered, failedTurns, otherReceipts, redelivered] = [0, 0, 0, 0, 0, 0];
  let [slowestStartMs, slowestStartCpuMs] = [0, 0];

  const start = async (): Promise<BotProcess> => {
    const started = performance.now();
    const bot = await startBot(place, { env: surroundings.env });
    const ready = await fetch(`${bot.url}/readyz`);
    if (!ready.ok) throw new Error(`the bot was not ready: ${await ready.text()}`);
    slowestStartMs = Math.max(slowestStartMs, performance.now() - started);
    slowestStartCpuMs = Math.max(slowestStartCpuMs, bot.readyCpuMs);
    return bot;
  };
  const note = (pressing: Pressing, receipt: Receipt | 'dead' | 'failed') => {
    if (receipt === 'failed') failedTurns++;
    if (typeof receipt === 'string') return;
    pressing.receipt ??= receipt;
    const { title, reference } = pressing.receipt;
    if (title !== receipt.title || reference !== receipt.reference) otherReceipts++;
  };
  const again = async (all: readonly Pressing[], token: string) => {
    await Promise.all(
      all.map(async (pressing, n) => {
        const bot = bots[n % bots.length];
        if (!bot) return;
        redelivered += 2;
        note(pressing, await deliver(bot, token, pressing));
        note(pressing, await deliver(bot, token, pressing, `again-${seed}-${redelivered}-${n}`));
      }),
    );
  };
  const close = async () => {
    await Promise.all(bots.map((bot) => bot.end('SIGKILL')));
    await surroundings.close();
  };

  async function killOnce(cycle: number, before: readonly Pressing[]): Promise<Pressing[]> {
    const token = await authority.sign();
    await again(before, token);
    const answers = before.flatMap((one) =>
      one.kind === 'ask' && one.receipt ? [traffic.answer({ ...one, receipt: one.receipt })] : [],
    );
    const fresh = [...Array.from({ length: asks }, () => traffic.ask()), ...answers];
    presses.push(...fresh);
    const which = random.below(bots.length);
    const victim = bots[which];
    if (!victim) throw new Error('there is nobody to kill');
    const strike = await killer.arm(victim, cycle);
    const delivered = fresh.map(async (pressing, n) => {
      const bot = bots[n % bots.length];
      if (bot) note(pressing, await deliver(bot, token, pressing));
    });
    await strike();
    if (victim.process.signalCode !== null) struck++;
    await victim.end('SIGKILL');
    killed++;
    await Promise.all(delivered);
    unanswered += fresh.filter(({ receipt }) => !receipt).length;
    bots[which] = await start();
    return fresh;
  }

  async function rest(): Promise<KillReport> {
    await restOfOutbox(storesPlace, restMs);
    await Promise.all(bots.splice(0).map((bot) => bot.end('SIGTERM')));
    const stores = await openStores(storesPlace);
    const record = await connector.record();
    const verdict = await judgeQuestions(stores, place.keyFile, presses, record);
    await stores.close();
    return {
      ...verdict,
      killed,
      struck,
      acknowledged: presses.filter(({ receipt }) => receipt).length,
      unanswered,
      failedTurns,
      otherReceipts,
      redelivered,
      slowestStartMs: Math.round(slowestStartMs),
      slowestStartCpuMs,
      breaches: record.breaches,
    };
  }

  try {
    for (let n = 0; n < instances; n++) bots.push(await start());
    let before: Pressing[] = [];
    for (let cycle = 0; cycle < cycles; cycle++) before = await killOnce(cycle, before);
    await again(before, await authority.sign());
    return { report: rest().finally(close) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Waits until nothing is owed any more. Ambiguous sends take 30 s for their lease and 60 s until their second copy. */
async function restOfOutbox(at: StoresPlace, longestMs: number): Promise<void> {
  const giveUp = Date.now() + longestMs;
  for (;;) {
    const snapshot = await openSnapshot(at);
    if (!snapshot) throw new Error('the store is gone');
    const { counts } = await snapshot.ports.deliveries.summary();
    await snapshot.close();
    if (counts.pending + counts.sending === 0) return;
    if (Date.now() > giveUp) throw new Error(`the outbox did not come to rest: ${JSON.stringify(counts)}`);
    await wait(2_000);
  }
}
