import { type ChildProcess, spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../project-root.ts';

/** A running Playground: a local Teams client for one person. */
export interface Playground {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts the Microsoft 365 Agents Playground for one person, on loopback only, without telemetry or a browser window.
 * Resolves when it answers; rejects after 30 seconds or when it ends by itself, and then says where its log is.
 */
export async function startPlayground(options: {
  readonly name: string;
  readonly config: string;
  readonly folder: string;
  readonly port: number;
  readonly botUrl: string;
}): Promise<Playground> {
  const { name, folder, port } = options;
  const url = `http://127.0.0.1:${port}`;
  const configFile = join(folder, `${name}.yml`);
  await writeFile(configFile, options.config);
  const child = spawn(
    process.execPath,
    ['--import', preload(), playgroundCli(), 'start', '--disable-telemetry']
      .concat('--app-endpoint', `${options.botUrl}/api/messages`, '--channel-id', 'msteams')
      .concat('--port', String(port), '--service-url', `${url}/_connector`),
    {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {
        ...process.env,
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: configFile,
        M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, `${name}.log`),
        TEAMSAPPTESTER_BROWSER: 'none',
        SEND_INSTALLATION_ACTIVITY: 'true',
      },
    },
  );
  const stop = () => stopChild(child);
  try {
    await waitUntilItAnswers(child, `${url}/_debug/ping`, `The Playground for ${name}`);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

const preload = () => pathToFileURL(join(projectRoot, 'src/tools/demo/loopback-preload.mjs')).href;

function playgroundCli(): string {
  const manifest = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json');
  return join(dirname(manifest), 'cli.js');
}

async function waitUntilItAnswers(child: ChildProcess, url: string, who: string): Promise<void> {
  const end = Date.now() + 30_000;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`${who} ended with code ${child.exitCode} before it was ready.`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${who} did not answer within 30 seconds.`);
}

function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), 3_000);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill();
  });
}
