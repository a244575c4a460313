import { nextAskingTime } from '../people/asking-time.ts';
import type { Person, School } from '../people/school.ts';
import { isSamePerson } from '../people/same-person.ts';
import type { Campaign } from './campaign.ts';
import { closingOf } from './close-campaign.ts';
import { mayConfirm } from './may-ask.ts';
import { nextRound } from './next-round.ts';
import { liveFor } from './plan-campaign.ts';
import { readCampaign } from './read-campaign.ts';
import { recordFresh } from './record-fresh.ts';
import { toldTo } from './signoff-deliveries.ts';
import type { HeadAct, Refused, SignoffDesk } from './signoff-desk.ts';
import { campaignEntry } from './signoff-entries.ts';

/**
 * - `confirmed`: people are asked now; `not-confirmed`: it is closed, and nobody was asked
 * - `own`: whoever opened it cannot confirm it
 * - `settled`: it does not wait any more; `campaign` says what became of it
 */
export type Confirmed =
  | { readonly kind: 'confirmed' | 'not-confirmed' | 'settled'; readonly campaign: Campaign; readonly count: number }
  | { readonly kind: 'own' }
  | Exclude<Refused, { kind: 'closed' }>;

type Request = HeadAct & { readonly campaignId: string; readonly yes: boolean };

/**
 * The second person's yes or no: the head, whoever stands in, a delegate or the chair, but never whoever opened it. A yes
 * asks everybody, and closes what it replaces, in one step; either way whoever opened it is told. Rejects when the store
 * fails: then nothing changed.
 */
export function confirmCampaign(desk: SignoffDesk, request: Request): Promise<Confirmed> {
  return recordFresh(() => confirmNow(desk, request));
}

async function confirmNow(desk: SignoffDesk, request: Request): Promise<Confirmed> {
  const found = await readCampaign(desk, request, isSecond);
  if (found.kind !== 'found') return found;
  const { campaign, school } = found;
  const people = await desk.signoffs.signatories(school.id, campaign.id);
  const count = people.length;
  if (campaign.state !== 'waiting') return { kind: settledAs(campaign, request), campaign, count };
  if (isSamePerson(campaign.openedBy, request.actor)) return { kind: 'own' };
  const { tenantId, objectId } = request.actor;
  const now = desk.now();
  const [at, by] = [now.toISOString(), { tenantId, objectId }];
  const once = { act: request.act, deed: 'confirm', made: campaign.id } as const;

  if (!request.yes) {
    const { campaigns, owed, entries } = await closingOf(desk, [campaign], { at, why: 'not-confirmed', by });
    const then = {
      owed: [...owed, toldTo(campaign, 'not-confirmed', at)],
      entries: [campaignEntry(campaign, 'campaign-not-confirmed', at), ...entries],
    };
    const recorded = await desk.signoffs.record({ schoolId: school.id, once, at, campaigns, then });
    const [closed = campaign] = campaigns;
    return recorded.kind === 'recorded' ? { kind: 'not-confirmed', campaign: closed, count } : { kind: 'overtaken' };
  }

  const confirmed: Campaign = { ...campaign, state: 'open', confirmed: { by, at }, revision: campaign.revision + 1 };
  const askAt = nextAskingTime(school, now).toISOString();
  const asked = people.filter(({ state }) => state === 'pending').map((one) => nextRound(one, { at, askAt }));
  const others = (await liveFor(desk, school.id, campaign.document)).filter(({ id }) => id !== campaign.id);
  const closing = await closingOf(desk, others, { at, why: 'replaced', by });
  const recorded = await desk.signoffs.record({
    schoolId: school.id,
    once,
    at,
    campaigns: [confirmed, ...closing.campaigns],
    signatories: asked.map(({ signatory }) => signatory),
    then: {
      owed: [...closing.owed, ...asked.flatMap(({ owed }) => owed), toldTo(campaign, 'confirmed', at)],
      entries: [campaignEntry(campaign, 'campaign-confirmed', at, { people: count }), ...closing.entries],
    },
  });
  return recorded.kind === 'recorded' ? { kind: 'confirmed', campaign: confirmed, count } : { kind: 'overtaken' };
}

function isSecond(school: School, person: Person | undefined, today: string): boolean {
  return person !== undefined && mayConfirm(school, today).some(({ id }) => id === person.id);
}

/** The same answer of the same person again is told as it was the first time. */
function settledAs(
  { confirmed, closed }: Campaign,
  { actor, yes }: Request,
): 'confirmed' | 'not-confirmed' | 'settled' {
  if (yes && isSamePerson(confirmed?.by, actor)) return 'confirmed';
  return !yes && closed?.why === 'not-confirmed' && isSamePerson(closed.by, actor) ? 'not-confirmed' : 'settled';
}
