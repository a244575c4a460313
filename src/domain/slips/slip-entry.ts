import { z } from 'zod/v4';
import { ClauseKey } from '../people/route.ts';
import { Role } from '../people/role.ts';
import { slipKinds } from './slip-kind.ts';

/** The longest that a permission is given for, in days: two years. */
export const longestDays = 731;

const Line = z.string().trim().min(5).max(160, 'write it in 160 characters at most');

/** One entry of `slips` in school.yaml: a kind that the school takes, and the clause that demands it. */
export const SlipEntry = z.strictObject({
  kind: z.enum(slipKinds),
  clause: ClauseKey,
  /** Who answers: any of those who hold these roles, or stand in. About the head it is the chair, whatever stands here. */
  to: z.array(Role).min(1).max(3).default(['head']),
  title: z.string().trim().min(5).max(80, 'name it in 80 characters at most').optional(),
  asks: z.array(Line).min(1).max(4, 'ask four things at most').optional(),
  /** What is asked at the end of a permission; `false`: nothing. */
  atEnd: z.union([Line, z.literal(false)]).optional(),
  /** So many school days without an answer, and whoever is to give it is reminded; then the next are asked. 0: never. */
  chaseAfter: z.int().min(0).max(30, 'thirty school days at most').optional(),
  usualDays: z.int().min(1).max(longestDays, 'two years at most').optional(),
});
export type SlipEntry = z.infer<typeof SlipEntry>;
