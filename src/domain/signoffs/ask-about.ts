import type { HandedQuestion } from '../questions/handed-question.ts';
import { faultOf, type TextFault } from '../questions/text-fault.ts';
import type { Signing } from './find-signing.ts';
import { handToHead } from './hand-to-head.ts';
import { judge, type Refused } from './refuse.ts';
import { recordFresh } from './record-fresh.ts';
import type { SigningAct, SigningDesk } from './signing-desk.ts';
import { calledIn, headFor } from './tell-head.ts';

/**
 * - `asked`: the question is with the head, and the person may sign at any time
 * - `nobody`: nothing was recorded, for Teams knows nobody who answers for the head
 * - `signed`: they signed already; nothing was recorded
 */
export type AskedAbout =
  | ({ readonly kind: 'asked'; readonly question: HandedQuestion } & Signing)
  | ({ readonly kind: 'nobody' | 'signed' } & Signing)
  | TextFault
  | Refused
  | { readonly kind: 'overtaken' };

type AskRequest = SigningAct & { readonly text: string };

/**
 * Hands a question about what is to be signed to whoever answers for the head: sealed, in one step with the person's state
 * and the ledger's entries. The same act again gives the question that it made.
 */
export function askAbout(desk: SigningDesk, request: AskRequest): Promise<AskedAbout> {
  return recordFresh(() => askNow(desk, request));
}

async function askNow(desk: SigningDesk, request: AskRequest): Promise<AskedAbout> {
  const { library, actor: asker, today, text } = request;
  const found = await judge(desk, request);
  if ('kind' in found) return found;
  if (found.signatory.state === 'signed') return { kind: 'signed', ...found };
  const fault = faultOf(text, 'question');
  if (fault) return fault;
  const head = await headFor(desk, { library, asker, today });
  if (!head) return { kind: 'nobody', ...found };
  const words = `About signing ${calledIn(found.campaign)}: ${text.trim()}`;
  const handed = await handToHead(desk, request, { ...found, head, words, deed: 'query' });
  return handed.kind === 'handed' && handed.question
    ? { kind: 'asked', question: handed.question, campaign: found.campaign, signatory: handed.signatory }
    : { kind: 'overtaken' };
}
