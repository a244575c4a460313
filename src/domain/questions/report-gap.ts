import type { Act } from '../delivery/act.ts';
import { StoreError } from '../store-error.ts';
import type { QuestionDesk } from './hand-over-question.ts';
import { faultOf, type TextFault } from './text-fault.ts';

const mostTries = 5;

/**
 * Keeps, sealed and without who wrote it, what the school's policies do not answer. An act that came before changes
 * nothing. What sounds like an incident is not kept. Rejects when the store or the keys fail: then nothing was kept.
 */
export async function reportGap(
  { questions, sealer, now, newReference }: Omit<QuestionDesk, 'persons'>,
  { act, schoolId, text }: { act: Act; schoolId: string; text: string },
): Promise<{ kind: 'reported' } | TextFault> {
  const fault = faultOf(text, 'gap');
  if (fault) return fault;
  for (let tries = 1; ; tries++) {
    const id = newReference('GP');
    const sealedText = await sealer.seal(text.trim(), { schoolId, type: 'gap', id });
    try {
      await questions.reportGap(act, { id, schoolId, sealedText, at: now().toISOString() });
      return { kind: 'reported' };
    } catch (error) {
      if (!(error instanceof StoreError && error.kind === 'taken') || tries === mostTries) throw error;
    }
  }
}
