import { createHash } from 'node:crypto';
import type { Act } from '../delivery/act.ts';
import { newDelivery } from '../delivery/new-delivery.ts';
import type { Actor } from '../people/actor.ts';
import type { PersonStore } from '../people/person-store.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import type { Sealer } from '../secrecy/sealer.ts';
import { StoreError } from '../store-error.ts';
import { findOwner, type OwnerFound } from './find-owner.ts';
import type { HandedQuestion } from './handed-question.ts';
import type { Consequences } from '../delivery/consequences.ts';
import type { QuestionStore } from './question-store.ts';
import { faultOf, type TextFault } from './text-fault.ts';

/** What handing over and answering need from outside. */
export interface QuestionDesk {
  readonly questions: QuestionStore;
  readonly persons: Pick<PersonStore, 'boundUpns' | 'staffTeams'>;
  readonly sealer: Sealer;
  readonly now: () => Date;
  /** A new random reference with this prefix; it may be taken. */
  readonly newReference: (prefix: string) => string;
}

/** Why a question was not handed over, or the question as it is stored. */
export type HandedOver =
  | { readonly kind: 'handed'; readonly question: HandedQuestion }
  | TextFault
  | Exclude<OwnerFound, { readonly kind: 'reachable' }>;

const mostTries = 5;

/**
 * Gives `text` to whoever answers for the policy of `clause`: sealed, and stored in one step with what is owed to the
 * owner and a ledger entry. An act that came before gives the question that it made then. Nothing is stored otherwise.
 * Rejects when the store or the keys fail: then nothing was handed over.
 */
export async function handOverQuestion(
  { questions, persons, sealer, now, newReference }: QuestionDesk,
  {
    act,
    asker,
    library,
    today,
    clause,
    text,
  }: { act: Act; asker: Actor; library: SchoolLibrary; today: string; clause: string | undefined; text: string },
): Promise<HandedOver> {
  const fault = faultOf(text, 'question');
  if (fault) return fault;
  const found = await findOwner(persons, { asker, library, today, clause });
  if (found.kind !== 'reachable') return found;

  const schoolId = library.school.id;
  const { tenantId, objectId } = asker;
  for (let tries = 1; ; tries++) {
    const id = newReference('SQ');
    const sealedText = await sealer.seal(text.trim(), { schoolId, type: 'question', id });
    const question: HandedQuestion = {
      id,
      schoolId,
      asker: { tenantId, objectId },
      owner: found.owner,
      ...(clause !== undefined && { clause }),
      sealedText,
      askedAt: now().toISOString(),
    };
    try {
      return { kind: 'handed', question: await questions.submit(act, question, askedConsequences(question)) };
    } catch (error) {
      if (!(error instanceof StoreError && error.kind === 'taken') || tries === mostTries) throw error;
    }
  }
}

/** The message to the owner, and the entry in the ledger: no name, and of the text only the hash of what is stored. */
export function askedConsequences({
  id,
  schoolId,
  owner,
  clause,
  sealedText,
  askedAt: at,
}: HandedQuestion): Consequences {
  const key = `${schoolId}:question-asked:${id}:${owner.objectId}`;
  const subject = { kind: 'question-asked', questionId: id } as const;
  const owed = newDelivery({ key, schoolId, subject, to: owner }, at, { onAmbiguous: 'send-once-more' });
  const facts = { reference: id, ...(clause !== undefined && { clause }), sealedHash: hashOf(sealedText) };
  return { owed: [owed], entries: [{ schoolId, chain: 'questions', at, kind: 'question-asked', facts }] };
}

/** SHA-256 of a sealed text, hexadecimal. */
export function hashOf(sealedText: string): string {
  return createHash('sha256').update(sealedText).digest('hex');
}
