import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { isWaiting, leaveRequest, type StoreRequest } from './lowdb/store-requests.ts';
import { openStores, type StoresPlace } from './open-stores.ts';
import { StoreError } from './store-error.ts';
import type { Stores } from './stores.ts';

const patienceMs = 15_000;

/**
 * Does `work` with the stores, and returns what came of it. Where a bot has the store to itself it leaves the bot the
 * request and waits until it was taken: then nothing is returned, and the file tells what came of it, whichever of the
 * two was first at its end. Rejects with a StoreError when the store cannot be used.
 */
export async function doInStore<Result>(
  place: StoresPlace,
  work: (stores: Stores) => Promise<Result>,
  request: StoreRequest,
): Promise<Result | undefined> {
  try {
    const stores = await openStores(place);
    try {
      return await work(stores);
    } finally {
      await stores.close();
    }
  } catch (error) {
    if (!(error instanceof StoreError) || error.kind !== 'in-use') throw error;
  }
  const file = await leaveRequest(place.dataDir, request);
  for (let waited = 0; waited < patienceMs && (await isWaiting(file)); waited += 200) await wait(200);
  await rm(file, { force: true });
  return undefined;
}

/** What whoever asked for it is told when the file shows nothing of it. */
export function notTaken(what: string): StoreError {
  return new StoreError(
    `${what}: the bot that has the store did not take the request. Look into its log, or stop it and try again.`,
    'in-use',
  );
}
