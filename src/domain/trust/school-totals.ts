import type { BroadcastStore } from '../broadcasts/broadcast-store.ts';
import type { Broadcast } from '../broadcasts/broadcast.ts';
import { schoolDay } from '../people/school-day.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import type { QuestionStore } from '../questions/question-store.ts';
import { calendarOf } from '../reviews/calendar.ts';
import { readReviews, type ReviewDesk } from '../reviews/find-duty.ts';
import { isOutstanding, type Signatory } from '../signoffs/signatory.ts';
import type { SignoffStore } from '../signoffs/signoff-store.ts';
import { whoIs } from '../signoffs/whom-to-ask.ts';
import { fewest, shownCount, shownShare, type ShownCount } from './shown-count.ts';

/** What the central team sees of one school. No exact number of people is in it. */
export interface SchoolTotals {
  readonly name: string;
  /** People who are asked for signatures now, and those of them who have given all that they are asked for. */
  readonly asked: ShownCount;
  readonly finished: ShownCount;
  /** Policies and other duties, not people: due within 90 days, and past their day. */
  readonly reviewsDue: number;
  readonly reviewsOverdue: number;
  /** Messages to five people or more that went out in the last 30 days. */
  readonly broadcasts: number;
  /** People who wait for the answer to a question. */
  readonly waiting: ShownCount;
}

export interface TotalsDesk extends Omit<ReviewDesk, 'now'> {
  readonly signoffs: Pick<SignoffStore, 'campaigns' | 'signatories'>;
  readonly broadcasts: Pick<BroadcastStore, 'broadcasts' | 'addressees'>;
  readonly questions: Pick<QuestionStore, 'waiting'>;
}

const recentMs = 30 * 24 * 60 * 60 * 1000;

/** Reads the totals of one school as it stands at `now`. Rejects when the store fails. */
export async function readSchoolTotals(desk: TotalsDesk, library: SchoolLibrary, now: Date): Promise<SchoolTotals> {
  const { id, name } = library.school;
  const today = schoolDay(now, library.school);
  const [people, reviews, broadcasts, waiting] = await Promise.all([
    askedPeople(desk, id),
    readReviews(desk, { library, today }),
    sentToMany(desk, id, now),
    desk.questions.waiting(id),
  ]);
  const rows = calendarOf(reviews, [], today);
  return {
    name,
    asked: shownCount(people.asked),
    finished: shownShare(people.finished, people.asked),
    reviewsDue: rows.filter(({ standing }) => standing === 'due').length,
    reviewsOverdue: rows.filter(({ isOverdue }) => isOverdue).length,
    broadcasts,
    waiting: shownCount(waiting),
  };
}

/** Each person once, in however many campaigns they stand: six signatures may be those of two people. */
async function askedPeople({ signoffs }: TotalsDesk, schoolId: string): Promise<{ asked: number; finished: number }> {
  const open = (await signoffs.campaigns(schoolId)).filter(({ state }) => state === 'open');
  const all = (await Promise.all(open.map(({ id }) => signoffs.signatories(schoolId, id)))).flat();
  const owes = new Map<string, boolean>();
  for (const one of all.filter(isAsked)) owes.set(whoIs(one), (owes.get(whoIs(one)) ?? false) || isOutstanding(one));
  return { asked: owes.size, finished: [...owes.values()].filter((owing) => !owing).length };
}

const isAsked = ({ state }: Signatory) => state !== 'exempt' && state !== 'left';

async function sentToMany({ broadcasts }: TotalsDesk, schoolId: string, now: Date): Promise<number> {
  const recent = (await broadcasts.broadcasts(schoolId)).filter((one) => wentOut(one, now));
  const sizes = await Promise.all(recent.map(async ({ id }) => (await broadcasts.addressees(schoolId, id)).length));
  return sizes.filter((size) => size >= fewest).length;
}

function wentOut({ state, sendAt, ended }: Broadcast, now: Date): boolean {
  const at = Date.parse(sendAt);
  if (state === 'waiting' || ended?.why === 'not-confirmed') return false;
  return at <= now.getTime() && at > now.getTime() - recentMs && !(ended && Date.parse(ended.at) <= at);
}
