import { access } from 'node:fs/promises';
import { dirname } from 'node:path';
import { renameFile } from '../storage/lowdb/rename-file.ts';
import { syncFolder, writeSynced } from '../storage/lowdb/store-file.ts';
import type { RowCounts, StoreTransfer } from '../storage/store-content.ts';
import { countRows } from '../storage/store-content.ts';
import { writeBackup } from './backup-format.ts';
import { checkContent } from './check-content.ts';

export type MadeBackup =
  | { readonly kind: 'made'; readonly rows: RowCounts; readonly chains: number; readonly bytes: number }
  /** There is a file of this name already. */
  | { readonly kind: 'exists' }
  /** The store itself does not hold; `why` is the end of a sentence. */
  | { readonly kind: 'broken'; readonly why: string };

/**
 * Writes everything that is stored into a new file that only its owner can read, and resolves when it survives a loss of
 * power. Nothing stands under the name before it is whole. Rejects when the store or the disk fails.
 */
export async function makeBackup(
  store: Pick<StoreTransfer, 'exportAll'>,
  file: string,
  { now, publicKeys }: { now: Date; publicKeys: ReadonlyMap<string, string> },
): Promise<MadeBackup> {
  if (await exists(file)) return { kind: 'exists' };
  const content = await store.exportAll();
  const checked = await checkContent(content, publicKeys);
  if (checked.kind === 'broken') return checked;
  const bytes = await writeBackup(content, now);
  await writeSynced(`${file}.new`, bytes);
  await renameFile(`${file}.new`, file);
  await syncFolder(dirname(file));
  return { kind: 'made', rows: countRows(content), chains: checked.chains.length, bytes: bytes.length };
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
