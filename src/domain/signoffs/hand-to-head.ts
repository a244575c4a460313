import type { EntryDraft } from '../ledger/entry.ts';
import type { HandedQuestion } from '../questions/handed-question.ts';
import { StoreError } from '../store-error.ts';
import type { Signing } from './find-signing.ts';
import { nextOf, settled } from './settle.ts';
import type { Signatory } from './signatory.ts';
import { mostTries, type SigningAct, type SigningDesk } from './signing-desk.ts';
import { questionTo, type HeadOnDuty } from './tell-head.ts';

/** `question`: as it is stored; undefined where there was no head to hand it to. */
export type HandedToHead =
  | { readonly kind: 'handed'; readonly question?: HandedQuestion | undefined; readonly signatory: Signatory }
  | { readonly kind: 'overtaken' };

const deeds = {
  query: { state: 'query', entry: 'signoff-query' },
  decline: { state: 'declined', entry: 'signoff-declined' },
} as const;

/** Records a query or that somebody declined, with the question to the head where there is one, in one step. */
export async function handToHead(
  desk: SigningDesk,
  { act, actor: asker }: SigningAct,
  {
    campaign,
    signatory,
    head,
    words,
    deed,
  }: Signing & { head: HeadOnDuty | undefined; words: string; deed: keyof typeof deeds },
): Promise<HandedToHead> {
  const { signoffs, questions, now } = desk;
  const { schoolId } = campaign;
  const { state, entry: kind } = deeds[deed];
  let current = signatory;
  for (let tries = 1; tries <= mostTries; tries++) {
    const at = now().toISOString();
    const told = head && (await questionTo(desk, { campaign, asker, head, text: words }));
    const reference = told && { question: told.question.id };
    const next = nextOf(current, { state, changedAt: at, ...(told && { questionId: told.question.id }) });
    const entry: EntryDraft = { schoolId, chain: 'signoffs', at, kind, facts: { campaign: campaign.id, ...reference } };
    try {
      const outcome = await signoffs.record({
        schoolId,
        once: { act, deed, made: told?.question.id ?? campaign.id },
        at,
        signatories: [next],
        question: told?.question,
        then: { owed: [...(told?.owed ?? []), ...settled(next, at)], entries: [entry, ...(told?.entries ?? [])] },
      });
      if (outcome.kind === 'recorded') return { kind: 'handed', question: told?.question, signatory: next };
      const latest = await signoffs.signatory(schoolId, signatory.id);
      if (outcome.kind === 'seen') {
        return {
          kind: 'handed',
          question: await questions.find(schoolId, outcome.made),
          signatory: latest ?? signatory,
        };
      }
      if (!latest || !stillMay(latest, current)) return { kind: 'overtaken' };
      current = latest;
    } catch (error) {
      if (!(error instanceof StoreError && error.kind === 'taken')) throw error;
    }
  }
  return { kind: 'overtaken' };
}

/** Overtaken by a reminder or another day, not by an act that settles it. */
function stillMay(now: Signatory, before: Signatory): boolean {
  return now.state === before.state;
}
