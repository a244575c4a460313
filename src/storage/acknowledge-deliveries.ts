import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Acknowledgement } from '../domain/delivery/delivery.ts';
import { isWaiting, leaveRequest } from './lowdb/store-requests.ts';
import { openSnapshot } from './open-snapshot.ts';
import { openStores, type StoresPlace } from './open-stores.ts';
import { StoreError } from './store-error.ts';

const patienceMs = 15_000;

/**
 * Notes on these deliveries that a person dealt with them, and returns how many have this note now. Where a bot has the
 * store to itself it leaves the bot a request and waits until it was taken. Rejects with a StoreError when the store
 * cannot be used, or when the bot takes no requests.
 */
export async function acknowledgeDeliveries(
  place: StoresPlace,
  keys: readonly string[],
  acknowledgement: Acknowledgement,
): Promise<number> {
  try {
    const stores = await openStores(place);
    try {
      return await stores.deliveries.acknowledge(keys, acknowledgement);
    } finally {
      await stores.close();
    }
  } catch (error) {
    if (!(error instanceof StoreError) || error.kind !== 'in-use') throw error;
  }
  const file = await leaveRequest(place.dataDir, { acknowledge: { keys: [...keys], ...acknowledgement } });
  for (let waited = 0; waited < patienceMs && (await isWaiting(file)); waited += 200) await wait(200);
  await rm(file, { force: true });
  const noted = await countNoted(place, keys, acknowledgement);
  if (noted > 0) return noted;
  throw new StoreError(
    'Nothing was noted: the bot that has the store did not take the request. Look into its log, or stop it and try again.',
    'in-use',
  );
}

/** The file tells what became of the request, whichever of the two was first at its end. */
async function countNoted(place: StoresPlace, keys: readonly string[], { by, at }: Acknowledgement): Promise<number> {
  const snapshot = await openSnapshot(place);
  if (!snapshot) return 0;
  const found = await Promise.all(keys.map((key) => snapshot.ports.deliveries.find(key)));
  await snapshot.close();
  return found.filter((one) => one?.acknowledged?.by === by && one.acknowledged.at === at).length;
}
