import { describe, expect, test } from 'vitest';
import { atOnceOf } from './kill-cycles.ts';
import { seedOf } from './kill-expectation.ts';
import { longestMs, testOnPostgres } from './kill-on-postgres.ts';
import { runReportKills, type ReportKillReport } from './run-report-kills.ts';

const cycles = Number(process.env.CYCLES ?? 5);

const nothingWrong = {
  lost: 0,
  torn: 0,
  recordedTwice: 0,
  toldFalsely: 0,
  unlabelledDuplicates: 0,
  extraSecondCopies: 0,
  silent: 0,
  silenced: 0,
  escalatedThoughTaken: 0,
  chain: 'whole',
} as const;

function expectWell(report: ReportKillReport): void {
  expect(report).toMatchObject({ ...nothingWrong, killed: cycles, drafts: 0 });
  expect(report.reports).toBe(report.sessions);
  expect(report.failedTurns).toBeLessThan(report.sessions / 10);
}

describe('killed at any moment while reports are dictated, sent and worked', () => {
  test(
    'it loses no answer, no report and no deed that somebody was told of, and tells nobody what is not so',
    async () => {
      const report = await runReportKills({ cycles, seed: seedOf(), instances: 1, atOnce: atOnceOf() });
      console.log(`kill -9 of reports: ${JSON.stringify(report)}`);
      expectWell(report);
    },
    longestMs(cycles),
  );

  testOnPostgres('neither do two instances, of which one is killed', cycles, async (openDatabase) => {
    const report = await runReportKills({ cycles, seed: seedOf(), instances: 2, atOnce: atOnceOf(), openDatabase });
    console.log(`kill -9 of reports, PostgreSQL: ${JSON.stringify(report)}`);
    expectWell(report);
  });
});
