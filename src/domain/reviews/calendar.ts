import { moveDay } from '../people/school-days.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import { adoptedInOrder, type AdoptingBody, type PolicyVersion } from '../versions/policy-version.ts';
import type { Duty } from './duty.ts';
import { reviewOf, type Review, type ReviewOutcome } from './review.ts';

/**
 * Where a duty stands: `overdue`; `in-review`, begun or changed and not in force; `due` within 90 days; `current`
 */
export type DutyStanding = 'overdue' | 'in-review' | 'due' | 'current';

/** When it was last decided, and by whom where that is known. */
export type LastDecided =
  | { readonly kind: 'reviewed'; readonly on: string; readonly outcome: ReviewOutcome; readonly body: AdoptingBody }
  | { readonly kind: 'adopted'; readonly on: string; readonly body?: AdoptingBody | undefined };

export interface CalendarRow {
  readonly duty: Duty;
  readonly standing: DutyStanding;
  readonly isOverdue: boolean;
  readonly review: Review;
  readonly last?: LastDecided | undefined;
}

const soonDays = 90;

/** The calendar of a school on `today`: what is overdue first, then the next due. */
export function calendarOf(
  { duties, reviews, library }: { duties: readonly Duty[]; reviews: readonly Review[]; library: SchoolLibrary },
  versions: readonly PolicyVersion[],
  today: string,
): CalendarRow[] {
  return duties.map((duty) => {
    const review = reviewOf(reviews, { schoolId: duty.schoolId, duty: duty.id, dueOn: duty.dueOn });
    const isOverdue = duty.dueOn < today;
    const last = lastDecided(duty, { reviews, library, versions });
    return { duty, review, isOverdue, standing: standingOn(duty, review, today), ...(last && { last }) };
  });
}

function standingOn({ dueOn }: Duty, { begun, done }: Review, today: string): DutyStanding {
  if (begun || done) return 'in-review';
  if (dueOn < today) return 'overdue';
  return dueOn <= moveDay(today, soonDays) ? 'due' : 'current';
}

function lastDecided(
  duty: Duty,
  {
    reviews,
    library,
    versions,
  }: { reviews: readonly Review[]; library: SchoolLibrary; versions: readonly PolicyVersion[] },
): LastDecided | undefined {
  const approved = library.policies.find(({ cover }) => cover.id === duty.id)?.cover.approved;
  const adoption = duty.kind === 'policy' ? adoptedInOrder(versions, duty.id).at(-1)?.adoption : undefined;
  const decided: LastDecided[] = [
    ...(approved === undefined ? [] : [{ kind: 'adopted', on: approved } as const]),
    ...(adoption?.adoptedOn === undefined
      ? []
      : [{ kind: 'adopted', on: adoption.adoptedOn, body: adoption.adoptedBy } as const]),
    ...reviews.flatMap(({ duty: id, done }) =>
      done && id === duty.id
        ? [{ kind: 'reviewed', on: done.reviewedOn, outcome: done.outcome, body: done.body } as const]
        : [],
    ),
  ];
  return decided.sort((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on))).at(-1);
}
