import type { Command } from 'commander';
import { tellErrors } from './keys/tell-errors.ts';
import { broadcastAsJson, printBroadcasts, type ListedBroadcast } from './broadcasts/print-broadcasts.ts';
import { readSettings } from './read-settings.ts';
import { withSignoffs, type OpenedSignoffs } from './signoffs/open-signoffs.ts';

interface Options {
  readonly school?: string;
  readonly json?: boolean;
}

/**
 * `staffroom broadcasts`: what was sent to many, and what became of it in numbers; names nobody and quotes nothing. Exit 0
 * when done, 2 when the stores could not be read. The bot may be serving.
 */
export function registerBroadcasts(program: Command): void {
  program
    .command('broadcasts')
    .description('list what was sent to many, with numbers that add up')
    .option('--school <id>', 'only this school')
    .option('--json', 'print the list as JSON')
    .action((options: Options) => tellErrors(2, () => list(options)));
}

async function list({ school, json = false }: Options): Promise<number> {
  const all = await withSignoffs(readSettings(), school, async (opened) =>
    (await Promise.all(opened.map(broadcastsOf))).flat(),
  );
  const text = json ? `${JSON.stringify({ broadcasts: all.map(broadcastAsJson) }, null, 2)}\n` : printBroadcasts(all);
  process.stdout.write(text);
  return 0;
}

async function broadcastsOf({ ports, library }: OpenedSignoffs): Promise<ListedBroadcast[]> {
  const { broadcasts, signoffs } = ports;
  const { school } = library;
  const campaigns = await signoffs.campaigns(school.id);
  const all = await broadcasts.broadcasts(school.id);
  return Promise.all(
    all.map(async (broadcast) => ({
      broadcast,
      library,
      campaigns,
      rows: await broadcasts.addressees(school.id, broadcast.id),
    })),
  );
}
