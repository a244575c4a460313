import type { Command } from 'commander';
import { openShelf } from '../documents/open-shelf.ts';
import { openKeys } from '../keys/open-keys.ts';
import { openSnapshot } from '../storage/open-snapshot.ts';
import { StoreError } from '../domain/store-error.ts';
import { tellErrors } from './keys/tell-errors.ts';
import { readSettings } from './read-settings.ts';
import { onOneLine } from './on-one-line.ts';

interface GapsOptions {
  readonly school?: string;
  readonly json?: boolean;
}

/** One gap with its words; undefined where they cannot be opened. */
interface OpenedGap {
  readonly school: string;
  readonly reference: string;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly text: string | undefined;
}

/**
 * `staffroom gaps`: what staff said the policies do not answer, oldest first, for the next review. The bot may be serving.
 * stdout holds the list. Exit 0 when all could be read, 1 when words could not be opened, 2 when it could not be listed.
 */
export function registerGaps(program: Command): void {
  program
    .command('gaps')
    .description('list what staff said is missing in the policies, for the next review')
    .option('--school <id>', 'only this school')
    .option('--json', 'print the list as JSON')
    .action((options: GapsOptions) => tellErrors(2, () => listGaps(options)));
}

async function listGaps({ school, json = false }: GapsOptions): Promise<number> {
  const config = readSettings();
  const { sealer } = await openKeys(config.reportKeyFile);
  const shelf = await openShelf(config.policiesDir, { watch: false });
  const known = shelf.schools().map((library) => library.school.id);
  if (school !== undefined && !known.includes(school)) {
    process.stderr.write(`There is no school “${school}”. These are there: ${known.join(', ')}.\n`);
    return 2;
  }
  const { dataDir, database } = config;
  const snapshot = await openSnapshot({ dataDir, databaseUrl: database?.url });
  if (!snapshot) throw new StoreError(`There is no store in ${dataDir} yet. Check DATA_DIR.`);
  try {
    const gaps: OpenedGap[] = [];
    for (const schoolId of school === undefined ? known : [school]) {
      for (const { id, at, sealedText } of await snapshot.ports.questions.gaps(schoolId)) {
        const text = await sealer.open(sealedText, { schoolId, type: 'gap', id });
        gaps.push({ school: schoolId, reference: id, at, text });
      }
    }
    process.stdout.write(json ? `${JSON.stringify({ gaps: gaps.map(toJson) }, null, 2)}\n` : printed(gaps));
    const locked = gaps.filter(({ text }) => text === undefined).length;
    if (locked > 0) process.stderr.write(`${locked} of ${gaps.length} cannot be opened with the keys in use.\n`);
    return locked > 0 ? 1 : 0;
  } finally {
    await snapshot.close();
  }
}

function toJson({ text = null, ...gap }: Omit<OpenedGap, 'text'> & { text?: string | null | undefined }): object {
  return { ...gap, text };
}

function printed(gaps: readonly OpenedGap[]): string {
  if (gaps.length === 0) return 'Nobody has said that anything is missing.\n';
  return gaps
    .map(({ school, reference, at, text }) => {
      const words = text === undefined ? '(cannot be opened)' : onOneLine(text);
      return `${at.slice(0, 10)}  ${school}  ${reference}  ${words}\n`;
    })
    .join('');
}
