import type { Act } from '../delivery/act.ts';
import { newDelivery } from '../delivery/new-delivery.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { HandedQuestion } from './handed-question.ts';
import { hashOf, type QuestionDesk } from './hand-over-question.ts';
import { isPerson } from './see-question.ts';
import type { Consequences } from '../delivery/consequences.ts';
import { faultOf, type TextFault } from './text-fault.ts';

/**
 * `answered`: as of this act. `answered-before`: by another act, whose answer stands. `not-found`: the school has no such
 * question, or it was not given to this person; which of them is not told.
 */
export type GivenAnswer =
  | { readonly kind: 'answered' | 'answered-before'; readonly question: HandedQuestion }
  | { readonly kind: 'not-found' }
  | Exclude<TextFault, { readonly kind: 'urgent' }>;

/**
 * Records the owner's answer, sealed, in one step with what is owed to the asker and a ledger entry. Only the person to
 * whom the question was given answers it. `clause` is the key of the clause that they say answers it, where they chose one: it
 * stands in the entry. Rejects when the store or the keys fail: then nothing was recorded.
 */
export async function giveAnswer(
  { questions, sealer, now }: Pick<QuestionDesk, 'questions' | 'sealer' | 'now'>,
  {
    act,
    by,
    schoolId,
    id,
    text,
    clause,
  }: { act: Act; by: PersonKey; schoolId: string; id: string; text: string; clause?: string },
): Promise<GivenAnswer> {
  const question = await questions.find(schoolId, id);
  if (!question || !isPerson(question.owner, by)) return { kind: 'not-found' };
  const fault = question.answer ? undefined : faultOf(text, 'answer');
  if (fault && fault.kind !== 'urgent') return fault;
  const sealedText = await sealer.seal(text.trim(), { schoolId, type: 'answer', id });
  const { tenantId, objectId } = by;
  const answer = { sealedText, at: now().toISOString(), by: { tenantId, objectId } };
  const outcome = await questions.answer(act, { schoolId, id }, answer, answeredConsequences(question, answer, clause));
  if (outcome.kind !== 'answered-before') return outcome;
  // What was typed has no form whose id would tell that it came before, so the same words count as the same act.
  const first = await sealer.open(outcome.question.answer?.sealedText ?? '', { schoolId, type: 'answer', id });
  return first === text.trim() ? { kind: 'answered', question: outcome.question } : outcome;
}

function answeredConsequences(
  { id, schoolId, asker }: HandedQuestion,
  { sealedText, at }: NonNullable<HandedQuestion['answer']>,
  clause: string | undefined,
): Consequences {
  const key = `${schoolId}:question-answered:${id}:${asker.objectId}`;
  const subject = { kind: 'question-answered', questionId: id } as const;
  const owed = newDelivery({ key, schoolId, subject, to: asker }, at, { onAmbiguous: 'send-once-more' });
  const facts = { reference: id, ...(clause !== undefined && { clause }), sealedHash: hashOf(sealedText) };
  return { owed: [owed], entries: [{ schoolId, chain: 'questions', at, kind: 'question-answered', facts }] };
}
