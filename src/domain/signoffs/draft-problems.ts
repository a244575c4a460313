import { isDay, moveDay } from '../people/school-days.ts';
import type { School } from '../people/school.ts';
import { longestTexts, type CampaignDraft, type CampaignProblem } from './campaign-draft.ts';
import { typedText } from './typed-text.ts';

/** No day is further ahead than this. */
const mostDays = 366;
const mostChaseDays = 60;

/** What is missing in a draft or does not fit, its document apart. */
export function draftProblems(
  { why, dueOn, chaseEvery, groups }: Pick<CampaignDraft, 'why' | 'dueOn' | 'chaseEvery' | 'groups'>,
  school: School,
  today: string,
): CampaignProblem[] {
  const day = dayProblem(dueOn, today);
  const isOdd =
    chaseEvery !== undefined && !(Number.isInteger(chaseEvery) && chaseEvery >= 0 && chaseEvery <= mostChaseDays);
  const isUnknown = groups.some((id) => !school.groups.some((group) => group.id === id));
  return [
    ...(typedText(why) === '' ? (['no-why'] as const) : []),
    ...(typedText(why).length > longestTexts.why ? (['too-long'] as const) : []),
    ...(day ? [day] : []),
    ...(isOdd ? (['bad-rhythm'] as const) : []),
    ...(isUnknown ? (['unknown-group'] as const) : []),
  ];
}

/** What speaks against this day as the last one. */
export function dayProblem(day: string, today: string): 'no-day' | 'day-past' | 'day-far' | undefined {
  if (!isDay(day)) return 'no-day';
  if (day < today) return 'day-past';
  return day > moveDay(today, mostDays) ? 'day-far' : undefined;
}
