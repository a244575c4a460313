import type { Command } from 'commander';
import { colourOf } from '../domain/health/health-line.ts';
import { examine } from './doctor/examine.ts';
import { printHealth } from './doctor/print-health.ts';
import { loadEnvFile } from './read-settings.ts';

/** `staffroom doctor`: what is well, what is not, and who must do what. Exit 1 when a line is red, else 0. */
export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description('say what is well, what is not, and who must do what; the bot may be serving')
    .option('--json', 'print the lines as JSON')
    .option(
      '--offline',
      'look at this machine only: ask neither Teams nor Microsoft Entra nor PUBLIC_URL nor a language model',
    )
    .action(async ({ json = false, offline = false }: { json?: boolean; offline?: boolean }) => {
      loadEnvFile();
      const now = new Date();
      const lines = await examine(process.env, now, { offline });
      const colour = colourOf(lines);
      const report = { at: now.toISOString(), colour, lines };
      process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : printHealth(lines));
      process.exitCode = colour === 'red' ? 1 : 0;
    });
}
