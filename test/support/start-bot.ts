import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../src/project-root.ts';
import { ids } from './activities.ts';
import { cpuMsOf } from './cpu-ms-of.ts';

/** Where a bot keeps its records, with what keys, and what it takes for Teams; the same for every start of it. */
export interface BotPlace {
  /** The module to run: the built server-entry.ts, or another that takes the same arguments. */
  readonly entry: string;
  readonly authorityUrl: string;
  readonly connectorUrl: string;
  readonly dataDir: string;
  readonly keyFile: string;
}

/** The bot in a process of its own. */
export interface BotProcess {
  readonly url: string;
  readonly process: ChildProcess;
  /** Milliseconds from the start of the process to its ready line. */
  readonly readyMs: number;
  /** Milliseconds of processor time that it took. */
  readonly readyCpuMs: number;
  /** Everything it printed: the log on standard error, the ready line on standard output. */
  output(): { readonly stdout: string; readonly stderr: string };
  /** Resolves with the exit code when the process has ended. */
  readonly ended: Promise<number | null>;
  /** Posts to /api/messages: a text as it is, anything else as JSON. Headers that are undefined are left out. */
  post(activity: unknown, headers: Record<string, string | undefined>): Promise<Response>;
  /** Sends the signal, unless it has ended, and resolves when it has. */
  end(signal: NodeJS.Signals): Promise<void>;
}

/**
 * Starts the bot and waits for its ready line. `env` is added to a whole production configuration. Rejects, with what it
 * printed, when it ends before.
 */
export async function startBot(
  { entry, authorityUrl, connectorUrl, dataDir, keyFile }: BotPlace,
  { env, nodeArgs = [] }: { env?: Record<string, string> | undefined; nodeArgs?: readonly string[] | undefined } = {},
): Promise<BotProcess> {
  const started = performance.now();
  const child = spawn(process.execPath, [...nodeArgs, entry, authorityUrl, connectorUrl], {
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
      ...env,
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

  return {
    url,
    process: child,
    readyMs: performance.now() - started,
    readyCpuMs: cpuMsOf(child.pid),
    output: () => ({ stdout, stderr }),
    ended,
    post(activity, headers) {
      const all = { 'content-type': 'application/json', ...headers };
      const present = Object.entries(all).filter(([, value]) => value !== undefined);
      return fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: Object.fromEntries(present) as Record<string, string>,
        body: typeof activity === 'string' ? activity : JSON.stringify(activity),
      });
    },
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await ended;
    },
  };
}
