import { addresseeState, addresseeStates, type AddresseeState } from './addressee-state.ts';
import type { AddresseeRow } from './broadcast-store.ts';
import type { Broadcast } from './broadcast.ts';

/** How many are in each state; they add up to `audience`, whatever happened. */
export type BroadcastProgress = Readonly<Record<AddresseeState, number>> & { readonly audience: number };

export function broadcastProgress(
  broadcast: Pick<Broadcast, 'state' | 'ended'>,
  rows: readonly AddresseeRow[],
): BroadcastProgress {
  const counts = Object.fromEntries(addresseeStates.map((state) => [state, 0])) as Record<AddresseeState, number>; // one for each
  for (const { addressee, delivery } of rows) counts[addresseeState(broadcast, addressee, delivery).state]++;
  return { ...counts, audience: rows.length };
}
