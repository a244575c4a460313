import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../src/project-root.ts';
import { ids } from '../support/activities.ts';

/** Where a bot keeps its records and with what keys; the same for every start of it. */
export interface BotPlace {
  /** The built test/support/server-entry.ts. */
  readonly program: string;
  readonly authorityUrl: string;
  readonly connectorUrl: string;
  readonly dataDir: string;
  readonly keyFile: string;
  readonly databaseUrl?: string | undefined;
}

/** A bot in a process of its own that a test kills. */
export interface BotProcess {
  readonly pid: number;
  /** Milliseconds from the start of the process until /readyz was green. */
  readonly readyMs: number;
  readonly ended: Promise<unknown>;
  /** The answer's status and body; undefined when the bot died before it had answered. */
  post(activity: unknown, token: string): Promise<{ status: number; body: string } | undefined>;
  kill(): Promise<void>;
  /** SIGTERM; resolves when it has ended. */
  stop(): Promise<void>;
  stderr(): string;
}

/** Starts the bot and waits until it is ready. Rejects, with what it printed, when it ends before. */
export async function startBotProcess(place: BotPlace): Promise<BotProcess> {
  const started = performance.now();
  const child = spawn(process.execPath, [place.program, place.authorityUrl, place.connectorUrl], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      STAFFROOM_MODE: 'production',
      PORT: '0',
      BOT_ID: ids.bot,
      BOT_TENANT_ID: ids.tenant,
      BOT_SECRET: 'not used',
      DATA_DIR: place.dataDir,
      REPORT_KEY_FILE: place.keyFile,
      POLICIES_DIR: join(projectRoot, 'policies'),
      ...(place.databaseUrl && { DATABASE_URL: place.databaseUrl }),
    },
  });
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      const [, address] = /ready at (http:\S+\d)/.exec(stdout) ?? [];
      if (address) resolve(address);
    });
    void ended.then(() => reject(new Error(`the bot ended before it was ready:\n${stdout}\n${stderr}`)));
  });
  const ready = await fetch(`${url}/readyz`);
  if (!ready.ok) throw new Error(`the bot was not ready: ${await ready.text()}`);
  const signal = async (name: NodeJS.Signals) => {
    child.kill(name);
    await ended;
  };

  return {
    pid: child.pid ?? 0,
    readyMs: performance.now() - started,
    ended,
    async post(activity, token) {
      try {
        const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
        const response = await fetch(`${url}/api/messages`, {
          method: 'POST',
          headers,
          body: JSON.stringify(activity),
        });
        return { status: response.status, body: await response.text() };
      } catch {
        return undefined;
      }
    },
    kill: () => signal('SIGKILL'),
    stop: () => signal('SIGTERM'),
    stderr: () => stderr,
  };
}
