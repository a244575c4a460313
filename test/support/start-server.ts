import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKeyFile } from '../../src/keys/key-file.ts';
import { newKeyRing } from '../../src/keys/key-ring.ts';
import { projectRoot } from '../../src/project-root.ts';
import { ids } from './activities.ts';
import { buildEntry } from './build-entry.ts';
import { cpuMsOf } from './cpu-ms-of.ts';
import { startFakeConnector, type FakeConnector } from './fake-connector.ts';
import { startTokenAuthority, type TokenAuthority } from './token-authority.ts';

/** The bot in a process of its own, with a connector and a token authority on loopback. */
export interface Server {
  readonly url: string;
  readonly connector: FakeConnector;
  readonly authority: TokenAuthority;
  readonly process: ChildProcess;
  /** Milliseconds from the start of the process to its ready line. */
  readonly readyMs: number;
  /** Milliseconds of processor time that it took. */
  readonly readyCpuMs: number;
  /** Everything it printed: the log on standard error, the ready line on standard output. */
  output(): { readonly stdout: string; readonly stderr: string };
  /** Resolves with the exit code when the process has ended. */
  readonly ended: Promise<number | null>;
  post(activity: unknown, headers?: Record<string, string | undefined>): Promise<Response>;
  /** Ends the process, if it still runs, and the surroundings that are its own. */
  close(): Promise<void>;
}

/** What a server has around it, and finds again when it is started anew. */
export interface Surroundings {
  readonly connector: FakeConnector;
  readonly authority: TokenAuthority;
  readonly dataDir: string;
  readonly keyFile: string;
  /** The module to run. */
  readonly entry: string;
  close(): Promise<void>;
}

export async function openSurroundings(entryFile = 'test/support/server-entry.ts'): Promise<Surroundings> {
  const connector = await startFakeConnector();
  const authority = await startTokenAuthority(ids.bot, connector.url);
  const dataDir = mkdtempSync(join(tmpdir(), 'staffroom-e2e-'));
  const keyDir = mkdtempSync(join(tmpdir(), 'staffroom-keys-'));
  const keyFile = join(keyDir, 'keys.json');
  await createKeyFile(keyFile, newKeyRing(new Date()));
  const entry = await buildEntry(entryFile);
  return {
    connector,
    authority,
    dataDir,
    keyFile,
    entry: entry.path,
    async close() {
      await Promise.all([connector.close(), authority.close()]);
      entry.remove();
      rmSync(dataDir, { recursive: true, force: true });
      rmSync(keyDir, { recursive: true, force: true });
    },
  };
}

/**
 * Starts the server and waits until it is ready. `env` is added to a whole production configuration. With `surroundings`
 * it starts in them and leaves them open; else in some of its own.
 */
export async function startServer(
  options: {
    env?: Record<string, string>;
    entry?: string;
    nodeArgs?: readonly string[];
    surroundings?: Surroundings;
  } = {},
): Promise<Server> {
  const surroundings = options.surroundings ?? (await openSurroundings(options.entry));
  const { connector, authority, dataDir, keyFile, entry } = surroundings;
  const started = performance.now();
  const child = spawn(process.execPath, [...(options.nodeArgs ?? []), entry, authority.url, connector.url], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      STAFFROOM_MODE: 'production',
      PORT: '0',
      BOT_ID: ids.bot,
      BOT_TENANT_ID: ids.tenant,
      BOT_SECRET: 'not used',
      DATA_DIR: dataDir,
      REPORT_KEY_FILE: keyFile,
      POLICIES_DIR: join(projectRoot, 'policies'),
      LOG_LEVEL: 'debug',
      ...options.env,
    },
  });
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      const [, address] = /ready at (http:\S+\d)/.exec(stdout) ?? [];
      if (address) resolve(address);
    });
    void ended.then((code) =>
      reject(new Error(`the server ended with ${code} before it was ready:\n${stdout}\n${stderr}`)),
    );
  });
  const readyMs = performance.now() - started;
  const readyCpuMs = cpuMsOf(child.pid);
  const token = await authority.sign();

  return {
    url,
    connector,
    authority,
    process: child,
    readyMs,
    readyCpuMs,
    ended,
    output: () => ({ stdout, stderr }),
    post(activity, headers = {}) {
      const all = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers };
      const present = Object.entries(all).filter(([, value]) => value !== undefined);
      return fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: Object.fromEntries(present) as Record<string, string>,
        body: typeof activity === 'string' ? activity : JSON.stringify(activity),
      });
    },
    async close() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await ended;
      if (!options.surroundings) await surroundings.close();
    },
  };
}
