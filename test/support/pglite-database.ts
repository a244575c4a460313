import { PGlite } from '@electric-sql/pglite';
import type { Database, Row, Session } from '../../src/storage/postgres/database.ts';
import { toStoreError } from '../../src/storage/postgres/failures.ts';

/** PostgreSQL inside this process, on one connection: everything but the network, the disk and other instances. */
export async function startPglite() {
  const pglite = await PGlite.create();
  let schemas = 0;

  /** A database in an empty schema of its own. The one before must not be used any more. */
  async function openEmpty(): Promise<Database> {
    const schema = `empty_${++schemas}`;
    await pglite.exec(`create schema ${schema}; set search_path to ${schema}`);
    const transaction = <Result>(work: (session: Session) => Promise<Result>) =>
      pglite
        .transaction((tx) =>
          work({
            query: async (text, values = []) => (await tx.query<Row>(text, [...values])).rows,
            script: async (text) => {
              await tx.exec(text);
            },
          }),
        )
        .catch((error: unknown) => {
          throw toStoreError(error);
        });
    return {
      query: async (text, values = []) => (await pglite.query<Row>(text, [...values])).rows,
      transaction,
      probe: () => transaction(async (session) => void (await session.query('select 1'))),
      close: () => Promise.resolve(),
    };
  }

  return { openEmpty, stop: () => pglite.close() };
}
