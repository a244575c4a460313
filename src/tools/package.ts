import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod/v4';
import { readAppSettings, type AppSettings } from '../config.ts';
import { loadShelf } from '../documents/load-shelf.ts';
import { projectRoot } from '../project-root.ts';
import { appValues } from './package/app-values.ts';
import { makePackage, type MadePackage } from './package/make-package.ts';
import { packageFile } from './package/package-file.ts';
import { printProblems, printWritten } from './package/print-package.ts';
import { zipFiles } from './package/zip-files.ts';
import { loadEnvFile } from './read-settings.ts';

const firstVersion = '1.0.0';

interface PackageOptions {
  readonly out: string;
  readonly appVersion: string;
  readonly manifest: string;
  readonly json?: boolean;
}

const about = `
BOT_ID and PUBLIC_URL come from .env, the school’s name from its school.yaml. Nothing is asked of the network. The same settings
give the same file, byte by byte. Exit 0 when it was written, 1 when the manifest has to be mended, 2 when something could not be
read or written.`;

/** `staffroom package`: checks the Teams app and writes it as a ZIP. Exit 0 written, 1 faulty, 2 not readable or writable. */
export function registerPackage(program: Command): void {
  program
    .command('package')
    .description('check the Teams app of this bot and write it as a ZIP for the Teams admin centre')
    .option('--out <file>', 'where to write it; what is there is replaced', packageFile)
    .option('--app-version <version>', 'three numbers; Teams takes an update only when they are higher', firstVersion)
    .option('--manifest <dir>', 'a folder of your own with manifest.json and the icons', join(projectRoot, 'manifest'))
    .option('--json', 'print what was written, or the problems, as JSON')
    .addHelpText('after', about)
    .action(async (options: PackageOptions) => {
      process.exitCode = await writePackage(options);
    });
}

async function writePackage({ out, appVersion, manifest: folder, json = false }: PackageOptions): Promise<number> {
  loadEnvFile();
  const read = readAppSettings(process.env);
  if (read.kind === 'invalid')
    return refuse(['Please correct these settings first:', ...read.problems.map((one) => `- ${one}`)]);
  const { settings } = read;
  const schools = await schoolNames(settings);
  if (typeof schools === 'string') return refuse([schools]);
  const values = appValues(settings, { schools, version: appVersion });
  const made = await makePackage(folder, values).catch(() => undefined);
  if (!made)
    return refuse([`${join(folder, 'manifest.json')} cannot be read. Check --manifest, and who may read the file.`]);
  if (made.kind === 'faulty') {
    const { problems } = made;
    process.stdout.write(json ? `${JSON.stringify({ problems }, null, 2)}\n` : printProblems(problems, folder));
    return 1;
  }
  const zip = zipFiles(made.files);
  const isWritten = await writeFile(out, zip).then(
    () => true,
    () => false,
  );
  if (!isWritten) return refuse([`${out} cannot be written. Check that its folder is there and who may write to it.`]);
  const written = {
    file: out,
    bytes: zip.length,
    sha256: createHash('sha256').update(zip).digest('hex'),
    names: Object.keys(made.files),
    version: appVersion,
    ...summaryOf(made),
    botId: settings.botId,
    domain: values.DOMAIN,
    schools,
  };
  process.stdout.write(json ? `${JSON.stringify({ ...written, problems: [] }, null, 2)}\n` : printWritten(written));
  return 0;
}

/** The names of the schools, or a sentence that says why there are none. */
async function schoolNames({ policiesDir }: AppSettings): Promise<string[] | string> {
  const shelf = await loadShelf(policiesDir);
  if (!shelf) return `POLICIES_DIR: there is no folder “${policiesDir}”. It holds one folder for each school.`;
  const broken = shelf.schools.find(({ library }) => !library);
  if (broken)
    return `The school in ${join(policiesDir, broken.folder)} cannot be read. See: staffroom lint ${policiesDir}`;
  const names = shelf.schools.flatMap(({ library }) => library?.school.name ?? []);
  return names.length > 0 ? names : `There is no school in “${policiesDir}”. Make a folder with a school.yaml there.`;
}

const Summary = z.object({
  manifestVersion: z.string(),
  authorization: z
    .object({ permissions: z.object({ resourceSpecific: z.array(z.object({ name: z.string() })) }) })
    .optional()
    .catch(undefined),
});

function summaryOf({ manifest }: Extract<MadePackage, { kind: 'made' }>) {
  const { manifestVersion, authorization } = Summary.parse(manifest);
  return { manifestVersion, permissions: authorization?.permissions.resourceSpecific.map(({ name }) => name) ?? [] };
}

function refuse(lines: readonly string[]): number {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.stderr.write('Nothing was written.\n');
  return 2;
}
