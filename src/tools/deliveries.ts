import type { Command } from 'commander';
import { acknowledgeDeliveries } from '../storage/acknowledge-deliveries.ts';
import { listUnsure, type UnsureDelivery } from './deliveries/list-unsure.ts';
import { tellErrors } from './keys/tell-errors.ts';
import { readSettings } from './read-settings.ts';

interface AcknowledgeOptions {
  readonly by: string;
  readonly all?: boolean;
}

const about = `
The states:
  unknown        it may or may not have arrived, and is not sent again
  undeliverable  there was no way to reach the person, for a day
  refused        Teams said no for good
Let the person know, then acknowledge it: "staffroom doctor" is quiet about it from then on. The bot may be serving: one
that has the store to itself takes the note from a file in DATA_DIR within a second. Run this as the bot's own user.`;

/**
 * `staffroom deliveries`: what did not surely arrive. stdout holds the list; exit 0 when it was listed, else 2.
 * `acknowledge` notes that a person dealt with it; exit 0 when all was noted, else 1, with the reason.
 */
export function registerDeliveries(program: Command): void {
  const deliveries = program
    .command('deliveries')
    .description('list the messages that did not surely arrive; the bot may be serving')
    .option('--json', 'print the list as JSON')
    .addHelpText('after', about)
    .action(({ json = false }: { json?: boolean }) => tellErrors(2, () => list(json)));

  deliveries
    .command('acknowledge')
    .description('note that a person dealt with them')
    .argument('[keys...]', 'the keys as the list has them')
    .option('--all', 'all that the list has now')
    .requiredOption('--by <name>', 'who dealt with them')
    .action((keys: string[], options: AcknowledgeOptions) => tellErrors(1, () => acknowledge(keys, options)));
}

async function list(json: boolean): Promise<number> {
  const unsure = await listUnsure(readSettings());
  process.stdout.write(json ? `${JSON.stringify({ deliveries: unsure }, null, 2)}\n` : printed(unsure));
  return 0;
}

async function acknowledge(keys: readonly string[], { by, all = false }: AcknowledgeOptions): Promise<number> {
  const name = by.trim();
  if (name.length < 2) return refuse('Write the name of whoever dealt with them: --by NAME');
  if (all === keys.length > 0) return refuse('Write the keys of the deliveries, or --all.');
  const config = readSettings();
  const known = (await listUnsure(config)).map(({ key }) => key);
  const strange = keys.filter((key) => !known.includes(key));
  if (strange.length > 0) {
    return refuse(`Nothing was noted. These are not in the list of "staffroom deliveries": ${strange.join(', ')}`);
  }
  const asked = all ? known : [...new Set(keys)];
  if (asked.length === 0) return say('There is nothing to acknowledge.');
  const at = new Date().toISOString();
  const { dataDir, database, appService } = config;
  const noted = await acknowledgeDeliveries({ dataDir, databaseUrl: database?.url, appService }, asked, {
    by: name,
    at,
  });
  if (noted < asked.length) {
    return refuse(`${noted} of ${asked.length} were noted; the others somebody else acknowledged meanwhile.`);
  }
  return say(`Noted: on ${at.slice(0, 10)} ${name} dealt with ${noted} ${noted === 1 ? 'delivery' : 'deliveries'}.`);
}

function printed(unsure: readonly UnsureDelivery[]): string {
  if (unsure.length === 0) return 'Everything that was sent has arrived, or somebody dealt with it.\n';
  const lines = unsure.flatMap(({ key, school, kind, reference, to, state, at, code }) => [
    `${at.slice(0, 16).replace('T', ' ')}  ${state}  ${kind}  ${reference}  ${school}, to ${to.join(' and ') || 'staff'} (${code})`,
    `  ${key}`,
  ]);
  return [...lines, '', 'When a person has dealt with one: staffroom deliveries acknowledge KEY --by NAME', ''].join(
    '\n',
  );
}

function say(sentence: string): number {
  process.stdout.write(`${sentence}\n`);
  return 0;
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
