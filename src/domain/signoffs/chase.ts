import { nextAskingTime } from '../people/asking-time.ts';
import { schoolDay } from '../people/school-day.ts';
import type { School } from '../people/school.ts';
import { nextRound } from './next-round.ts';
import { readCampaign } from './read-campaign.ts';
import { recordFresh } from './record-fresh.ts';
import type { HeadAct, Refused, SignoffDesk } from './signoff-desk.ts';
import { campaignEntry } from './signoff-entries.ts';
import type { Signatory } from './signatory.ts';

/** `chased`: these are asked once more, from `at` on (after the quiet hours); nobody was to be reminded where there is none. */
export type Chased = { readonly kind: 'chased'; readonly chased: readonly Signatory[]; readonly at: string } | Refused;

type Request = HeadAct & { readonly campaignId: string; readonly queries?: boolean | undefined };

/**
 * Reminds those who are pending or unreachable and have an account, and with `queries` also those who have a question;
 * nobody else, and nobody twice on one day. Rejects when the store fails: then nobody is reminded.
 */
export function chaseOutstanding(desk: SignoffDesk, request: Request): Promise<Chased> {
  return recordFresh(() => chaseNow(desk, request));
}

async function chaseNow(desk: SignoffDesk, request: Request): Promise<Chased> {
  const found = await readCampaign(desk, request);
  if (found.kind !== 'found') return found;
  const { campaign, school } = found;
  if (campaign.state !== 'open') return { kind: 'closed' };
  const now = desk.now();
  const [at, askAt] = [now.toISOString(), nextAskingTime(school, now).toISOString()];
  const people = await desk.signoffs.signatories(school.id, campaign.id);
  const chased = people
    .filter((one) => mayRemind(one, request.queries ?? false) && !isAskedOn(one, school, askAt))
    .map((one) => nextRound(one, { at, askAt }, one.state === 'query' ? 'query' : 'pending'));
  if (chased.length === 0) return { kind: 'chased', chased: [], at: askAt };
  const recorded = await desk.signoffs.record({
    schoolId: school.id,
    once: { act: request.act, deed: 'change', made: campaign.id },
    at,
    signatories: chased.map(({ signatory }) => signatory),
    then: {
      owed: chased.flatMap(({ owed }) => owed),
      entries: [campaignEntry(campaign, 'asked-again', at, { people: chased.length, by: 'head' })],
    },
  });
  if (recorded.kind === 'overtaken') return { kind: 'overtaken' };
  // The same act again: nothing more goes out.
  if (recorded.kind === 'seen') return { kind: 'chased', chased: [], at: askAt };
  return { kind: 'chased', chased: chased.map(({ signatory }) => signatory), at: askAt };
}

function mayRemind({ person, state }: Signatory, queries: boolean): boolean {
  return person !== undefined && (state === 'pending' || state === 'unreachable' || (queries && state === 'query'));
}

/** Whether a card goes to them, or went, on the day of that instant or later. */
export function isAskedOn({ askedAt }: Signatory, school: School, askAt: string): boolean {
  return askedAt !== undefined && schoolDay(new Date(askedAt), school) >= schoolDay(new Date(askAt), school);
}
