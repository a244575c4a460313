import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod/v4';
import { projectRoot } from '../../src/project-root.ts';
import { createPostgresStores } from '../../src/storage/postgres/create-postgres-stores.ts';
import type { Database } from '../../src/storage/postgres/database.ts';
import { migrate, readMigrations } from '../../src/storage/postgres/migrate.ts';
import { tableColumns } from '../../src/storage/postgres/table-columns.ts';
import { tableNames } from '../../src/storage/store-content.ts';
import type { StorePorts } from '../../src/storage/stores.ts';
import { openFileStores } from '../storage/open-file-stores.ts';
import { act, delivery, entryDraft, person, question, schoolId } from '../storage/sample-facts.ts';
import { createMemoryStores } from '../support/memory-stores.ts';
import { startPglite } from '../support/pglite-database.ts';
import { fullContent } from './full-content.ts';

let pglite: Awaited<ReturnType<typeof startPglite>>;
beforeAll(async () => {
  pglite = await startPglite();
});
afterAll(() => pglite.stop());

async function openDatabase(): Promise<Database> {
  const db = await pglite.openEmpty();
  await migrate(db, await readMigrations(join(projectRoot, 'src/storage/postgres/migrations')));
  return db;
}
const openPostgres = async () => createPostgresStores(await openDatabase());

const stores: readonly (readonly [string, () => Promise<StorePorts>])[] = [
  ['lowdb in memory', () => Promise.resolve(createMemoryStores())],
  ['lowdb in a file', openFileStores],
  ['PostgreSQL inside the process', openPostgres],
];

describe.each(stores)('A whole store into %s', (_name, open) => {
  test('comes out again equal to the row and to the order', async () => {
    const { transfer } = await open();
    const content = fullContent();
    expect(await transfer.importAll(content)).toBe('imported');
    const stored = await transfer.exportAll();
    for (const name of tableNames) expect(stored[name], name).toStrictEqual(content[name]);
  });

  test('is not put over rows that are there', async () => {
    const { transfer, questions } = await open();
    await questions.submit(act(1), question(1), { owed: [], entries: [] });
    const before = await transfer.exportAll();
    expect(await transfer.importAll(fullContent())).toBe('not-empty');
    expect(await transfer.exportAll()).toStrictEqual(before);
  });

  test('can be used as if it had been written there', async () => {
    const { transfer, ledger, questions, deliveries } = await open();
    await transfer.importAll(fullContent(7));
    const then = { owed: [delivery(20, { to: person(20) })], entries: [entryDraft(20)] };
    await questions.submit(act(20), question(20), then);
    expect(await ledger.head({ schoolId, chain: 'questions' })).toMatchObject({ seq: 8 });
    await questions.mark(act(21), { schoolId, clause: 'a#b', helpful: true, at: question(21).askedAt });
    expect((await questions.marks(schoolId)).size).toBe(2);
    expect(await deliveries.summary()).toMatchObject({ counts: { pending: 14, sending: 1, sent: 1 } });
    expect((await transfer.exportAll()).questions.at(-1)).toMatchObject({ id: 'SQ-20' });
  });
});

describe('Between the stores', () => {
  test('a store that goes from lowdb to PostgreSQL and back is equal to the row', async () => {
    const content = fullContent();
    const [first, second, third] = [await openFileStores(), await openPostgres(), await openFileStores()];
    await first.transfer.importAll(content);
    await second.transfer.importAll(await first.transfer.exportAll());
    await third.transfer.importAll(await second.transfer.exportAll());
    expect(await third.transfer.exportAll()).toStrictEqual(content);
  });

  test('every column of every PostgreSQL table is in a backup, but for those that are filled by themselves, what is offered for minutes, what rests within seconds and what a run remembers', async () => {
    const db = await openDatabase();
    const rows = await db.query(
      `select table_name as "table", column_name as "column" from information_schema.columns
       where table_schema = current_schema() and is_generated = 'NEVER'`,
    );
    const found = z.array(z.strictObject({ table: z.string(), column: z.string() })).parse(rows);
    const leftOut = new Set(['migrations', 'probe', 'file_offers', 'send_slots', 'retention_memos']);
    const known = Object.values(tableColumns).flatMap(({ table, columns }) =>
      Object.values(columns).map(([column]) => `${table}.${column}`),
    );
    const unknown = found
      .filter(({ table, column }) => !leftOut.has(table) && column !== 'n' && column !== 'last_call')
      .map(({ table, column }) => `${table}.${column}`);
    expect(unknown.sort()).toStrictEqual(known.sort());
  });
});
