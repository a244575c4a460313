import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { StoreError } from '../../domain/store-error.ts';
import type { Database } from './database.ts';
import { parseRows } from './rows.ts';

/** One step of the tables' history: a file `001-what-it-does.sql`, never changed once it was applied anywhere. */
export interface Migration {
  readonly name: string;
  readonly text: string;
  readonly hash: string;
}

const Applied = z.strictObject({ name: z.string(), hash: z.string() });

/** The migrations in a folder, in the order of their numbers. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n');
      return { name: file.replace(/\.sql$/, ''), text, hash: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

/**
 * Brings the tables up to date, all or nothing, once whichever instance comes first; the others wait for it. Refuses
 * with a StoreError a database whose history is not the beginning of ours.
 */
export async function migrate(db: Database, migrations: readonly Migration[]): Promise<void> {
  await db.transaction(async (session) => {
    await session.script("set local lock_timeout = '2min'; set local statement_timeout = '5min'");
    await session.query("select pg_advisory_xact_lock(hashtextextended('staffroom migrations', 0))");
    await session.script(`create table if not exists migrations (
      name text primary key, hash text not null, applied_at timestamptz not null default now())`);
    const applied = parseRows(Applied, await session.query('select name, hash from migrations order by name'));
    for (const [n, { name, hash }] of applied.entries()) {
      const ours = migrations[n];
      if (ours?.name !== name) throw new StoreError(tooNew);
      if (ours.hash !== hash) throw new StoreError(changed(name));
    }
    for (const { name, text, hash } of migrations.slice(applied.length)) {
      await session.script(text);
      await session.query('insert into migrations (name, hash) values ($1, $2)', [name, hash]);
    }
  });
}

const tooNew =
  'The PostgreSQL database was last used by another version of Staffroom, whose tables this one does not know. Start that version or a newer one.';
const changed = (name: string) =>
  `The tables of the PostgreSQL database were made by another text of ${name}.sql than this Staffroom has. Restore the original files of this version.`;
