import { createInterface } from 'node:readline';
import closeWithGrace from 'close-with-grace';
import type { Command } from 'commander';
import { mostSchools, startDemo } from './demo/start-demo.ts';

/** `staffroom demo`: the bot with the sample school, and a local Teams client for three of its people; more schools where asked for. */
export function registerDemo(program: Command): void {
  program
    .command('demo')
    .description('Try Staffroom on this computer: a fictional school and a local Teams client. Needs no network.')
    .option('--port <number>', 'first port to try for the bot; the Teams clients take free ones from 56150 on', '3978')
    .option('--schools <number>', `how many schools, up to ${mostSchools}: several belong to a trust`, '1')
    .action(async ({ port, schools }: { port: string; schools: string }) => {
      try {
        const count = Number(schools);
        if (!Number.isInteger(count) || count < 1 || count > mostSchools)
          throw new Error(`It has between 1 and ${mostSchools} schools: write, say, --schools ${mostSchools}.`);
        const demo = await startDemo(Number(port) || 3978, { schools: count });
        closeWithGrace({ delay: 10_000, logger: false }, () => demo.stop());
        process.stdout.write(demo.welcome);
        createInterface({ input: process.stdin }).on('line', () => process.stdout.write(demo.toNextDay()));
      } catch (error) {
        process.stderr.write(`The demo did not start. ${error instanceof Error ? error.message : ''}\n`);
        process.exitCode = 1;
      }
    });
}
