import { z } from 'zod/v4';
import { Role } from './role.ts';
import { ClauseKey } from './route.ts';
import { Slug } from './slug.ts';

/** Months from one review to the next. */
export const Cycle = z.int().min(1).max(120, 'review it every ten years at least');

/** Something that a school has to do by a day, again and again, and that is no policy's review. */
export const DatedDuty = z.strictObject({
  id: Slug,
  title: z.string().min(3).max(200),
  /** The role whose holder is reminded. */
  owner: Role,
  /** The next day by which it is to be done; what is recorded in Teams moves it. */
  due: z.iso.date('use a date that exists, as YYYY-MM-DD'),
  everyMonths: Cycle,
  /** The clause that asks for it. */
  clause: ClauseKey.optional(),
});
export type DatedDuty = z.infer<typeof DatedDuty>;
