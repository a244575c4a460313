import { z } from 'zod/v4';
import { Cycle } from '../people/dated-duty.ts';
import { Role } from '../people/role.ts';
import type { Clause } from './clause.ts';
import { Slug } from '../people/slug.ts';

const date = z.iso.date('use a date that exists, as YYYY-MM-DD');

export const PolicyStatus = z.enum(['proposed', 'in-force', 'withdrawn']);
export type PolicyStatus = z.infer<typeof PolicyStatus>;

/** Whom a policy is for. Audiences are groups of people, not roles. */
export const Audience = z.enum(['staff', 'governors', 'volunteers', 'contractors', 'pupils', 'parents']);

/** The front matter of a policy file: strict, so that a misspelt key is told and not ignored. */
export const FrontMatter = z
  .strictObject({
    id: Slug,
    title: z.string().min(3),
    status: PolicyStatus,
    /** The role whose holder answers questions about this policy. */
    owner: Role,
    version: z.string().min(1),
    approved: date.optional(),
    reviewDue: date.optional(),
    /** Months from one review to the next. Absent: as many as lie between `approved` and `reviewDue`. */
    reviewEvery: Cycle.optional(),
    audience: z.array(Audience).min(1),
    /** `required`: the policy holds a declaration that its audience signs. */
    signoff: z.enum(['required', 'none']).default('none'),
    /** An addendum: the policy that it changes, and for how long. */
    amends: Slug.optional(),
    effectiveFrom: date.optional(),
    effectiveTo: date.optional(),
  })
  .refine((cover) => !cover.effectiveFrom || !cover.effectiveTo || cover.effectiveFrom <= cover.effectiveTo, {
    message: 'effectiveTo is before effectiveFrom',
    path: ['effectiveTo'],
  });
export type FrontMatter = z.infer<typeof FrontMatter>;

/** One policy as read from its file. Dates are calendar days, YYYY-MM-DD. */
export interface Policy {
  readonly cover: FrontMatter;
  readonly schoolId: string;
  readonly clauses: readonly Clause[];
  /** SHA-256 of the file's bytes, hexadecimal: which text an answer quoted. */
  readonly contentHash: string;
  /** The file's name within the school's folder. */
  readonly file: string;
  /** The whole file in policy Markdown. */
  readonly markdown: string;
}
