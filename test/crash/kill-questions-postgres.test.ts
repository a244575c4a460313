import { describe, expect } from 'vitest';
import { atOnceOf, runKillCycles } from './kill-cycles.ts';
import { nothingWrong, seedOf } from './kill-expectation.ts';
import { createMomentKiller } from './kill-moments.ts';
import { testOnPostgres } from './kill-on-postgres.ts';

const cycles = Number(process.env.CYCLES ?? 20);

describe('two instances', () => {
  testOnPostgres(
    'one of them killed at any moment, nothing is lost that somebody saw a reference of, nor sent twice unsaid',
    cycles,
    async (openDatabase) => {
      const report = await runKillCycles({
        cycles,
        seed: seedOf(),
        instances: 2,
        asks: 5,
        atOnce: atOnceOf(),
        openDatabase,
        createKiller: createMomentKiller,
      });
      console.log(`kill -9, PostgreSQL: ${JSON.stringify(report)}`);
      expect(report).toMatchObject({ ...nothingWrong, killed: cycles });
      // Ready again within five seconds (B1): of the processor, since by the wall it also waits for what else has the cores.
      expect(report.slowestStartCpuMs).toBeLessThan(5_000);
      expect(report.acknowledged).toBeGreaterThan(cycles);
      expect(report.failedTurns).toBeLessThan(report.acknowledged / 100);
    },
  );
});
