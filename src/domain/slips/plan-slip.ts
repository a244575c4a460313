import { isAskingTime } from '../people/asking-time.ts';
import { openDayAfter, openDayBefore, openDayUpTo } from '../people/school-days.ts';
import { schoolDay } from '../people/school-day.ts';
import type { PersonKey } from '../people/person-key.ts';
import { isSamePerson } from '../people/same-person.ts';
import { type OpenedSlip, type SlipSchool } from './open-slip.ts';
import { chaseDue, inThisRound } from './plan-chase.ts';
import { toAnswer, toldOf } from './slip-deliveries.ts';
import { eventEntry } from './slip-entry-of.ts';
import type { SlipChange } from './slip-store.ts';
import { withEvent, type Slip, type SlipEvent } from './slip.ts';
import { whoAnswers } from './who-answers.ts';

/** So many school days before its last day a permission's holder is reminded of it; of a short one, the day before. */
const reminderDays = 5;
/** What an end demands is asked anew after so many school days, and so often in all. */
const endDays = 5;
const mostEndQuestions = 3;

/**
 * What a slip owes at `now`, as its next revision: that it waits is told to whoever answers by now and was not told, and an
 * answer that does not come is chased; its holder is reminded before a permission's last day, told after it that it is over, and asked what the end demands.
 * Undefined where nothing is owed, and outside asking times. Planned again of what it gives, it gives nothing.
 */
export function planSlip(opened: OpenedSlip, place: SlipSchool, now: Date): SlipChange | undefined {
  if (!isAskingTime(place.school, now)) return undefined;
  const { slip, standing } = opened;
  const at = now.toISOString();
  const event = eventDue(opened, place, at);
  if (event) {
    const next = withEvent(slip, event);
    const n = next.events.length;
    const then = { owed: toldOf(next, n, [slip.author], at), entries: [eventEntry(next, event, n)] };
    return { slip: next, at, then };
  }
  const chase = chaseDue(opened, place, at);
  if (chase) return chaseChange(slip, chase, at);
  if (!standing.waits) return undefined;
  const answerers = whoAnswers(inThisRound(opened, place)).flatMap(({ person }) => place.keyOf(person) ?? []);
  const others = answerers.filter((one) => !slip.told.some((told) => isSamePerson(told, one)));
  if (others.length === 0) return undefined;
  const next = { ...slip, told: [...slip.told, ...others], revision: slip.revision + 1 };
  return { slip: next, at, then: { owed: toAnswer(next, others, at), entries: [] } };
}

/** Its author hears of each step; those who are asked get it to answer, whether for the first time or once more. */
function chaseChange(slip: Slip, event: SlipEvent, at: string): SlipChange {
  const wasTold = (one: PersonKey) => slip.told.some((told) => isSamePerson(told, one));
  const asked = event.asked ?? [];
  const fresh = asked.filter((one) => !wasTold(one));
  const next = { ...withEvent(slip, event), told: [...slip.told, ...fresh] };
  const n = next.events.length;
  const again = toldOf(next, n, [...asked.filter(wasTold), slip.author], at);
  return {
    slip: next,
    at,
    then: { owed: [...toAnswer(next, fresh, at), ...again], entries: [eventEntry(next, event, n)] },
  };
}

function eventDue({ slip, standing }: OpenedSlip, { school, today }: SlipSchool, at: string): SlipEvent | undefined {
  const { until, state, owesEnd } = standing;
  if (until === undefined) return undefined;
  if (state === 'given') {
    const isTold = slip.events.some((event) => event.kind === 'reminded' && event.until === until);
    const given = slip.events.findLast(({ kind }) => kind === 'given');
    const from = given ? schoolDay(new Date(given.at), school) : today;
    return !isTold && today >= reminderDay(school, from, until) ? { kind: 'reminded', at, until } : undefined;
  }
  const over = slip.events.findLastIndex(({ kind }) => kind === 'ended' || kind === 'withdrawn');
  const given = slip.events.findLastIndex(({ kind }) => kind === 'given');
  if (state === 'ended' && over < given) return { kind: 'ended', at, until };
  if (!owesEnd) return undefined;
  const asked = slip.events.slice(over).filter(({ kind }) => kind !== 'end-answered');
  const last = slip.events.at(-1);
  if (asked.length >= mostEndQuestions || !last) return undefined;
  return today >= openDayAfter(school, schoolDay(new Date(last.at), school), endDays)
    ? { kind: 'end-asked', at }
    : undefined;
}

/** Never on the day on which it was given: one that short needs no reminder. */
function reminderDay(school: SlipSchool['school'], from: string, until: string): string {
  const early = openDayBefore(school, until, reminderDays);
  if (early > from) return early;
  const last = openDayUpTo(school, openDayBefore(school, until, 1));
  return last > from ? last : '9999-12-31';
}
