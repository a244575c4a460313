import { expect, test } from 'vitest';
import { runKillCycles } from './kill-cycles.ts';
import { nothingWrong, seedOf } from './kill-expectation.ts';

const cycles = Number(process.env.CYCLES ?? 50);
const longestMs = 10 * 60_000 + cycles * 10_000;

test(
  'killed at any moment, it loses nothing that somebody saw a reference of and sends nothing twice unsaid',
  async () => {
    const report = await runKillCycles({ cycles, seed: seedOf(), instances: 1 });
    console.log(`kill -9: ${JSON.stringify(report)}`);
    expect(report).toMatchObject({ ...nothingWrong, killed: cycles });
    expect(report.slowestStartMs).toBeLessThan(5_000);
    expect(report.acknowledged).toBeGreaterThan(cycles);
  },
  longestMs,
);
