import type { Delivery } from '../delivery/delivery.ts';
import { newDelivery } from '../delivery/new-delivery.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { Campaign } from './campaign.ts';
import type { CampaignTold } from './signoff-subject.ts';
import type { Signatory } from './signatory.ts';
import type { SignoffSubject } from './signoff-subject.ts';

type Somebody = Pick<Signatory, 'id' | 'schoolId' | 'campaignId' | 'person' | 'revision'>;

/** How the keys of all cards begin that ask for this campaign's signatures. */
export function askedPrefix({ schoolId, id }: Pick<Campaign, 'schoolId' | 'id'>): string {
  return `${schoolId}:signoff-asked:${id}-`;
}

/** The key of the card that asks this person in that round. */
export function askedKey({ schoolId, campaignId, id, person }: Somebody, round: number): string {
  return `${askedPrefix({ schoolId, id: campaignId })}${id}-${round}:${person?.objectId ?? 'nobody'}`;
}

/** The card that asks somebody in that round, not before `notBefore`; nothing for whoever has no account. */
export function askedTo(somebody: Somebody, round: number, at: string, notBefore: string): Delivery[] {
  const { schoolId, campaignId: campaign, id: signatory, person } = somebody;
  if (!person) return [];
  const key = askedKey(somebody, round);
  return [
    toDelivery(
      { schoolId, key, to: person, subject: { kind: 'signoff-asked', campaign, signatory, round } },
      at,
      notBefore,
    ),
  ];
}

/**
 * The card of that round shows what is so by now: that it is settled, or that a newer one asks, or their new day where it
 * still asks. `somebody` is as the change leaves them, so that each change is told once.
 */
export function settledTo(somebody: Somebody, round: number, at: string, notBefore = at): Delivery[] {
  const { schoolId, campaignId: campaign, id: signatory, person, revision } = somebody;
  if (!person || round < 1) return [];
  const key = `${schoolId}:signoff-settled:${campaign}-${signatory}-${round}-${revision}:${person.objectId}`;
  const of = askedKey(somebody, round);
  return [
    toDelivery(
      { schoolId, key, to: person, subject: { kind: 'signoff-settled', campaign, signatory, of } },
      at,
      notBefore,
    ),
  ];
}

/** The same for whoever is left as they are because their campaign ended. */
export function closedTo(somebody: Somebody & Pick<Signatory, 'asked'>, at: string): Delivery[] {
  const { schoolId, campaignId: campaign, id: signatory, person, asked } = somebody;
  if (!person || asked < 1) return [];
  const key = `${schoolId}:signoff-settled:${campaign}-${signatory}-${asked}-closed:${person.objectId}`;
  const of = askedKey(somebody, asked);
  return [
    toDelivery({ schoolId, key, to: person, subject: { kind: 'signoff-settled', campaign, signatory, of } }, at, at),
  ];
}

/** The question to somebody who may confirm a campaign. */
export function confirmTo(
  { schoolId, id: campaign }: Pick<Campaign, 'schoolId' | 'id'>,
  to: PersonKey,
  at: string,
): Delivery {
  const key = `${schoolId}:campaign-confirm:${campaign}:${to.objectId}`;
  return toDelivery({ schoolId, key, to, subject: { kind: 'campaign-confirm', campaign } }, at, at);
}

/** What whoever opened a campaign learns of its confirmation. */
export function toldTo({ schoolId, id: campaign, openedBy: to }: Campaign, what: CampaignTold, at: string): Delivery {
  const key = `${schoolId}:campaign-told:${campaign}-${what}:${to.objectId}`;
  return toDelivery({ schoolId, key, to, subject: { kind: 'campaign-told', campaign, what } }, at, at);
}

function toDelivery(
  owed: { schoolId: string; key: string; to: PersonKey; subject: SignoffSubject },
  at: string,
  notBefore: string,
): Delivery {
  return newDelivery(owed, at, { notBefore });
}
