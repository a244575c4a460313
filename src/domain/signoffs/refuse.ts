import type { EntryDraft } from '../ledger/entry.ts';
import { currentSigning, findSigning, refusalOf, type Refusal, type Signing } from './find-signing.ts';
import type { SignatoryState } from './signatory.ts';
import type { SigningAct, SigningDesk } from './signing-desk.ts';

/** `current`: where the same person is asked for the same document now. */
export interface Refused {
  readonly kind: 'refused';
  readonly why: Refusal;
  readonly current?: Signing | undefined;
}

/**
 * What a card leads to: the person's own row, or a refusal. Who signed already, or is in the state `done` that the act leads
 * to, is never refused: a repeat changes nothing. A refusal is recorded once in the ledger, by its reason and nothing of
 * the person, and nothing else is.
 */
export async function judge(
  desk: Pick<SigningDesk, 'signoffs' | 'versions' | 'now'>,
  request: SigningAct,
  done: SignatoryState = 'signed',
): Promise<Signing | Refused> {
  const { library, actor, signatoryId, hash } = request;
  const schoolId = library.school.id;
  const found = await findSigning(desk, { schoolId, person: actor, signatoryId });
  if ('refused' in found) return refuse(desk, request, { why: found.refused, campaignId: found.campaignId });
  const { campaign, signatory } = found;
  if (signatory.state === 'signed' || signatory.state === done) return found;
  const why = await refusalOf(desk, found, hash);
  if (!why) return found;
  const canMoveOn = why === 'older-version' || why === 'closed';
  const current = canMoveOn ? await currentSigning(desk, { schoolId, person: actor, campaign }) : undefined;
  return refuse(desk, request, { why, campaignId: campaign.id, current });
}

async function refuse(
  { signoffs, now }: Pick<SigningDesk, 'signoffs' | 'now'>,
  { act, library }: SigningAct,
  { why, campaignId, current }: { why: Refusal; campaignId?: string | undefined; current?: Signing | undefined },
): Promise<Refused> {
  const schoolId = library.school.id;
  const at = now().toISOString();
  const facts = { why, ...(campaignId !== undefined && { campaign: campaignId }) };
  const entry: EntryDraft = { schoolId, chain: 'signoffs', at, kind: 'signature-refused', facts };
  const once = { act, deed: 'refuse', made: campaignId ?? 'none' } as const;
  await signoffs.record({ schoolId, once, at, then: { owed: [], entries: [entry] } });
  return { kind: 'refused', why, current };
}
