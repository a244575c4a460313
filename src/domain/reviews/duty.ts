import { DateTime } from 'luxon';
import type { Role } from '../people/role.ts';
import { standingOf, type SchoolLibrary } from '../policies/library.ts';
import { cycleOf } from './cycle.ts';

/** What has to be reviewed by a day: a policy, or a duty of school.yaml. */
export interface Duty {
  readonly schoolId: string;
  /** Of one school no two duties have the same. */
  readonly id: string;
  readonly kind: 'policy' | 'other';
  readonly title: string;
  /** The role whose holder is reminded. */
  readonly owner: Role;
  /** YYYY-MM-DD, with what reviews moved. */
  readonly dueOn: string;
  /** Months to the next one. */
  readonly everyMonths: number;
  /** The clause that asks for it. */
  readonly clause?: string | undefined;
}

/** The duties of a school on `today`, the next due first. `library` is what is served: its dates are moved by reviews. */
export function dutiesOf(library: SchoolLibrary, today: string): Duty[] {
  const { id: schoolId, duties } = library.school;
  const others = duties.map(({ due, ...duty }): Duty => ({ schoolId, kind: 'other', dueOn: due, ...duty }));
  const policies = library.policies.filter(
    (policy) => !['proposed', 'withdrawn', 'expired'].includes(standingOf(policy, today)),
  );
  const dated = policies.flatMap(({ cover }): Duty[] => {
    const { id, title, owner, reviewDue: dueOn } = cover;
    if (dueOn === undefined) return [];
    return [{ schoolId, kind: 'policy', id, title, owner, dueOn, everyMonths: cycleOf(cover) }];
  });
  return [...dated, ...others].sort((one, other) => (one.dueOn < other.dueOn ? -1 : Number(one.dueOn > other.dueOn)));
}

/** So long before its day a review keeps the rhythm of the days before it. */
const earlyDays = 90;

/**
 * The due date to propose after a review on `reviewedOn`: the cycle after the due date where that was near, else after the
 * review, which was early or late.
 */
export function proposedDue({ dueOn, everyMonths }: Pick<Duty, 'dueOn' | 'everyMonths'>, reviewedOn: string): string {
  const due = DateTime.fromISO(dueOn, { zone: 'utc' });
  const reviewed = DateTime.fromISO(reviewedOn, { zone: 'utc' });
  const isNear = reviewed <= due && due.diff(reviewed, 'days').days <= earlyDays;
  return (isNear ? due : reviewed).plus({ months: everyMonths }).toISODate() ?? dueOn;
}
