import type { Sealer } from '../secrecy/sealer.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { HandedQuestion } from './handed-question.ts';
import type { QuestionStore } from './question-store.ts';

/** A question with its words, for one of the two who may read it. */
export interface SeenQuestion {
  readonly question: HandedQuestion;
  readonly text: string;
  readonly answerText?: string;
  /** Whether the reader is the one who asked, or the one who was asked. */
  readonly as: 'asker' | 'owner';
}

/**
 * - `seen`: with its words
 * - `not-found`: there is none in the school, or this person is neither its asker nor its owner; which is not told
 * - `unreadable`: it is theirs, but its words cannot be opened: the key is missing or the text was changed
 */
export type Sight =
  | { readonly kind: 'seen'; readonly seen: SeenQuestion }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'unreadable'; readonly question: HandedQuestion };

/** Shows `reader` the question with this reference. */
export async function seeQuestion(
  { questions, sealer }: { questions: Pick<QuestionStore, 'find'>; sealer: Pick<Sealer, 'open'> },
  { schoolId, id, reader }: { schoolId: string; id: string; reader: PersonKey },
): Promise<Sight> {
  const question = await questions.find(schoolId, id);
  return question ? openQuestion(sealer, question, reader) : { kind: 'not-found' };
}

/** Opens the words of `question` for `reader`. */
export async function openQuestion(
  sealer: Pick<Sealer, 'open'>,
  question: HandedQuestion,
  reader: PersonKey,
): Promise<Sight> {
  const { id, schoolId, asker, owner, answer } = question;
  const as = isPerson(owner, reader) ? 'owner' : isPerson(asker, reader) ? 'asker' : undefined;
  if (!as) return { kind: 'not-found' };
  const text = await sealer.open(question.sealedText, { schoolId, type: 'question', id });
  const answerText = answer && (await sealer.open(answer.sealedText, { schoolId, type: 'answer', id }));
  if (text === undefined || (answer && answerText === undefined)) return { kind: 'unreadable', question };
  return { kind: 'seen', seen: { question, text, as, ...(answerText !== undefined && { answerText }) } };
}

/** Whether both are the same person of the same tenant. */
export function isPerson(a: PersonKey, b: PersonKey): boolean {
  return a.tenantId === b.tenantId && a.objectId === b.objectId;
}
