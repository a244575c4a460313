import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import type { Database } from '../../src/storage/postgres/database.ts';
import { migrate, readMigrations, type Migration } from '../../src/storage/postgres/migrate.ts';
import { startPglite } from '../support/pglite-database.ts';

let pglite: Awaited<ReturnType<typeof startPglite>>;
beforeAll(async () => {
  pglite = await startPglite();
});
afterAll(() => pglite.stop());

const first: Migration = { name: '001-shelves', text: 'create table shelves (id text)', hash: 'a' };
const second: Migration = {
  name: '002-books',
  text: 'create table books (id text); insert into books values (1)',
  hash: 'b',
};
const applied = async (db: Database) =>
  (await db.query('select name from migrations order by name')).map(({ name }) => name);

test('migrations are applied in order, each once', async () => {
  const db = await pglite.openEmpty();
  await migrate(db, [first]);
  await migrate(db, [first, second]);
  await migrate(db, [first, second]);
  expect(await applied(db)).toEqual(['001-shelves', '002-books']);
  expect(await db.query('select id from books')).toEqual([{ id: '1' }]);
});

test('a migration that fails leaves nothing of itself or of those before it', async () => {
  const db = await pglite.openEmpty();
  const broken = { ...second, text: 'create table books (id text); insert into nothing values (1)' };
  await expect(migrate(db, [first, broken])).rejects.toThrow();
  await expect(db.query('select from migrations')).rejects.toThrow();
  await migrate(db, [first, second]);
  expect(await applied(db)).toEqual(['001-shelves', '002-books']);
});

test.each([
  ['whose migration had another text', [{ ...first, hash: 'c' }, second], /another text of 001-shelves/],
  ['of a newer version', [first], /another version of Staffroom/],
  ['of another history', [{ ...first, name: '001-tables' }, second], /another version of Staffroom/],
])('a database %s is refused and left alone', async (_, ours, expected) => {
  const db = await pglite.openEmpty();
  await migrate(db, [first, second]);
  const refused = migrate(db, ours);
  await expect(refused).rejects.toMatchObject({ name: 'StoreError', kind: 'cannot-start' });
  await expect(refused).rejects.toThrow(expected);
  expect(await applied(db)).toEqual(['001-shelves', '002-books']);
});

test('the ledger cannot be changed or shortened by a statement', async () => {
  const db = await pglite.openEmpty();
  await migrate(db, await readMigrations(join(projectRoot, 'src/storage/postgres/migrations')));
  for (const table of ['ledger_entries', 'checkpoints']) {
    for (const statement of [`update ${table} set hash = ''`, `delete from ${table}`, `truncate ${table}`]) {
      await expect(db.query(statement)).rejects.toThrow();
    }
  }
});
