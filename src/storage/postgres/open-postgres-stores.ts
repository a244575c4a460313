import { join } from 'node:path';
import { z } from 'zod/v4';
import { StoreError } from '../../domain/store-error.ts';
import { projectRoot } from '../../project-root.ts';
import type { StoreHealth, Stores } from '../stores.ts';
import { createPgDatabase } from './create-pg-database.ts';
import { createPostgresStores } from './create-postgres-stores.ts';
import type { Database } from './database.ts';
import { readDatabaseUrl } from './database-url.ts';
import { migrate, readMigrations } from './migrate.ts';
import { parseFirst } from './rows.ts';

/** For a server that is started together with the bot. */
const startPatienceMs = 15_000;

/**
 * Opens the stores in the PostgreSQL database at `databaseUrl`; any number of processes may. Makes or changes its tables
 * where this version needs it. Rejects with a StoreError, one line for whoever starts the bot, when it cannot be used.
 */
export async function openPostgresStores(databaseUrl: string): Promise<Stores> {
  const read = readDatabaseUrl(databaseUrl);
  if (read.kind === 'problem') throw new StoreError(`DATABASE_URL: ${read.problem}.`);
  const { url } = read.database;
  await prepare(url);
  const db = createPgDatabase(url);
  const { settled, ...ports } = createPostgresStores(db);
  return {
    ...ports,
    kind: 'postgres',
    sharedPool: db.pool,
    health: () => healthOf(db),
    close: async () => {
      await settled();
      await db.close();
    },
  };
}

async function prepare(url: string): Promise<void> {
  const db = createPgDatabase(url, { patienceMs: startPatienceMs });
  try {
    await requireServer(db);
    await migrate(db, await readMigrations(join(projectRoot, 'src/storage/postgres/migrations')));
    await db.probe();
  } catch (error) {
    if (error instanceof StoreError) throw new StoreError(error.message, 'cannot-start', { cause: error });
    throw error;
  } finally {
    await db.close();
  }
}

const Server = z.strictObject({ version: z.int(), encoding: z.string(), fsync: z.string(), pages: z.string() });

/** Refuses a server that is too old, cannot hold every letter or may lose what it confirmed. */
async function requireServer(db: Database): Promise<void> {
  const rows = await db.query(
    `select current_setting('server_version_num')::integer as version, current_setting('server_encoding') as encoding,
       current_setting('fsync') as fsync, current_setting('full_page_writes') as pages`,
  );
  const server = parseFirst(Server, rows);
  if (!server) throw new Error('PostgreSQL gave no answer to a question about itself');
  if (server.version < 130_000)
    throw new StoreError('The PostgreSQL server is too old: version 13 or newer is needed.');
  if (server.encoding !== 'UTF8') {
    throw new StoreError(
      `The PostgreSQL database has the encoding ${server.encoding}, which cannot hold every name. Create it with encoding UTF8.`,
    );
  }
  if (server.fsync !== 'on' || server.pages !== 'on') {
    throw new StoreError(
      'The PostgreSQL server runs with fsync or full_page_writes off: it may lose what it has confirmed. Switch both on.',
    );
  }
}

const Size = z.strictObject({ bytes: z.number() });

async function healthOf(db: Database): Promise<StoreHealth> {
  try {
    await db.probe();
    const rows = await db.query('select pg_database_size(current_database())::float8 as bytes');
    return { serves: true, bytes: parseFirst(Size, rows)?.bytes ?? 0, findings: [] };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    const kind = error.kind === 'full' ? 'full' : 'not-written';
    return { serves: false, bytes: 0, findings: [{ kind, message: error.message }] };
  }
}
