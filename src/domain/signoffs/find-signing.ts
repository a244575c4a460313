import type { PersonKey } from '../people/person-key.ts';
import { isSamePerson } from '../people/same-person.ts';
import { documentName, type Campaign } from './campaign.ts';
import { isOutdated } from './holds.ts';
import type { SignoffDesk } from './signoff-desk.ts';
import type { Signatory } from './signatory.ts';

/** Somebody in a campaign, as the store has them. */
export interface Signing {
  readonly campaign: Campaign;
  readonly signatory: Signatory;
}

/**
 * Why nobody signs, asks or declines with a card.
 * - `unknown`: the school asks nobody under that id; `other-person`: it is somebody else's card (which is not told)
 * - `not-open`: a second person has not confirmed yet; `closed`: nobody is asked any more
 * - `exempt`, `left`, `declined`: how things stand with this person; who declined is asked again by the head first
 * - `older-version`: the card is of other words than the campaign's, or a binding version has replaced them
 */
export type Refusal =
  'unknown' | 'other-person' | 'not-open' | 'closed' | 'exempt' | 'left' | 'declined' | 'older-version';

/** The card's campaign and signatory where they are this person's, else why not. */
export async function findSigning(
  { signoffs }: Pick<SignoffDesk, 'signoffs'>,
  { schoolId, person, signatoryId }: { schoolId: string; person: PersonKey; signatoryId: string },
): Promise<Signing | { readonly refused: 'unknown' | 'other-person'; readonly campaignId?: string }> {
  const signatory = await signoffs.signatory(schoolId, signatoryId);
  if (!signatory) return { refused: 'unknown' };
  const { campaignId } = signatory;
  if (!isSamePerson(signatory.person, person)) return { refused: 'other-person', campaignId };
  const campaign = await signoffs.campaign(schoolId, campaignId);
  return campaign ? { campaign, signatory } : { refused: 'unknown' };
}

/** What speaks against acting on a card with this hash; undefined when nothing does. Who signed is asked for before. */
export async function refusalOf(
  { versions }: Pick<SignoffDesk, 'versions'>,
  { campaign, signatory }: Signing,
  hash: string,
): Promise<Refusal | undefined> {
  if (campaign.state === 'waiting') return 'not-open';
  if (campaign.state === 'closed') return 'closed';
  if (signatory.state === 'exempt' || signatory.state === 'left' || signatory.state === 'declined')
    return signatory.state;
  if (hash !== campaign.document.hash) return 'older-version';
  return isOutdated(campaign, await versions.versions(campaign.schoolId)) ? 'older-version' : undefined;
}

/** Where this person is asked now for the same document by another campaign; undefined where they are not. */
export async function currentSigning(
  { signoffs, versions }: Pick<SignoffDesk, 'signoffs' | 'versions'>,
  { schoolId, person, campaign }: { schoolId: string; person: PersonKey; campaign: Campaign },
): Promise<Signing | undefined> {
  const [campaigns, own, known] = await Promise.all([
    signoffs.campaigns(schoolId),
    signoffs.signatoriesOf(schoolId, person),
    versions.versions(schoolId),
  ]);
  const name = documentName(campaign.document);
  for (const open of campaigns.toReversed()) {
    if (open.state !== 'open' || documentName(open.document) !== name || isOutdated(open, known)) continue;
    const signatory = own.find(({ campaignId }) => campaignId === open.id);
    if (signatory && signatory.state !== 'exempt' && signatory.state !== 'left') return { campaign: open, signatory };
  }
  return undefined;
}
