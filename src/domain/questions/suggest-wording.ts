import { takeQuestion } from '../answering/phrasings/attach-question.ts';
import type { Act } from '../delivery/act.ts';
import type { Consequences } from '../delivery/consequences.ts';
import { newDelivery } from '../delivery/new-delivery.ts';
import type { Actor } from '../people/actor.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { PersonStore } from '../people/person-store.ts';
import type { Responder } from '../people/responder-for.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import { StoreError } from '../store-error.ts';
import { findOwner } from './find-owner.ts';
import { hashOf, type QuestionDesk } from './hand-over-question.ts';
import type { Suggestion } from './handed-question.ts';

/** What the reference of a suggestion begins with. */
const prefix = 'SW';

/** Whether a reference names a suggestion, and not a question handed over. */
export function namesSuggestion(reference: string): boolean {
  return reference.startsWith(`${prefix}-`);
}

/** Words in which somebody asked, and the key of the clause that helped them. */
export interface Wording {
  readonly words: string;
  readonly clause: string;
}

/** Whose question it was (which is kept nowhere), and where and when they stand. */
interface Asking {
  readonly asker: Actor;
  readonly library: SchoolLibrary;
  readonly today: string;
}

/** Who would decide about them: the owner of the clause, where they can be reached. */
export interface Taker {
  readonly responder: Responder;
  readonly owner: PersonKey;
}

/**
 * Finds who would get these words; undefined where nobody does: the clause is gone or nobody but the asker answers for it, or
 * the words lead to a clause already or are not for everybody.
 */
export async function findTaker(
  persons: Pick<PersonStore, 'boundUpns'>,
  { words, clause }: Wording,
  { asker, library, today }: Asking,
): Promise<Taker | undefined> {
  const found = await findOwner(persons, { asker, library, today, clause });
  if (found.kind !== 'reachable' || !found.about) return undefined;
  return takeQuestion(words, found.about, library).kind === 'attached' ? found : undefined;
}

/**
 * - `suggested`: as of this act; `suggested-before`: by an earlier one, and nothing more was done
 * - `not-taken`: nobody gets such words for this clause now (`findTaker`)
 */
export type Suggested =
  | { readonly kind: 'suggested' | 'suggested-before'; readonly responder: Responder; readonly suggestion: Suggestion }
  | { readonly kind: 'not-taken' };

const mostTries = 5;

/**
 * Gives words to whoever answers for the policy of their clause: sealed, without whose they are, and stored in one step with
 * what is owed to the owner and a ledger entry. Rejects when the store or the keys fail: then nothing was passed on.
 */
export async function suggestWording(
  { questions, persons, sealer, now, newReference }: QuestionDesk,
  { act, wording, ...asking }: Asking & { readonly act: Act; readonly wording: Wording },
): Promise<Suggested> {
  const taker = await findTaker(persons, wording, asking);
  if (!taker) return { kind: 'not-taken' };
  const { responder, owner } = taker;
  const schoolId = asking.library.school.id;
  for (let tries = 1; ; tries++) {
    const id = newReference(prefix);
    const sealedText = await sealer.seal(wording.words, { schoolId, type: 'suggestion', id });
    const drawn = { id, schoolId, owner, clause: wording.clause, sealedText, at: now().toISOString() };
    try {
      const suggestion = await questions.suggest(act, drawn, suggestedConsequences(drawn));
      return { kind: suggestion.id === id ? 'suggested' : 'suggested-before', responder, suggestion };
    } catch (error) {
      if (!(error instanceof StoreError && error.kind === 'taken') || tries === mostTries) throw error;
    }
  }
}

/** The message to the owner. Sent twice it would be decided twice; it stands among their questions too. */
function suggestedConsequences({ id, schoolId, owner, clause, sealedText, at }: Suggestion): Consequences {
  const key = `${schoolId}:wording-suggested:${id}:${owner.objectId}`;
  const owed = newDelivery({ key, schoolId, subject: { kind: 'wording-suggested', suggestion: id }, to: owner }, at);
  const facts = { reference: id, clause, sealedHash: hashOf(sealedText) };
  return { owed: [owed], entries: [{ schoolId, chain: 'questions', at, kind: 'wording-suggested', facts }] };
}
