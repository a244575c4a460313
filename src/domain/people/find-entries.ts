import type { Actor } from './actor.ts';
import type { PersonStore } from './person-store.ts';
import type { Person } from './school.ts';

/** What is known of a person's sign-in name. */
export interface SignInName {
  /** As a roster gave it, possibly a day old; it spares look-ups and is never bound by itself. */
  readonly hint?: string;
  /** Asks Teams now. */
  lookUp(): Promise<string | undefined>;
}

/** A line of a file that names somebody. */
export interface Entry {
  readonly person: Pick<Person, 'objectId' | 'upn'>;
}

/**
 * Those of `entries` that stand for `actor`: by object id, or by a sign-in name that is bound to it.
 * An entry with an object id is matched by that alone. A sign-in name is bound to the first object id seen with it;
 * `taken` is true when the actor now carries one that is bound to somebody else, which gives them nothing.
 * `signIn.lookUp` is called only when neither an object id nor an earlier binding tells who the actor is.
 */
export async function findEntries<One extends Entry>(
  store: Pick<PersonStore, 'boundUpns' | 'bindUpn'>,
  entries: readonly One[],
  actor: Actor,
  signIn: SignInName,
): Promise<{ listed: One[]; taken: boolean }> {
  const byUpn = entries.filter(({ person }) => person.upn !== undefined && person.objectId === undefined);
  const bound = byUpn.length > 0 ? await store.boundUpns(actor.tenantId) : new Map<string, string>();
  const known = entries.filter(
    ({ person }) => (person.objectId ?? (person.upn && bound.get(person.upn))) === actor.objectId,
  );
  if (known.length > 0) return { listed: known, taken: false };

  const mayBe = (upn: string) => byUpn.filter(({ person }) => person.upn === upn.trim().toLowerCase());
  if (byUpn.length === 0 || (signIn.hint && mayBe(signIn.hint).length === 0)) return { listed: [], taken: false };
  const upn = await signIn.lookUp();
  const named = upn ? mayBe(upn) : [];
  const name = named[0]?.person.upn;
  if (name === undefined) return { listed: [], taken: false };
  const owner = await store.bindUpn(actor.tenantId, name, actor.objectId);
  return owner === actor.objectId ? { listed: named, taken: false } : { listed: [], taken: true };
}
