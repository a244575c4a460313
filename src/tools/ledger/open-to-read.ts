import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../config.ts';
import { generationPaths } from '../../storage/lowdb/store-file.ts';
import { StoreError } from '../../storage/store-error.ts';
import type { Stores } from '../../storage/stores.ts';
import { openConfiguredStores } from '../open-configured-stores.ts';

/**
 * Opens the stores to read from them while the bot may be serving. Where it has the store file to itself, this is a copy
 * of the file as it was last written, in a folder that nobody else can read and that `close` deletes.
 */
export async function openToRead(config: Config): Promise<Stores> {
  try {
    return await openConfiguredStores(config);
  } catch (error) {
    if (!(error instanceof StoreError) || error.kind !== 'in-use') throw error;
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'staffroom-copy-'));
  const remove = () => rm(dataDir, { recursive: true, force: true });
  try {
    await copyFile(generationPaths(config.dataDir)[0], generationPaths(dataDir)[0]);
    const stores = await openConfiguredStores({ ...config, dataDir });
    return { ...stores, close: () => stores.close().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}
