import { createInterface } from 'node:readline';
import closeWithGrace from 'close-with-grace';
import type { Command } from 'commander';
import { startDemo } from './demo/start-demo.ts';

/** `staffroom demo`: the bot with the sample school, and a local Teams client for three of its people. */
export function registerDemo(program: Command): void {
  program
    .command('demo')
    .description('Try Staffroom on this computer: a fictional school and a local Teams client. Needs no network.')
    .option('--port <number>', 'first port to try for the bot; the Teams clients take free ones from 56150 on', '3978')
    .action(async ({ port }: { port: string }) => {
      try {
        const demo = await startDemo(Number(port) || 3978);
        closeWithGrace({ delay: 10_000, logger: false }, () => demo.stop());
        process.stdout.write(demo.welcome);
        createInterface({ input: process.stdin }).on('line', () => process.stdout.write(demo.toNextDay()));
      } catch (error) {
        process.stderr.write(`The demo did not start. ${error instanceof Error ? error.message : ''}\n`);
        process.exitCode = 1;
      }
    });
}
