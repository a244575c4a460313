import type { BroadcastAudience, BroadcastButton, BroadcastTemplate } from './broadcast.ts';

/** A broadcast before it is opened. Texts as they were typed. */
export interface BroadcastDraft {
  readonly template: BroadcastTemplate;
  readonly policyId?: string | undefined;
  readonly clauseId?: string | undefined;
  readonly message: string;
  readonly buttons: readonly BroadcastButton[];
  readonly audience: BroadcastAudience;
  readonly channel: boolean;
  /** Ids of the other schools that it goes to as well; none: only to the one in which it is written. */
  readonly schools?: readonly string[] | undefined;
  /** `YYYY-MM-DDTHH:MM` on the school's clock; without: as soon as people may be written to. */
  readonly sendAt?: string | undefined;
}

/**
 * What keeps a broadcast from being opened.
 * - `no-message`, `too-long`: its words
 * - `no-policy`: the school quotes no such policy today, or a button or the template needs one; `no-clause`: it has no such clause
 * - `no-campaign`: signatures are asked for by no such campaign, or the button “sign” needs one
 * - `unknown-group`: school.yaml has no such group; `nobody`: nobody would get it
 * - `no-channel`: the school has no staff team whose channel could get it
 * - `bad-time`, `time-past`, `time-far` (more than a year ahead)
 * - `day-full`: two broadcasts go out on that day already
 * - `not-delegated`: this person may send others, but not this template or not to these people
 * - `elsewhere`: it goes to several schools, and something keeps it from being opened in another one
 * - `no-second`: a second person has to confirm, and nobody else may
 */
export const broadcastProblems = [
  'no-message',
  'too-long',
  'no-policy',
  'no-clause',
  'no-campaign',
  'unknown-group',
  'nobody',
  'no-channel',
  'bad-time',
  'time-past',
  'time-far',
  'day-full',
  'not-delegated',
  'elsewhere',
  'no-second',
] as const;
export type BroadcastProblem = (typeof broadcastProblems)[number];

/** The longest message that is taken, in characters: what a phone shows on two screens. */
export const longestMessage = 1_200;

/** So many broadcasts go out at one school on one day: more are not read any more. */
export const mostADay = 2;
