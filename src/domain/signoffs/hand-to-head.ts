import type { EntryDraft } from '../ledger/entry.ts';
import type { HandedQuestion } from '../questions/handed-question.ts';
import type { Signing } from './find-signing.ts';
import { settled } from './next-round.ts';
import type { Signatory } from './signatory.ts';
import type { SigningAct, SigningDesk } from './signing-desk.ts';
import { questionTo, type HeadOnDuty } from './tell-head.ts';

/** `question`: as it is stored; undefined where there was no head to hand it to. `overtaken`: nothing was recorded. */
export type HandedToHead =
  | { readonly kind: 'handed'; readonly question?: HandedQuestion | undefined; readonly signatory: Signatory }
  | { readonly kind: 'overtaken' };

const deeds = {
  query: { state: 'query', entry: 'signoff-query' },
  decline: { state: 'declined', entry: 'signoff-declined' },
} as const;

/**
 * Records a query or that somebody declined, with the question to the head where there is one, in one step. The same act
 * again gives the question that it made. Rejects when the store or the keys fail, or a reference is taken: then nothing was
 * recorded.
 */
export async function handToHead(
  desk: SigningDesk,
  { act, actor: asker }: SigningAct,
  {
    campaign,
    signatory: before,
    head,
    words,
    deed,
  }: Signing & { head: HeadOnDuty | undefined; words: string; deed: keyof typeof deeds },
): Promise<HandedToHead> {
  const { schoolId } = campaign;
  const at = desk.now().toISOString();
  const { state, entry: kind } = deeds[deed];
  const told = head && (await questionTo(desk, { campaign, asker, head, text: words }));
  const questionId = told?.question.id;
  const { signatory, owed } = settled(before, { state, ...(questionId !== undefined && { questionId }) }, at);
  const facts = { campaign: campaign.id, ...(questionId !== undefined && { question: questionId }) };
  const entry: EntryDraft = { schoolId, chain: 'signoffs', at, kind, facts };
  const outcome = await desk.signoffs.record({
    schoolId,
    once: { act, deed, made: questionId ?? campaign.id },
    at,
    signatories: [signatory],
    question: told?.question,
    then: { owed: [...(told?.owed ?? []), ...owed], entries: [entry, ...(told?.entries ?? [])] },
  });
  if (outcome.kind === 'seen') {
    return { kind: 'handed', question: await desk.questions.find(schoolId, outcome.made), signatory: before };
  }
  if (outcome.kind === 'overtaken') return { kind: 'overtaken' };
  return { kind: 'handed', question: told?.question, signatory };
}
