import { describe, expect, test } from 'vitest';
import { atOnceOf } from './kill-cycles.ts';
import { seedOf } from './kill-expectation.ts';
import { longestMs, testOnPostgres } from './kill-on-postgres.ts';
import { runSignoffKills } from './run-signoff-kills.ts';

const cycles = Number(process.env.CYCLES ?? 5);

const nothingWrong = { lost: 0, torn: 0, doubled: 0, askedTwice: 0, silent: 0, halfOpened: 0, chain: 'whole' } as const;

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
    longestMs(cycles),
  );

  testOnPostgres('neither do two instances, of which one is killed', cycles, async (openDatabase) => {
    const report = await runSignoffKills({ cycles, seed: seedOf(), instances: 2, atOnce: atOnceOf(), openDatabase });
    console.log(`kill -9 of sign-offs, PostgreSQL: ${JSON.stringify(report)}`);
    expectWell(report);
  });
});
