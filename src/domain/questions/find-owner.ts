import type { Actor } from '../people/actor.ts';
import type { PersonStore } from '../people/person-store.ts';
import { responderFor, type Responder } from '../people/responder-for.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import { openClause } from '../answering/open-clause.ts';
import type { RankedClause } from '../answering/answer.ts';
import type { PersonKey } from '../people/person-key.ts';

/**
 * Who would get a question about a clause.
 * - `reachable`: this person, in their chat with the bot
 * - `unreachable`: the school names this person, but Teams has not told yet who they are
 * - `yourself`: whoever asks is the one who answers
 * - `nobody`: the school names nobody
 * - `gone`: the clause is not among the policies any more
 */
export type OwnerFound =
  | {
      readonly kind: 'reachable';
      readonly responder: Responder;
      readonly owner: PersonKey;
      readonly about: RankedClause | undefined;
    }
  | { readonly kind: 'unreachable'; readonly responder: Responder }
  | { readonly kind: 'yourself' | 'nobody' | 'gone' };

/**
 * Finds who answers on `today` for the policy that `clause` stands in, or for everything (the head) where it is
 * undefined. Somebody who is away is covered for. A sign-in name counts only where it was bound before.
 */
export async function findOwner(
  persons: Pick<PersonStore, 'boundUpns'>,
  {
    asker,
    library,
    today,
    clause,
  }: { asker: Actor; library: SchoolLibrary; today: string; clause: string | undefined },
): Promise<OwnerFound> {
  const opened = clause === undefined ? undefined : openClause(library, { clause, others: [] }, today);
  if (opened?.kind === 'gone') return { kind: 'gone' };
  const responder = responderFor(library, opened?.opened.policy.cover.owner ?? 'head', today);
  if (!responder) return { kind: 'nobody' };
  const { tenantId } = asker;
  const { person } = responder;
  const objectId = person.objectId ?? (person.upn && (await persons.boundUpns(tenantId)).get(person.upn));
  if (!objectId) return { kind: 'unreachable', responder };
  if (objectId === asker.objectId) return { kind: 'yourself' };
  return { kind: 'reachable', responder, owner: { tenantId, objectId }, about: opened?.opened };
}
