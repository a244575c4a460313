import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Tests that wait for real time, start processes or a database server, or take more than five seconds: all of them a part
 * of `npm test`, none of `check`.
 */
const slow = [
  'test/storage/postgres-*.test.ts',
  'test/storage/{one-process,killed-writer,largest-broadcast}.test.ts',
  'test/jobs/{broadcast-large,outbox-*,report-outage,send-pace,signoff-years}.test.ts',
  'test/edge/{teams-messenger,signing-keys,known-tokens,sending,graph-members}.test.ts',
  'test/domain/{ledger/tampering,signoffs/{evidence-tampering,campaign.property}}.test.ts',
  'test/domain/reviews/follow-reviews.property.test.ts',
  'test/documents/{shelf,people-list,odd-text,account.property}.test.ts',
  'test/tools/{backup-commands,verify,report}.test.ts',
  'test/support/fake-connector.test.ts',
  'test/keys/rotation.test.ts',
  'test/backup/transfer.test.ts',
  'test/tools/{deliveries,package,retention,retention-signoffs,subject-access,signoffs}.test.ts',
  'test/jobs/retain.test.ts',
  'test/turns/{reports/authorisation,schools/{leak-matrix,files}}.test.ts',
  'test/sheets/report-sheet.test.ts',
  'test/reader/misbehaving.test.ts',
];
const e2e = ['test/e2e/**/*.test.ts'];
const crash = ['test/crash/**/*.test.ts'];
const browser = ['test/cards/**/*.browser.test.ts', 'test/demo/**/*.test.ts'];

/** Each takes half a minute and more. They are begun first: one that is begun last keeps all others waiting. */
const longest = [
  'demo/',
  'turns/schools/leak-matrix.test.ts',
  'cards/cards.browser.test.ts',
  'jobs/report-outage.test.ts',
  'cards/accessible.browser.test.ts',
  'e2e/lifecycle.test.ts',
  'storage/postgres-server.test.ts',
  'e2e/limits.test.ts',
  'turns/reports/authorisation.test.ts',
  'jobs/signoff-years.test.ts',
  'e2e/canary.test.ts',
  'storage/postgres-faults.test.ts',
  'storage/postgres-embedded.test.ts',
  'e2e/questions.test.ts',
  'jobs/retain.test.ts',
  'crash/kill-questions.test.ts',
  'crash/server-calls.test.ts',
  'crash/kill-questions-postgres.test.ts',
  'crash/kill-broadcasts.test.ts',
  'crash/kill-reports.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = longest.findIndex((part) => moduleId.includes(`/test/${part}`));
      return found < 0 ? longest.length : found;
    };
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // What a test may take on a machine that is three times as slow as it should be: time is no part of what is tested.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: Math.max(2, availableParallelism() - 1), // many wait for the clock, and leave a core to another
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...slow, ...e2e, ...crash, ...browser],
        },
      },
      { extends: true, test: { name: 'slow', include: slow, testTimeout: 120_000 } },
      { extends: true, test: { name: 'e2e', include: e2e, testTimeout: 120_000 } },
      { extends: true, test: { name: 'browser', include: browser, testTimeout: 240_000 } },
      { extends: true, test: { name: 'crash', include: crash, testTimeout: 120_000 } },
    ],
  },
});
