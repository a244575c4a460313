import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { StoreError } from '../store-error.ts';
import { createDurableJsonFile } from './durable-json-file.ts';
import { createGroupCommit, type Committed } from './group-commit.ts';
import { emptyStore, StoreData } from './store-data.ts';

/**
 * Opens the store file of `dataDir`, and makes folder and file on the very first start. A mark beside the file remembers
 * that there was one, so that a lost file stops the start instead of becoming an empty store.
 * Rejects with a StoreError when the store is lost, damaged, of an unknown version or cannot be written.
 */
export async function openLowdb(dataDir: string): Promise<Committed<StoreData>> {
  const path = join(dataDir, 'staffroom.json');
  const mark = join(dataDir, 'staffroom.created');
  const db = new Low(createDurableJsonFile(path, StoreData), emptyStore);
  const found = await db.adapter.read();
  if (!found && (await exists(mark))) {
    throw new StoreError(
      `The store ${path} is missing although it was there before. Restore it from a backup; to begin with an empty store, delete ${mark}.`,
    );
  }
  db.data = found ?? emptyStore;
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await db.write();
    await writeFile(mark, '', { mode: 0o600, flush: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown error';
    throw new StoreError(
      `The store ${path} cannot be written: ${reason}. Check the folder's permissions and the disk.`,
    );
  }
  return createGroupCommit(db);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
