import type { Acknowledgement } from '../domain/delivery/delivery.ts';
import { doInStore, notTaken } from './do-in-store.ts';
import { openSnapshot } from './open-snapshot.ts';
import type { StoresPlace } from './open-stores.ts';

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
  const acknowledge = { keys: [...keys], ...acknowledgement };
  const done = await doInStore(place, ({ deliveries }) => deliveries.acknowledge(keys, acknowledgement), {
    acknowledge,
  });
  const noted = done ?? (await countNoted(place, keys, acknowledgement));
  if (done === undefined && noted === 0) throw notTaken('Nothing was noted');
  return noted;
}

async function countNoted(place: StoresPlace, keys: readonly string[], { by, at }: Acknowledgement): Promise<number> {
  const snapshot = await openSnapshot(place);
  if (!snapshot) return 0;
  const found = await Promise.all(keys.map((key) => snapshot.ports.deliveries.find(key)));
  await snapshot.close();
  return found.filter((one) => one?.acknowledged?.by === by && one.acknowledged.at === at).length;
}
