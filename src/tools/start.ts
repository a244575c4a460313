import closeWithGrace from 'close-with-grace';
import type { Command } from 'commander';
import { readConfig, type Config } from '../config.ts';
import { captureConsole, createLog } from '../log.ts';
import type { BotAuth } from '../teams/bot-auth.ts';

/** `staffroom start`: reads the settings and serves Teams until it is told to stop. */
export function registerStart(program: Command): void {
  program
    .command('start')
    .description('Serve Teams. Settings come from the environment and from .env in this folder (see .env.example).')
    .action(async () => {
      readEnvFile();
      const read = readConfig(process.env);
      if (read.kind === 'valid') return start(read.config);
      stopBecause([
        'Staffroom did not start. Please correct these settings:',
        ...read.problems.map((one) => `- ${one}`),
      ]);
    });
}

/**
 * Serves until SIGTERM or SIGINT: then /readyz turns red, accepted work is finished and the process ends with 0, within
 * 10 seconds. Prints one line when it is ready, and before it what somebody has to know of the store. When it cannot start it says why and sets the exit code 1.
 */
export async function start(
  config: Config,
  { botAuth, now = () => new Date() }: { botAuth?: BotAuth; now?: () => Date } = {},
): Promise<void> {
  const log = createLog(config.logLevel);
  captureConsole(log);
  try {
    const { createApp } = await import('../app.ts'); // a second of loading, not needed to refuse bad settings
    const app = await createApp(config, { log, now, tell, ...(botAuth && { botAuth }) });
    const grace = closeWithGrace({ delay: 10_000, logger: false }, async ({ signal, err }) => {
      if (err) log.error({ err }, 'stopping after a failure that nothing handled');
      else log.info({ ...(signal && { code: signal }) }, 'stopping');
      await app.close();
    });
    const port = await app.listen().catch(async (error: unknown) => {
      grace.uninstall();
      await app.close();
      throw error;
    });
    const note = config.mode === 'demo' ? ' This is the demo: nobody signs in, and only this computer reaches it.' : '';
    const place = config.database ? `PostgreSQL, database ${config.database.shown}` : `the folder ${config.dataDir}`;
    process.stdout.write(
      `Staffroom is ready at http://${config.host}:${port}. It keeps its records in ${place}.${note}\n`,
    );
  } catch (err) {
    log.debug({ err }, 'the start failed');
    stopBecause(['Staffroom did not start.', err instanceof Error ? err.message : 'The reason is not known.']);
  }
}

function readEnvFile(): void {
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!missing) throw error;
  }
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

function stopBecause(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}
