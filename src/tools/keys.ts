import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { KeyError } from '../keys/key-error.ts';
import { changeKeyFile, createKeyFile, readKeyFile } from '../keys/key-file.ts';
import { newKeyRing } from '../keys/key-ring.ts';
import { kidsOnSheet, readKeySheet, toKeySheet } from '../keys/key-sheet.ts';
import { rotate, type RotateStep, rotateSteps } from './keys/rotate.ts';
import { rotateSigning } from './keys/rotate-signing.ts';
import { tellErrors } from './keys/tell-errors.ts';
import { readSettings } from './read-settings.ts';

const about = `
The key file (REPORT_KEY_FILE) locks what staff write and signs the ledgers. It lies outside of the store and of every
backup; without it a backup cannot be read. Several instances on PostgreSQL need the same keys: give each a file with
the same content. Copies on several machines are changed step by step ("keys rotate --help"). In a container, mount the
folder of the file, not the file alone: the keys are changed by putting a whole new file in its place.`;

const aboutRotate = `
On one machine, or where all instances read one and the same file, "staffroom keys rotate" is enough, while the bot
serves. Where each machine has a copy of the file:
  1. staffroom keys rotate --step prepare   then copy the file to every machine
  2. staffroom keys rotate --step use       then copy the file to every machine
  3. staffroom keys rotate --step drop      a few minutes later, then copy the file to every machine
Afterwards print a new sheet (staffroom keys export). Keep the old one until the backups of its time are gone: they
open with the old key only.

"staffroom keys rotate --signing" changes the key that signs the ledgers, while the bot serves, in one step: the old key
signs that the new one takes its place, and is then gone. What it signed stays verifiable. Where each machine has a copy
of the file, copy it at once: until then the others sign nothing. Do this when somebody may have had the key file, and
then give the id on the new sheet, not the old one, to whoever verifies exports.`;

/** `staffroom keys`: makes, changes, prints and brings back the keys. Exit 0 when done, 1 when not, with the reason. */
export function registerKeys(program: Command): void {
  const keys = program
    .command('keys')
    .description('the keys that lock what staff write and sign the ledgers')
    .addHelpText('after', about);

  keys
    .command('init')
    .description('make a new key file that only its owner can read; an existing one is never written over')
    .argument('<file>', 'where to put it: outside of the data folder, best on another volume')
    .action((file: string) => tellErrors(1, () => init(file)));

  keys
    .command('rotate')
    .description('change the key: seal everything under a new one while the bot serves, then drop the old one')
    .option('--signing', 'change the key that signs the ledgers instead')
    .option('--step <step>', `one step of a change on several machines: ${rotateSteps.join(', ')}`)
    .addHelpText('after', aboutRotate)
    .action(({ step, signing = false }: { step?: string; signing?: boolean }) =>
      tellErrors(1, () => change(signing, step)),
    );

  keys
    .command('export')
    .description('print the keys as a sheet of plain text for a sealed envelope in the safe')
    .option('--file <file>', 'the key file, when it is not the one of REPORT_KEY_FILE')
    .action((options: FileOption) => tellErrors(1, () => exportSheet(options)));

  keys
    .command('import')
    .description('make a key file from a sheet; each line and the whole are checked')
    .argument('<sheet>', 'a text file with what stands on the sheet')
    .argument('<file>', 'the key file to make')
    .action((sheet: string, file: string) => tellErrors(1, () => importSheet(sheet, file)));

  keys
    .command('confirm-safe')
    .description('note that the sheet with the present keys lies in the safe; "staffroom doctor" asks until then')
    .requiredOption('--by <name>', 'who saw it lie there')
    .option('--file <file>', 'the key file, when it is not the one of REPORT_KEY_FILE')
    .action((options: FileOption & { by: string }) => tellErrors(1, () => confirmSafe(options)));
}

interface FileOption {
  readonly file?: string;
}

async function change(signing: boolean, given: string | undefined): Promise<number> {
  const step = toStep(given);
  if (!signing) return rotate(readSettings(), step);
  if (step) throw new KeyError('The signing key is changed in one step: staffroom keys rotate --signing');
  return rotateSigning(readSettings().reportKeyFile);
}

async function init(file: string): Promise<number> {
  await createKeyFile(file, newKeyRing(new Date()));
  say(
    `The keys are in ${file}; only its owner can read it. Write its path into REPORT_KEY_FILE.`,
    `Next: staffroom keys export --file ${file}; print it, seal it, lay it in the safe.`,
    `Then: staffroom keys confirm-safe --by NAME --file ${file}`,
  );
  return 0;
}

async function exportSheet({ file: given }: FileOption): Promise<number> {
  const file = given ?? readSettings().reportKeyFile;
  process.stdout.write(toKeySheet(await readKeyFile(file), new Date()));
  const named = given === undefined ? '' : ` --file ${given}`;
  process.stderr.write(
    `Print this, leave no copy on the computer, and then: staffroom keys confirm-safe --by NAME${named}\n`,
  );
  return 0;
}

async function importSheet(sheet: string, file: string): Promise<number> {
  const text = await readFile(sheet, 'utf8').catch(() => {
    throw new KeyError(`The sheet ${sheet} cannot be read. Check its path.`);
  });
  await createKeyFile(file, readKeySheet(text));
  say(`The sheet is whole. The keys are in ${file}; now destroy ${sheet}.`);
  return 0;
}

async function confirmSafe({ file = readSettings().reportKeyFile, by }: FileOption & { by: string }): Promise<number> {
  const name = by.trim();
  if (name.length < 2) throw new KeyError('Write the name of whoever saw the sheet in the safe: --by NAME');
  const at = new Date().toISOString();
  await changeKeyFile(file, (ring) => ({
    ...ring,
    inSafe: { by: name, at, kids: kidsOnSheet(ring) },
  }));
  say(`Noted: on ${at.slice(0, 10)} ${name} confirmed that the sheet with the present keys lies in the safe.`);
  return 0;
}

function toStep(given: string | undefined): RotateStep | undefined {
  const step = rotateSteps.find((one) => one === given);
  if (given !== undefined && !step) throw new KeyError(`There is no step “${given}”. Write ${rotateSteps.join(', ')}.`);
  return step;
}

function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
