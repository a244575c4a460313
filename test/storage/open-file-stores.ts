import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStores } from '../../src/storage/open-stores.ts';
import type { Stores } from '../../src/storage/stores.ts';

/** Fresh stores in a folder of their own, which is gone when the test has ended. */
export async function openFileStores(): Promise<Stores> {
  const dataDir = await mkdtemp(join(tmpdir(), 'staffroom-store-'));
  const stores = await openStores({ dataDir });
  onTestFinished(async () => {
    await stores.close();
    await rm(dataDir, { recursive: true });
  });
  return stores;
}
