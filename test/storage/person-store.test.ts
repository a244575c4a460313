import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openStores } from '../../src/storage/open-stores.ts';
import { createMemoryPersonStore } from '../support/memory-person-store.ts';
import { personStoreContract } from './person-store.contract.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

personStoreContract('in memory', () => Promise.resolve(createMemoryPersonStore()));

personStoreContract('in a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'staffroom-store-'));
  folders.push(folder);
  return (await openStores({ dataDir: folder })).persons;
});
