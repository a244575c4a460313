import { openLowdbSnapshot, storeFiles } from '../../storage/lowdb/open-lowdb-snapshot.ts';
import { isEmptyContent } from '../../storage/store-content.ts';
import { StoreError } from '../../storage/store-error.ts';

/** Why nothing can be restored into a folder, a sentence with what to move away; nothing when it has no records. */
export async function findObstacle(dataDir: string): Promise<string | undefined> {
  if (await isFree(dataDir)) return undefined;
  const files = await storeFiles(dataDir);
  return `There is a store in ${dataDir} already. Nothing was restored. Stop Staffroom, move these files to another folder and keep them, then try again: ${files.join(', ')}`;
}

async function isFree(dataDir: string): Promise<boolean> {
  try {
    const opened = await openLowdbSnapshot(dataDir);
    return opened.kind === 'missing' || isEmptyContent(await opened.snapshot.ports.transfer.exportAll());
  } catch (error) {
    if (error instanceof StoreError) return false; // damaged: somebody may want to look at it
    throw error;
  }
}
