import { setTimeout as wait } from 'node:timers/promises';
import { openSnapshot } from '../../src/storage/open-snapshot.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { createRandom } from '../support/random.ts';
import { openBotGround } from './bot-ground.ts';
import { startBotProcess, type BotProcess } from './bot-process.ts';
import { judgeQuestions, type Verdict } from './judge-questions.ts';
import { createTraffic, deliver, type Pressing, type Receipt } from './question-traffic.ts';

export interface KillRun {
  readonly cycles: number;
  readonly seed: number;
  /** How many instances serve at once: more than one only over `databaseUrl`. One of them is killed in each cycle. */
  readonly instances: number;
  readonly databaseUrl?: string;
}

export interface KillReport extends Verdict {
  /** Cycles in which the bot was killed and started again. */
  readonly killed: number;
  readonly acknowledged: number;
  /** Presses of which the person saw no receipt before the bot died. */
  readonly unanswered: number;
  /** Redeliveries, under the same and under a new activity id, whose receipt was not the first one. */
  readonly otherReceipts: number;
  readonly redelivered: number;
  readonly slowestStartMs: number;
  readonly breaches: unknown;
}

const atOnce = 5;
const longestMs = 400;
/** Everybody waits 10 s and more for each second copy, so what is owed piles up with the cycles. */
const restMs = (cycles: number) => 4 * 60_000 + cycles * 2_000;

/**
 * Kills a serving bot again and again, at a moment that the seed draws: up to 400 ms after the first of several presses,
 * or (in every third cycle) when its next message arrives at the service, is shown or was answered. After each start all
 * presses of the cycle before come again, as Teams redelivers them. At the end it waits until nothing is owed, and judges.
 */
export async function runKillCycles({ cycles, seed, instances, databaseUrl }: KillRun): Promise<KillReport> {
  console.log(`kill -9: ${cycles} cycles, ${instances} at once, SEED=${seed}`);
  const ground = await openBotGround(databaseUrl);
  const { place, connector, authority } = ground;
  const { dataDir, keyFile } = place;

  const random = createRandom(seed);
  const traffic = createTraffic(random, connector.url);
  const presses: Pressing[] = [];
  const bots: BotProcess[] = [];
  let [killed, unanswered, otherReceipts, redelivered, slowestStartMs] = [0, 0, 0, 0, 0];

  const start = async (): Promise<BotProcess> => {
    const bot = await startBotProcess(place);
    slowestStartMs = Math.max(slowestStartMs, bot.readyMs);
    return bot;
  };
  const note = (pressing: Pressing, receipt: Receipt | undefined) => {
    if (!receipt) return;
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

  try {
    for (let n = 0; n < instances; n++) bots.push(await start());
    let before: Pressing[] = [];
    for (let cycle = 0; cycle < cycles; cycle++) {
      const token = await authority.sign();
      await again(before, token);
      const answers = before.flatMap((one) =>
        one.kind === 'ask' && one.receipt ? [traffic.answer({ ...one, receipt: one.receipt })] : [],
      );
      const fresh = [...Array.from({ length: atOnce }, () => traffic.ask()), ...answers];
      presses.push(...fresh);
      const which = random.below(bots.length);
      const victim = bots[which];
      if (!victim) throw new Error('there is nobody to kill');
      const moment = random.pick(['arrived', 'shown', 'answered'] as const);
      const atMessage = cycle % 3 === 2;
      const ms = atMessage ? 2_500 : random.below(longestMs + 1);
      if (atMessage) await connector.killAt(victim.pid, moment);
      const delivered = fresh.map(async (pressing, n) => {
        const bot = bots[n % bots.length];
        if (bot) note(pressing, await deliver(bot, token, pressing));
      });
      await Promise.race([wait(ms), victim.ended]);
      await victim.kill();
      killed++;
      await Promise.all(delivered);
      unanswered += fresh.filter(({ receipt }) => !receipt).length;
      before = fresh;
      bots[which] = await start();
      if ((cycle + 1) % 50 === 0) console.log(`kill -9: ${cycle + 1} cycles`);
    }
    await again(before, await authority.sign());
    await restOfOutbox({ dataDir, databaseUrl }, restMs(cycles));
    await Promise.all(bots.splice(0).map((bot) => bot.stop()));

    const stores = await openStores({ dataDir, databaseUrl });
    const record = await connector.record();
    const verdict = await judgeQuestions(stores, keyFile, presses, record);
    await stores.close();
    const acknowledged = presses.filter(({ receipt }) => receipt).length;
    const { breaches } = record;
    return { ...verdict, killed, acknowledged, unanswered, otherReceipts, redelivered, slowestStartMs, breaches };
  } finally {
    await Promise.all(bots.map((bot) => bot.kill()));
    await ground.close();
  }
}

/** Waits until nothing is owed any more. */
async function restOfOutbox(
  at: { dataDir: string; databaseUrl: string | undefined },
  longestMs: number,
): Promise<void> {
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
