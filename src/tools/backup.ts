import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { makeBackup } from '../backup/make-backup.ts';
import { endorsedKeys } from '../domain/ledger/ledger-keys.ts';
import { openKeys } from '../keys/open-keys.ts';
import { openSnapshot } from '../storage/open-snapshot.ts';
import { printBackup } from './backup/print-backup.ts';
import { tellErrors } from './keys/tell-errors.ts';
import { readSettings } from './read-settings.ts';

/** `staffroom backup`: one file with everything that is stored, while the bot serves. Exit 0 when it is written, else 1. */
export function registerBackup(program: Command): void {
  program
    .command('backup')
    .description('write everything that is stored to one file; the bot may be serving')
    .argument('<file>', 'the file to make; an existing one is never written over')
    .addHelpText(
      'after',
      '\nThe keys are not in a backup: keep the key file, or its sheet in the safe, apart from it.\nThe same file restores into a store file and into PostgreSQL.',
    )
    .action((file: string) => tellErrors(1, () => backUp(file)));
}

async function backUp(file: string): Promise<number> {
  const config = readSettings();
  const folder = await stat(dirname(file)).catch(() => undefined);
  if (!folder?.isDirectory()) return refuse(`There is no folder ${dirname(file)}. Make it, best on another disk.`);
  const { signer } = await openKeys(config.reportKeyFile);
  const store = await openSnapshot({ dataDir: config.dataDir, databaseUrl: config.database?.url });
  if (!store) return refuse(`There is no store in ${config.dataDir} yet, so there is nothing to back up.`);
  try {
    const publicKeys = endorsedKeys((await signer()).keys);
    const made = await makeBackup(store.ports.transfer, file, { now: new Date(), publicKeys });
    if (made.kind === 'exists') return refuse(`There is a file ${file} already. Choose another name.`);
    if (made.kind === 'broken') {
      return refuse(
        `No backup was written: the store ${made.why}. Keep the older backups and the store as it is, and tell the data protection officer.`,
      );
    }
    if (store.older) {
      const since = store.older.savedAt ? ` saved at ${store.older.savedAt}` : '';
      process.stderr.write(
        `The newest file of the store ${store.older.why}. The backup holds the last whole state${since}.\n`,
      );
    }
    process.stdout.write(printBackup(file, made));
    return 0;
  } finally {
    await store.close();
  }
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
