import { open, rm } from 'node:fs/promises';
import type { Command } from 'commander';
import type { WholeReport } from '../cards/reports/report-passages.ts';
import { openShelf } from '../documents/open-shelf.ts';
import { isReference } from '../domain/delivery/reference.ts';
import { openKeys } from '../keys/open-keys.ts';
import { toReportJson } from '../sheets/report-json.ts';
import { toReportSheet } from '../sheets/report-sheet.ts';
import { writePdf } from '../sheets/write-pdf.ts';
import { tellErrors } from './keys/tell-errors.ts';
import { readSettings } from './read-settings.ts';
import { takeOut } from './report/take-out.ts';

interface ExportOptions {
  readonly by: string;
  readonly pdf?: string;
  readonly json?: boolean;
}

const about = `
The file holds names and everything that was written: give it to whoever receives the report, and to nobody else; it must not
reach anybody whom the report is about. That it was taken out, when and by whom, is recorded with the report, and those who
receive it see it. The bot may be serving. Run this as the bot's own user.`;

/** `staffroom report export`: a whole report, for the school's own system. Exit 0 when it was given out, 1 when not, 2 when there is none. */
export function registerReport(program: Command): void {
  program
    .command('report')
    .description('take a report out of Staffroom')
    .command('export')
    .description('write a whole report with its history; the bot may be serving')
    .argument('<reference>', 'the report, such as SR-7KQ2-Z')
    .requiredOption('--by <name>', 'who takes it out')
    .option('--pdf <file>', 'write it as a PDF into a new file that only you can read')
    .option('--json', 'print it as JSON')
    .addHelpText('after', about)
    .action((reference: string, options: ExportOptions) => tellErrors(1, () => exportReport(reference, options)));
}

async function exportReport(reference: string, { by, pdf, json = false }: ExportOptions): Promise<number> {
  const id = reference.toUpperCase();
  const name = by.trim();
  if (name.length < 2) return refuse(1, 'Write the name of whoever takes it out: --by NAME');
  if (pdf === undefined && !json) return refuse(1, 'Write --pdf FILE, --json, or both.');
  if (!isReference(id)) return refuse(2, `“${reference}” is no reference; a letter of it is wrong.`);
  const config = readSettings();
  const shelf = await openShelf(config.policiesDir, { watch: false });
  const { sealer } = await openKeys(config.reportKeyFile);
  const { dataDir, database, appService } = config;
  const place = { dataDir, databaseUrl: database?.url, appService };
  // Before anything is recorded: a file that cannot be made gives nothing out.
  const file = pdf === undefined ? undefined : await open(pdf, 'wx', 0o600).catch(fileProblem);
  if (typeof file === 'string') return refuse(1, `${pdf} ${file} Nothing was given out.`);
  let isGiven = false;
  try {
    const as = pdf !== undefined && json ? 'pdf and json' : json ? 'json' : 'pdf';
    const taken = await takeOut({ place, shelf, sealer, now: () => new Date() }, { id, by: name, as });
    if (taken.kind === 'not-found') return refuse(2, `There is no report ${id}.`);
    if (taken.kind === 'locked')
      return refuse(1, `${id} cannot be opened: it was destroyed, or its key is not in the key file.`);
    await give(taken.whole, { file, json, at: taken.at });
    isGiven = true;
    return 0;
  } finally {
    await file?.close();
    if (pdf !== undefined && file && !isGiven) await rm(pdf, { force: true });
  }
}

async function give(
  whole: WholeReport,
  { file, json, at }: { file: Awaited<ReturnType<typeof open>> | undefined; json: boolean; at: string },
): Promise<void> {
  if (file) {
    await file.writeFile(await writePdf(toReportSheet(whole, at)));
    await file.sync();
  }
  if (json) process.stdout.write(`${JSON.stringify(toReportJson(whole, at), null, 2)}\n`);
  process.stderr.write(`${whole.opened.incident.id} was taken out; the report says so.\n`);
}

/** Why the file cannot be made, as the end of a sentence. */
function fileProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'EEXIST' ? 'is there already; name a new file.' : `cannot be written (${code}).`;
}

function refuse(code: number, sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return code;
}
