import { expect, test } from 'vitest';
import { atOnceOf, runKillCycles } from './kill-cycles.ts';
import { nothingWrong, seedOf } from './kill-expectation.ts';
import { createMomentKiller } from './kill-moments.ts';

const cycles = Number(process.env.CYCLES ?? 50);
const longestMs = 20 * 60_000 + cycles * 10_000;

test(
  'killed at any moment, it loses nothing that somebody saw a reference of and sends nothing twice unsaid',
  async () => {
    const report = await runKillCycles({
      cycles,
      seed: seedOf(),
      instances: 1,
      asks: 5,
      atOnce: atOnceOf(),
      createKiller: createMomentKiller,
    });
    console.log(`kill -9: ${JSON.stringify(report)}`);
    expect(report).toMatchObject({ ...nothingWrong, killed: cycles });
    // Ready again within five seconds (B1): of the processor, since by the wall it also waits for what else has the cores.
    expect(report.slowestStartCpuMs).toBeLessThan(5_000);
    expect(report.acknowledged).toBeGreaterThan(cycles);
    expect(report.failedTurns).toBeLessThan(report.acknowledged / 100);
  },
  longestMs,
);
