import { afterAll, beforeAll, describe, test } from 'vitest';
import { findPostgres, makeSchema, startPostgresServer, type PostgresServer } from '../support/postgres-server.ts';

/** A run of kill cycles takes seconds each, and minutes until nothing is owed any more. */
export const longestMs = (cycles: number) => 20 * 60_000 + cycles * 10_000;

/**
 * A test over a PostgreSQL server of its own, or over TEST_DATABASE_URL; where there is neither it is not run, and says so.
 * `work` gets what makes an empty place for tables.
 */
export function testOnPostgres(
  title: string,
  cycles: number,
  work: (openDatabase: () => Promise<string>) => Promise<void>,
): void {
  const given = process.env.TEST_DATABASE_URL;
  const bin = findPostgres();
  if (!given && !bin) console.log('not run: postgres (no server program was found and TEST_DATABASE_URL is not set)');
  describe.skipIf(!given && !bin)('on PostgreSQL', () => {
    let server: PostgresServer | undefined;
    beforeAll(async () => {
      if (!given && bin) server = await startPostgresServer(bin);
    }, 120_000);
    afterAll(() => server?.remove());

    test(title, () => work(() => server?.openEmpty() ?? makeSchema(given ?? '')), longestMs(cycles));
  });
}
