import type { Delivery } from '../delivery/delivery.ts';
import { settledTo } from './broadcast-deliveries.ts';
import type { BroadcastDesk } from './broadcast-desk.ts';
import type { Broadcast } from './broadcast.ts';
import { copiesOf, type Copies } from './copies-of.ts';

/**
 * The copies of a broadcast after it was changed, and owes those the change that came up while it was recorded: another
 * instance may have made one of the old words in that moment. What is owed already is not owed twice.
 */
export async function settleLate(
  { broadcasts }: Pick<BroadcastDesk, 'broadcasts'>,
  { schoolId, id }: Pick<Broadcast, 'schoolId' | 'id'>,
  { edition, at, before }: { edition: string; at: string; before: Copies },
): Promise<Copies> {
  const now = copiesOf(await broadcasts.addressees(schoolId, id));
  const known = new Set(before.copies.map(({ addressee }) => `${addressee.id} ${addressee.round}`));
  const late = now.copies.filter(({ addressee }) => !known.has(`${addressee.id} ${addressee.round}`));
  const owed = late.flatMap(({ addressee }): Delivery[] => settledTo(addressee, edition, at));
  if (owed.length > 0) await broadcasts.record({ schoolId, at, then: { owed, entries: [] } });
  return now;
}
