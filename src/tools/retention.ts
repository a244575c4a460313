import type { Command } from 'commander';
import { openShelf } from '../documents/open-shelf.ts';
import { schoolDay } from '../domain/people/school-day.ts';
import type { School } from '../domain/people/school.ts';
import { deedsOf, type DecidedEnd } from '../domain/records/apply-retention.ts';
import { lookThrough, type RetentionRun } from '../domain/records/look-through.ts';
import { StoreError } from '../domain/store-error.ts';
import { openKeys } from '../keys/open-keys.ts';
import { openSnapshot } from '../storage/open-snapshot.ts';
import { retain } from '../storage/retain.ts';
import { tellErrors } from './keys/tell-errors.ts';
import { readSettings } from './read-settings.ts';
import { because, printApplied, printRun, runAsJson } from './retention/print-run.ts';

interface RetentionOptions {
  readonly apply?: boolean;
  readonly today?: string;
  readonly decided?: string;
  readonly by?: string;
  readonly because?: string;
  readonly json?: boolean;
}

const about = `
The bot does the same every night at 03:15. Without --apply nothing is changed: the list says what would be destroyed and
why the rest is kept, by reference, without a word of any report. What is destroyed cannot be brought back, except from a
backup of the last 35 days. A report of abuse or about an adult of the school goes only with --decided, when its time is over
and it is closed and in the school's own system, and then alone. README.md has the table of what is kept how long. The bot may be serving.`;

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
    .option('--decided <REFERENCE>', 'one report that is never destroyed by itself: a person decided that it may go')
    .option('--by <name>', 'who decided')
    .option('--because <reason>', 'why, without a word of the report')
    .option('--json', 'print the list as JSON')
    .addHelpText('after', about)
    .action((options: RetentionOptions) => tellErrors(2, () => run(options)));
}

async function run({ apply = false, today, json = false, ...options }: RetentionOptions): Promise<number> {
  const decided = decisionOf(options);
  if (decided === 'incomplete') {
    process.stderr.write(`Nothing was destroyed. ${decisionNeeds}\n`);
    return 2;
  }
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
    looked = await lookThrough({ ...snapshot.ports, sealer }, shelf.schools(), {
      now,
      clockConfirmed: today !== undefined,
      ...(decided && { decided: [decided.reference] }),
    });
  } finally {
    await snapshot.close();
  }
  const kept = decided && whyKept(looked, decided.reference);
  if (kept !== undefined) {
    process.stderr.write(`Nothing was destroyed: ${kept}.\n`);
    return 1;
  }
  const isRefused = apply && looked.clock !== undefined;
  const applied = apply && !isRefused ? await retain(place, deedsOf(looked, decided)) : undefined;
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

const decisionNeeds =
  'Write --decided SR-XXXX-X with --by NAME and --because REASON, each of up to 200 characters: both are kept with the report’s events.';

function decisionOf({ decided, by, because }: RetentionOptions): DecidedEnd | 'incomplete' | undefined {
  if (decided === undefined && by === undefined && because === undefined) return undefined;
  const isText = (text = '') => text.trim().length >= 2 && text.length <= 200;
  if (decided === undefined || !isText(by) || !isText(because)) return 'incomplete';
  return { reference: decided.trim(), by: by?.trim() ?? '', because: because?.trim() ?? '' };
}

/** Why a report stays though somebody decided that it may go, as the end of a sentence; undefined where it goes. */
function whyKept({ schools }: RetentionRun, reference: string): string | undefined {
  const end = schools.flatMap(({ reports }) => reports).find(({ incident }) => incident.id === reference);
  if (!end) return `no report ${reference} has a text`;
  return end.kind === 'keep' && end.why !== 'clock' ? `${reference} is kept, ${because[end.why]}` : undefined;
}

/** The day of the first school; without a school there is nothing to look through. */
function dayOf([school]: readonly School[], now: Date): string {
  return school ? schoolDay(now, school) : now.toISOString().slice(0, 10);
}
