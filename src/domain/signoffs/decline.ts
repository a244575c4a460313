import type { HandedQuestion } from '../questions/handed-question.ts';
import { faultOf, type TextFault } from '../questions/text-fault.ts';
import type { Signing } from './find-signing.ts';
import { handToHead } from './hand-to-head.ts';
import { judge, type Refused } from './refuse.ts';
import { recordFresh } from './record-fresh.ts';
import type { SigningAct, SigningDesk } from './signing-desk.ts';
import { calledIn, headFor } from './tell-head.ts';

/**
 * - `declined`: recorded; `question`: what the head got, undefined where Teams knows nobody who answers for the head
 * - `signed`: they signed already; nothing was recorded
 */
export type Declined =
  | ({ readonly kind: 'declined'; readonly question?: HandedQuestion | undefined } & Signing)
  | ({ readonly kind: 'signed' } & Signing)
  | Exclude<TextFault, { readonly kind: 'empty' }>
  | Refused
  | { readonly kind: 'overtaken' };

type DeclineRequest = SigningAct & { readonly text: string };

/**
 * Records that somebody was asked and cannot agree, and tells whoever answers for the head, with the words that they gave,
 * if any. From then on they sign only once they were asked again. The same act again gives what it made.
 */
export function decline(desk: SigningDesk, request: DeclineRequest): Promise<Declined> {
  return recordFresh(() => declineNow(desk, request));
}

async function declineNow(desk: SigningDesk, request: DeclineRequest): Promise<Declined> {
  const { library, actor: asker, today, text } = request;
  const found = await judge(desk, request, 'declined');
  if ('kind' in found) return found;
  const { state, questionId } = found.signatory;
  if (state === 'signed') return { kind: 'signed', ...found };
  if (state === 'declined') {
    const question = questionId === undefined ? undefined : await desk.questions.find(library.school.id, questionId);
    return { kind: 'declined', question, ...found };
  }
  const fault = faultOf(text, 'question');
  if (fault && fault.kind !== 'empty') return fault;
  const head = await headFor(desk, { library, asker, today });
  const words = [`I cannot agree to sign ${calledIn(found.campaign)}.`, text.trim()].filter(Boolean).join(' ');
  const handed = await handToHead(desk, request, { ...found, head, words, deed: 'decline' });
  if (handed.kind === 'overtaken') return handed;
  return { kind: 'declined', question: handed.question, campaign: found.campaign, signatory: handed.signatory };
}
