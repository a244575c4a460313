import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPostgres, makeSchema, startPostgresServer, type PostgresServer } from '../support/postgres-server.ts';
import { atOnceOf } from './kill-cycles.ts';
import { seedOf } from './kill-expectation.ts';
import { runSignoffKills } from './run-signoff-kills.ts';

const cycles = Number(process.env.CYCLES ?? 5);
const longestMs = 20 * 60_000 + cycles * 10_000;
const given = process.env.TEST_DATABASE_URL;
const bin = findPostgres();
if (!given && !bin) console.log('not run: postgres (no server program was found and TEST_DATABASE_URL is not set)');

const nothingWrong = { lost: 0, torn: 0, doubled: 0, askedTwice: 0, halfOpened: 0, chain: 'whole' } as const;

function expectWell(report: Awaited<ReturnType<typeof runSignoffKills>>): void {
  expect(report).toMatchObject({ ...nothingWrong, killed: cycles });
  expect(report.campaigns).toBeGreaterThan(0);
  expect(report.receipts).toBeGreaterThan(cycles);
  expect(report.failedTurns).toBeLessThan(report.sessions / 10);
}

describe('killed at any moment while campaigns are opened and people sign', () => {
  test(
    'it loses no signature that somebody was told of, records none twice, and opens no campaign by half',
    async () => {
      const report = await runSignoffKills({ cycles, seed: seedOf(), instances: 1, atOnce: atOnceOf() });
      console.log(`kill -9 of sign-offs: ${JSON.stringify(report)}`);
      expectWell(report);
    },
    longestMs,
  );

  describe.skipIf(!given && !bin)('on PostgreSQL', () => {
    let server: PostgresServer | undefined;
    beforeAll(async () => {
      if (!given && bin) server = await startPostgresServer(bin);
    }, 120_000);
    afterAll(() => server?.remove());

    test(
      'neither do two instances, of which one is killed',
      async () => {
        const openDatabase = () => server?.openEmpty() ?? makeSchema(given ?? '');
        const run = { cycles, seed: seedOf(), instances: 2, atOnce: atOnceOf(), openDatabase };
        const report = await runSignoffKills(run);
        console.log(`kill -9 of sign-offs, PostgreSQL: ${JSON.stringify(report)}`);
        expectWell(report);
      },
      longestMs,
    );
  });
});
