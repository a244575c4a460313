import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createKeyFile } from '../../src/keys/key-file.ts';
import { newKeyRing } from '../../src/keys/key-ring.ts';
import { ids } from './activities.ts';
import { buildEntry } from './build-entry.ts';
import { startFakeConnector, type FakeConnector } from './fake-connector.ts';
import { startBot, type BotProcess } from './start-bot.ts';
import { startTokenAuthority, type TokenAuthority } from './token-authority.ts';

/** The bot in a process of its own, with a connector and a token authority on loopback. */
export interface Server extends Omit<BotProcess, 'post' | 'end'> {
  readonly connector: FakeConnector;
  readonly authority: TokenAuthority;
  /** The same as output() after a moment: the log's lines are handed over together, twenty times a second. */
  settledOutput(): Promise<ReturnType<BotProcess['output']>>;
  /** With a good token, unless `headers` say otherwise. */
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
    entry: entry,
    async close() {
      await Promise.all([connector.close(), authority.close()]);
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
  const { connector, authority } = surroundings;
  const place = { ...surroundings, authorityUrl: authority.url, connectorUrl: connector.url };
  const bot = await startBot(place, { env: { LOG_LEVEL: 'debug', ...options.env }, nodeArgs: options.nodeArgs });
  const token = await authority.sign();

  return {
    ...bot,
    connector,
    authority,
    settledOutput: () => wait(200).then(() => bot.output()),
    post: (activity, headers = {}) => bot.post(activity, { authorization: `Bearer ${token}`, ...headers }),
    async close() {
      await bot.end('SIGKILL');
      if (!options.surroundings) await surroundings.close();
    },
  };
}
