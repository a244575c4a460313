import type { PersonKey } from '../people/person-key.ts';

/** Somebody whom a campaign asks. Exactly one of `person` and `listed` is there. */
export interface Asked {
  readonly person?: PersonKey | undefined;
  /** The id in the school's list of people without an account. */
  readonly listed?: string | undefined;
  readonly name: string;
  /** Ids of the school's groups that they are in. */
  readonly groups: readonly string[];
}

/**
 * Why somebody is not asked.
 * - `other-audience`: the document is not for any of their groups
 * - `other-group`: only other groups were chosen
 * - `no-group`: named in school.yaml, but neither in the staff team nor in a group
 * - `no-account`: named in school.yaml, and Teams has not told who they are yet
 * - `not-yet`, `no-longer`: a line of the list that begins later, or has ended
 * - `holds`: they signed an earlier version, and the later ones were minor; or this very version before
 */
export const notAskedReasons = [
  'other-audience',
  'other-group',
  'no-group',
  'no-account',
  'not-yet',
  'no-longer',
  'holds',
] as const;
export type NotAskedReason = (typeof notAskedReasons)[number];

export interface NotAsked extends Asked {
  readonly why: NotAskedReason;
  /** With `holds`: the receipt. */
  readonly receipt?: string | undefined;
}

/** Everybody whom the school knows, each person once, in the order of their names. */
export interface WhomToAsk {
  readonly asked: readonly Asked[];
  readonly notAsked: readonly NotAsked[];
}
