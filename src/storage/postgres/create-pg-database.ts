import { setTimeout as wait } from 'node:timers/promises';
import { Pool, type PoolClient } from 'pg';
import { StoreError } from '../../domain/store-error.ts';
import type { Database, Row, Session } from './database.ts';
import { isConnectionSound, isWorthRepeating, toStoreError } from './failures.ts';

const connections = 8;
/** In milliseconds. */
const limits = {
  /** For a free connection, its making included. */
  connectionTimeoutMillis: 5_000,
  /** For one statement, set by the server; and by ourselves, for a server that says nothing any more. */
  statement_timeout: 5_000,
  query_timeout: 8_000,
  /** For what another transaction holds. */
  lock_timeout: 4_000,
  idle_in_transaction_session_timeout: 10_000,
};
const firstPauseMs = 50;
const longestPauseMs = 500;

// A server may be set to confirm what is not on its disk yet. What we confirm has to be.
const begin = `begin isolation level read committed;
  select set_config('synchronous_commit', 'on', true) where current_setting('synchronous_commit') in ('off', 'local')`;

/** A database whose pool of connections can be shared with who counts in it. */
export interface PgDatabase extends Database {
  readonly pool: object;
}

/**
 * PostgreSQL at `url`, through a small pool of connections. Connections that end are made anew. Work that failed with
 * its connection is repeated until `patienceMs` have passed since it was asked for.
 */
export function createPgDatabase(url: string, { patienceMs = 4_000 }: { patienceMs?: number } = {}): PgDatabase {
  const pool = new Pool({
    ...limits,
    connectionString: url,
    max: connections,
    keepAlive: true,
    allowExitOnIdle: true,
    application_name: 'staffroom',
  });
  // A connection that ends between two statements is no failure yet: the next statement has it, or gets another one.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));

  async function transact<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
    const client = await pool.connect();
    try {
      await client.query(begin);
      const result = await work(sessionOf(client));
      const { command } = await client.query('commit');
      if (command !== 'COMMIT') throw new StoreError('Not saved: PostgreSQL undid the change.', 'not-written');
      client.release();
      return result;
    } catch (error) {
      client.release(!(isConnectionSound(error) && (await isUndone(client))));
      throw error;
    }
  }

  async function repeated<Result>(work: () => Promise<Result>, patience: number): Promise<Result> {
    const end = performance.now() + patience;
    for (let pause = firstPauseMs; ; pause = Math.min(pause * 2, longestPauseMs)) {
      try {
        return await work();
      } catch (error) {
        if (!isWorthRepeating(error) || performance.now() + pause >= end) throw toStoreError(error);
      }
      await wait(pause * (0.5 + Math.random() / 2)); // not all at the same moment
    }
  }

  return {
    pool,
    query: (text, values = []) => repeated(async () => (await pool.query<Row>(text, [...values])).rows, patienceMs),
    transaction: (work) => repeated(() => transact(work), patienceMs),
    probe: () => repeated(() => transact(writeProbe), 0),
    close: () => pool.end(),
  };
}

function sessionOf(client: PoolClient): Session {
  return {
    query: async (text, values = []) => (await client.query<Row>(text, [...values])).rows,
    script: async (text) => {
      await client.query(text);
    },
  };
}

function isUndone(client: PoolClient): Promise<boolean> {
  return client.query('rollback').then(
    () => true,
    () => false,
  );
}

async function writeProbe(session: Session): Promise<void> {
  await session.query('insert into probe (id, at) values (1, now()) on conflict (id) do update set at = now()');
}
