import type { Actor } from '../people/actor.ts';
import { findEntries } from '../people/find-entries.ts';
import type { PersonStore } from '../people/person-store.ts';
import type { Trust } from './trust.ts';

/**
 * Whether the actor is of the trust's central team; nobody is where there is no trust. `lookUpUpn` asks Teams for their
 * sign-in name, where that has to be known. Rejects when the store or the look-up fails.
 */
export async function isCentral(
  store: Pick<PersonStore, 'boundUpns' | 'bindUpn'>,
  trust: Trust | undefined,
  { actor, lookUpUpn }: { readonly actor: Actor; readonly lookUpUpn: () => Promise<string | undefined> },
): Promise<boolean> {
  const entries = (trust?.people ?? []).map((person) => ({ person }));
  return (await findEntries(store, entries, actor, { lookUp: lookUpUpn })).listed.length > 0;
}
