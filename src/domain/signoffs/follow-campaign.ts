import type { Consequences } from '../delivery/consequences.ts';
import { nextAskingTime } from '../people/asking-time.ts';
import { schoolDay } from '../people/school-day.ts';
import type { Campaign } from './campaign.ts';
import { joinersDay } from './chase-day.ts';
import { followSignatory, type Followed, type FollowInput } from './follow-signatory.ts';
import { newSignatory } from './next-round.ts';
import { campaignEntry, type CampaignEntry } from './signoff-entries.ts';
import type { Signatory } from './signatory.ts';
import { whoIs } from './whom-to-ask.ts';

/**
 * What follows from how a campaign stands: who joined is added and asked, who left is noted, who cannot be reached, whose
 * day moves because they are away, who is reminded. Undefined where nothing does. Planning again after it was recorded
 * gives nothing more, and every card has a key of its own, so that of several who plan at once it goes out once.
 */
export function planFollow(
  input: FollowInput,
): { readonly signatories: readonly Signatory[]; readonly then: Consequences } | undefined {
  const { campaign, signatories, whom, school, now, newId, isOutdated } = input;
  const at = now.toISOString();
  const asksFrom = nextAskingTime(school, now);
  const following = {
    known: whom && new Map([...whom.asked, ...whom.notAsked].map((one) => [whoIs(one), one])),
    at,
    askAt: asksFrom.toISOString(),
    today: schoolDay(now, school),
    asks: campaign.state === 'open' && !isOutdated,
    remindsNow: asksFrom.getTime() === now.getTime(),
  };
  const steps = signatories.flatMap((one) => followSignatory(one, input, following) ?? []);
  const there = new Set(signatories.map(whoIs));
  const askAt = following.asks ? following.askAt : undefined;
  const forJoiners = { ...campaign, dueOn: joinersDay(school, campaign.dueOn, following.today) };
  const joined = (isOutdated ? [] : (whom?.asked ?? []))
    .filter((one) => !there.has(whoIs(one)))
    .map((one) => newSignatory(forJoiners, one, { id: newId(), at, askAt }));
  if (steps.length + joined.length === 0) return undefined;
  const changes = [...steps, ...joined];
  return {
    signatories: changes.map(({ signatory }) => signatory),
    then: {
      owed: changes.flatMap(({ owed }) => owed),
      entries: toEntries(campaign, at, {
        joined: joined.length,
        count: (what) => steps.filter((step) => step.what === what).length,
      }),
    },
  };
}

function toEntries(
  campaign: Campaign,
  at: string,
  { joined, count }: { joined: number; count: (what: Followed) => number },
) {
  const audience = {
    joined,
    left: count('left'),
    back: count('back'),
    unreachable: count('unreachable'),
    reachable: count('reachable'),
  };
  const isChanged = Object.values(audience).some((number) => number > 0);
  const counted = (kind: CampaignEntry, what: Followed, more = {}) =>
    count(what) > 0 ? [campaignEntry(campaign, kind, at, { people: count(what), ...more })] : [];
  return [
    ...(isChanged ? [campaignEntry(campaign, 'audience-changed', at, audience)] : []),
    ...counted('day-moved', 'moved'),
    ...counted('asked-again', 'reminded', { by: 'rhythm' }),
    ...counted('asked-first', 'asked'),
  ];
}
