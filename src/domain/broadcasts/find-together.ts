import type { SchoolLibrary } from '../policies/library.ts';
import { isSamePerson } from '../people/same-person.ts';
import type { BroadcastStore } from './broadcast-store.ts';
import type { Broadcast } from './broadcast.ts';

/** A broadcast with the library of its school. */
export interface BroadcastAt {
  readonly library: SchoolLibrary;
  readonly broadcast: Broadcast;
}

/**
 * The broadcasts of other schools that were opened together with this one: they have its reference, its sender and its
 * instant. What is in them is for whoever holds the right there.
 */
export async function findTogether(
  broadcasts: Pick<BroadcastStore, 'broadcast'>,
  libraries: readonly SchoolLibrary[],
  { schoolId, id, openedBy, openedAt }: Broadcast,
): Promise<BroadcastAt[]> {
  const others = libraries.filter(({ school }) => school.id !== schoolId);
  const found = await Promise.all(
    others.map(async (library) => ({ library, broadcast: await broadcasts.broadcast(library.school.id, id) })),
  );
  return found.flatMap(({ library, broadcast }) => {
    const isOne = isSamePerson(broadcast?.openedBy, openedBy) && broadcast?.openedAt === openedAt;
    return broadcast && isOne ? [{ library, broadcast }] : [];
  });
}
