import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPostgres, makeSchema, startPostgresServer, type PostgresServer } from '../support/postgres-server.ts';
import { atOnceOf, runKillCycles } from './kill-cycles.ts';
import { nothingWrong, seedOf } from './kill-expectation.ts';
import { createMomentKiller } from './kill-moments.ts';

const cycles = Number(process.env.CYCLES ?? 20);
const given = process.env.TEST_DATABASE_URL;
const bin = findPostgres();
if (!given && !bin) console.log('not run: postgres (no server program was found and TEST_DATABASE_URL is not set)');

describe.skipIf(!given && !bin)('two instances over PostgreSQL', () => {
  let server: PostgresServer | undefined;
  beforeAll(async () => {
    if (!given && bin) server = await startPostgresServer(bin);
  }, 120_000);
  afterAll(() => server?.remove());

  test(
    'one of them killed at any moment, nothing is lost that somebody saw a reference of, nor sent twice unsaid',
    async () => {
      const report = await runKillCycles({
        cycles,
        seed: seedOf(),
        instances: 2,
        asks: 5,
        atOnce: atOnceOf(),
        openDatabase: () => server?.openEmpty() ?? makeSchema(given ?? ''),
        createKiller: createMomentKiller,
      });
      console.log(`kill -9, PostgreSQL: ${JSON.stringify(report)}`);
      expect(report).toMatchObject({ ...nothingWrong, killed: cycles });
      expect(report.startMs).toBeLessThan(5_000);
      expect(report.acknowledged).toBeGreaterThan(cycles);
      expect(report.failedTurns).toBeLessThan(report.acknowledged / 100);
    },
    20 * 60_000 + cycles * 10_000,
  );
});
