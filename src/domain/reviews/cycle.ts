import { DateTime } from 'luxon';
import type { Policy } from '../policies/policy.ts';

const usualMonths = 12;
/** Approval and review are seldom exact years apart: so many months more or less are a year all the same. */
const slackMonths = 2;

/** The months of a policy's cycle: what its front matter says, else from its approval to its review, else a year. */
export function cycleOf({ reviewEvery, approved, reviewDue }: Policy['cover']): number {
  if (reviewEvery !== undefined) return reviewEvery;
  if (approved === undefined || reviewDue === undefined) return usualMonths;
  const between = DateTime.fromISO(reviewDue, { zone: 'utc' }).diff(
    DateTime.fromISO(approved, { zone: 'utc' }),
    'months',
  );
  const years = Math.round(between.months / 12) * 12;
  const months = years > 0 && Math.abs(between.months - years) <= slackMonths ? years : Math.round(between.months);
  return Math.min(Math.max(1, months), 120);
}
