import { expect, test } from 'vitest';
import { runKillCycles } from './kill-cycles.ts';

const cycles = Number(process.env.CYCLES ?? 50);
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const longestMs = 10 * 60_000 + cycles * 10_000;

/** What no run may have, however often and whenever the bot was killed. */
const nothingWrong = {
  lost: 0,
  torn: 0,
  recordedTwice: 0,
  unlabelledDuplicates: 0,
  extraSecondCopies: 0,
  silent: 0,
  otherReceipts: 0,
  chain: 'whole',
};

test(
  'killed at any moment, it loses nothing that somebody saw a reference of and sends nothing twice unsaid',
  async () => {
    const report = await runKillCycles({ cycles, seed, instances: 1 });
    console.log(`kill -9: ${JSON.stringify(report)}`);
    expect(report).toMatchObject({ ...nothingWrong, killed: cycles });
    expect(report.slowestStartMs).toBeLessThan(5_000);
    expect(report.acknowledged).toBeGreaterThan(cycles);
  },
  longestMs,
);
