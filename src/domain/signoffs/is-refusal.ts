import type { HandedQuestion } from '../questions/handed-question.ts';
import type { SignoffStore } from './signoff-store.ts';

/** Whether this question is how somebody said that they cannot agree to sign, and that is how things still stand with them. */
export async function isRefusal(
  { signoffs }: { readonly signoffs: Pick<SignoffStore, 'signatoriesOf'> },
  { schoolId, id, asker }: Pick<HandedQuestion, 'schoolId' | 'id' | 'asker'>,
): Promise<boolean> {
  const own = await signoffs.signatoriesOf(schoolId, asker);
  return own.some(({ questionId, state }) => questionId === id && state === 'declined');
}
