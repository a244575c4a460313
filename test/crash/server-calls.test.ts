import { describe, expect, test } from 'vitest';
import { hasStrace } from './has-strace.ts';
import { createCallKiller } from './kill-calls.ts';
import { atOnceOf, runKillCycles } from './kill-cycles.ts';
import { nothingWrong, seedOf } from './kill-expectation.ts';

const points = Number(process.env.POINTS ?? 40);

describe.skipIf(!hasStrace())('a bot that is handed questions', () => {
  test(`killed at ${points} of all its writes, syncs, renames, links and unlinks, it loses none that it acknowledged and sends none twice unsaid`, async () => {
    const atOnce = atOnceOf();
    const report = await runKillCycles({
      cycles: points + atOnce, // each part counts the calls in its first
      parts: atOnce,
      seed: seedOf(),
      instances: 1,
      asks: 1,
      atOnce,
      env: { UV_THREADPOOL_SIZE: '1' },
      createKiller: createCallKiller,
    });
    console.log(`calls of a bot: ${JSON.stringify(report)}`);
    expect(report).toMatchObject(nothingWrong);
    // Not every cycle makes as many calls as the one in which they were counted.
    expect(report.struck).toBeGreaterThan(points * 0.7);
  }, 900_000);
});
