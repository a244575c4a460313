import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Client } from 'pg';

/** A PostgreSQL server of its own in a temporary folder, reached through a socket in that folder. */
export interface PostgresServer {
  /** The address of a new, empty place for tables. */
  openEmpty(): Promise<string>;
  /** The socket's path, for whoever stands between. */
  readonly socket: string;
  /** `pg_ctl restart -m immediate`: every connection breaks, and the server recovers as after a loss of power. */
  restartAtOnce(): Promise<void>;
  stopAtOnce(): Promise<void>;
  start(): Promise<void>;
  /** Runs a statement as the server's administrator, where `url` says. */
  administer(text: string, url?: string): Promise<Record<string, unknown>[]>;
  remove(): Promise<void>;
}

/** The folder with `initdb` and `pg_ctl`: on PATH, or where Debian puts them; nothing when there is none. */
export function findPostgres(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')));
}

/** Starts a server with the settings that a fresh installation has. PostgreSQL does not run as root, so root lends it a user. */
export async function startPostgresServer(bin: string): Promise<PostgresServer> {
  const user = process.getuid?.() === 0 ? lentUser() : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'staffroom-pg-'));
  chmodSync(folder, 0o755);
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const run = (program: string, ...args: string[]) =>
    new Promise<void>((resolve, reject) => {
      const child = spawn(join(bin, program), args, { ...user, cwd: folder, stdio: 'ignore', timeout: 120_000 });
      child.once('error', reject);
      child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}`))));
    });
  const control = (action: string, ...args: string[]) =>
    run('pg_ctl', action, '--pgdata', data, '--wait', '--silent', '--log', join(folder, 'log'), ...args);
  const start = () => control('start', '--options', `-c listen_addresses='' -k ${folder}`);
  const address = `postgresql://staffroom@/postgres?host=${encodeURIComponent(folder)}`;

  await run('initdb', '--pgdata', data, '--username', 'staffroom', '--auth', 'trust', '-E', 'UTF8', '--locale', 'C');
  await start();

  const administer = (text: string, url = address) =>
    // Also where a test has set the server to read only.
    runStatement(url.includes('options=') ? url : `${url}&options=-c%20default_transaction_read_only%3Doff`, text);

  return {
    openEmpty: () => makeSchema(address),
    socket: join(folder, '.s.PGSQL.5432'),
    restartAtOnce: () => control('restart', '--mode', 'immediate'),
    stopAtOnce: () => control('stop', '--mode', 'immediate'),
    start,
    administer,
    remove: async () => {
      await control('stop', '--mode', 'immediate').catch(() => undefined); // a test may have stopped it
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The address of a new, empty schema in the database at `url`: a database of its own would take ten times as long. */
export async function makeSchema(url: string): Promise<string> {
  const schema = `empty_${randomUUID().replaceAll('-', '')}`;
  await runStatement(url, `create schema ${schema}`);
  return `${url}${url.includes('?') ? '&' : '?'}options=${encodeURIComponent(`-c search_path=${schema}`)}`;
}

/** Runs one statement on a connection of its own. */
export async function runStatement(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Another user than root: `postgres` where there is one. */
function lentUser(): { uid: number; gid: number } {
  const idOf = (user: string, flag: string) =>
    Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] }));
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: idOf(user, '-u'), gid: idOf(user, '-g') };
    } catch {
      continue;
    }
  }
  throw new Error('there is no user that PostgreSQL could run as');
}
