import type { Command } from 'commander';
import { openBackup } from '../backup/open-backup.ts';
import { restoreContent } from '../backup/restore-content.ts';
import type { Config } from '../config.ts';
import { endorsedKeys } from '../domain/ledger/ledger-keys.ts';
import { openKeys } from '../keys/open-keys.ts';
import { tellErrors } from './keys/tell-errors.ts';
import { openConfiguredStores } from './open-configured-stores.ts';
import { readSettings } from './read-settings.ts';
import { findObstacle } from './restore/find-obstacle.ts';
import { printRestored } from './restore/print-restored.ts';
import { countUnreadable } from './restore/count-unreadable.ts';

/** `staffroom restore`: puts a backup into an empty store. Exit 0 when done; 1 when not, with the reason and nothing changed. */
export function registerRestore(program: Command): void {
  program
    .command('restore')
    .description('put a backup into an empty store; what was still to be sent is not sent again')
    .argument('<file>', 'a file that "staffroom backup" wrote')
    .action((file: string) => tellErrors(1, () => restore(file, readSettings())));
}

async function restore(file: string, config: Config): Promise<number> {
  const { dataDir, database, reportKeyFile } = config;
  const keys = await openKeys(reportKeyFile);
  const backup = await openBackup(file, endorsedKeys((await keys.signer()).keys));
  if (backup.kind === 'refused') return refuse(`The backup ${file} ${backup.why}. Nothing was restored.`);
  const obstacle = database ? undefined : await findObstacle(dataDir);
  if (obstacle) return refuse(obstacle);
  const stores = await openConfiguredStores(config);
  try {
    const restored = await restoreContent(stores.transfer, backup.content, new Date());
    if (restored.kind === 'not-empty') {
      const place = database ? `The PostgreSQL database ${database.shown}` : `The store in ${dataDir}`;
      return refuse(`${place} holds records already. Nothing was restored. Give DATABASE_URL an empty database.`);
    }
    if (restored.kind === 'differs') {
      return refuse(`What was restored is not what is in the backup: ${restored.why}. Do not start Staffroom with it.`);
    }
    const unreadable = countUnreadable(backup.content, await keys.ring());
    process.stdout.write(printRestored(backup, { held: restored.held, unreadable }));
    return 0;
  } finally {
    await stores.close();
  }
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
