import type { Command } from 'commander';
import { openShelf } from '../documents/open-shelf.ts';
import { schoolDay } from '../domain/people/school-day.ts';
import type { School } from '../domain/people/school.ts';
import { deedsOf } from '../domain/records/apply-retention.ts';
import { lookThrough, type RetentionRun } from '../domain/records/look-through.ts';
import { StoreError } from '../domain/store-error.ts';
import { openKeys } from '../keys/open-keys.ts';
import { openSnapshot } from '../storage/open-snapshot.ts';
import { retain } from '../storage/retain.ts';
import { tellErrors } from './keys/tell-errors.ts';
import { readSettings } from './read-settings.ts';
import { printApplied, printRun, runAsJson } from './retention/print-run.ts';

interface RetentionOptions {
  readonly apply?: boolean;
  readonly today?: string;
  readonly json?: boolean;
}

const about = `
The bot does the same every night at 03:15. Without --apply nothing is changed: the list says what would be destroyed and
why the rest is kept, by reference, without a word of any report. What is destroyed cannot be brought back, except from a
backup of the last 35 days. README.md has the table of what is kept how long. The bot may be serving.`;

/**
 * `staffroom retention`: what is to be kept no longer. stdout holds the list. Exit 0 when it was listed or destroyed, 1 when
 * nothing was destroyed because the clock is not believed, 2 when it could not be listed.
 */
export function registerRetention(program: Command): void {
  program
    .command('retention')
    .description('list what is to be kept no longer, and destroy it with --apply')
    .option('--apply', 'destroy what the list says is to be destroyed')
    .option('--today <YYYY-MM-DD>', 'today’s date as you know it, where the clock is not believed')
    .option('--json', 'print the list as JSON')
    .addHelpText('after', about)
    .action((options: RetentionOptions) => tellErrors(2, () => run(options)));
}

async function run({ apply = false, today, json = false }: RetentionOptions): Promise<number> {
  const config = readSettings();
  const { sealer } = await openKeys(config.reportKeyFile);
  const shelf = await openShelf(config.policiesDir, { watch: false });
  const schools = shelf.schools().map(({ school }) => school);
  const now = new Date();
  const day = dayOf(schools, now);
  if (today !== undefined && today !== day) {
    process.stderr.write(`By this computer's clock it is ${day} and not ${today}. Put the clock right first.\n`);
    return 2;
  }
  const { dataDir, database, appService } = config;
  const place = { dataDir, databaseUrl: database?.url, appService };
  const snapshot = await openSnapshot(place);
  if (!snapshot) throw new StoreError(`There is no store in ${dataDir} yet. Check DATA_DIR.`);
  let looked: RetentionRun;
  try {
    looked = await lookThrough({ ...snapshot.ports, sealer }, schools, { now, clockConfirmed: today !== undefined });
  } finally {
    await snapshot.close();
  }
  const isRefused = apply && looked.clock !== undefined;
  const applied = apply && !isRefused ? await retain(place, deedsOf(looked)) : undefined;
  process.stdout.write(
    json
      ? `${JSON.stringify(runAsJson(looked, applied), null, 2)}\n`
      : `${printRun(looked, day)}${applied ? printApplied(applied) : ''}`,
  );
  if (isRefused) {
    process.stderr.write(
      `Nothing was destroyed: the clock is not believed. By it today is ${day}. If that is so, add --today ${day}.\n`,
    );
  }
  return isRefused ? 1 : 0;
}

/** The day of the first school; without a school there is nothing to look through. */
function dayOf([school]: readonly School[], now: Date): string {
  return school ? schoolDay(now, school) : now.toISOString().slice(0, 10);
}
