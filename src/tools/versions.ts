import type { Command } from 'commander';
import { isInForce, type PolicyVersion, type VersionStore } from '../domain/versions/policy-version.ts';
import { openShelf } from '../documents/open-shelf.ts';
import { StoreError } from '../domain/store-error.ts';
import { openSnapshot } from '../storage/open-snapshot.ts';
import { tellErrors } from './keys/tell-errors.ts';
import { readSettings } from './read-settings.ts';
import { printVersions } from './versions/print-versions.ts';

interface VersionsOptions {
  readonly policy?: string;
  readonly text?: string;
  readonly json?: boolean;
}

/**
 * `staffroom versions`: every version of every policy that the bot has served or was offered, and the text of one. The bot
 * may be serving. stdout holds the list or the text. Exit 0, 1 when there is no such version, 2 when it could not be read.
 */
export function registerVersions(program: Command): void {
  program
    .command('versions')
    .description('list the versions of policies: in force, replaced and proposed; or print the text of one')
    .option('--policy <id>', 'only this policy')
    .option('--text <hash>', 'print the text of the version whose hash begins so')
    .option('--json', 'print the list as JSON, without the texts')
    .action((options: VersionsOptions) => tellErrors(2, () => listVersions(options)));
}

async function listVersions({ policy, text, json = false }: VersionsOptions): Promise<number> {
  const config = readSettings();
  const { dataDir, database } = config;
  const shelf = await openShelf(config.policiesDir, { watch: false });
  const snapshot = await openSnapshot({ dataDir, databaseUrl: database?.url });
  if (!snapshot) throw new StoreError(`There is no store in ${dataDir} yet. Check DATA_DIR.`);
  try {
    const versions: PolicyVersion[] = [];
    for (const { school } of shelf.schools()) versions.push(...(await snapshot.ports.versions.versions(school.id)));
    const wanted = versions.filter(({ policyId }) => policy === undefined || policyId === policy);
    if (text !== undefined) return await printText(snapshot.ports.versions, wanted, text);
    const list = { versions: wanted.map(toJson) };
    process.stdout.write(json ? `${JSON.stringify(list, null, 2)}\n` : printVersions(wanted));
    return 0;
  } finally {
    await snapshot.close();
  }
}

async function printText(
  store: Pick<VersionStore, 'text'>,
  versions: readonly PolicyVersion[],
  hash: string,
): Promise<number> {
  const found = versions.filter((version) => version.hash.startsWith(hash.toLowerCase()));
  const [one] = found;
  if (!one || found.length > 1) {
    const why = one ? `${found.length} versions have a hash that begins so` : 'No version has a hash that begins so';
    process.stderr.write(`${why}. npx staffroom versions lists them.\n`);
    return 1;
  }
  process.stdout.write((await store.text(one))?.markdown ?? '');
  return 0;
}

function toJson(version: PolicyVersion): object {
  return { ...version, inForce: isInForce(version) };
}
