import type { PersonKey } from '../people/person-key.ts';

/**
 * - `pending`: asked, or to be asked
 * - `signed`: there is a receipt
 * - `declined`: said that they cannot agree; they are asked again only when the head says so
 * - `query`: has a question; they may sign at any time
 * - `exempt`: the head said why they need not sign
 * - `unreachable`: Teams brings them nothing (the app is not installed, or blocked)
 * - `left`: no longer of the audience
 */
export const signatoryStates = ['pending', 'signed', 'declined', 'query', 'exempt', 'unreachable', 'left'] as const;
export type SignatoryState = (typeof signatoryStates)[number];

/** Those who still have to do something, or for whom somebody has. */
export const outstandingStates = [
  'pending',
  'query',
  'declined',
  'unreachable',
] as const satisfies readonly SignatoryState[];

/** One person in one campaign. Exactly one of `person` (an account) and `listed` (a line of the school's list) is there. */
export interface Signatory {
  /** 128 random bits, hexadecimal: the ledger names nobody otherwise. */
  readonly id: string;
  readonly schoolId: string;
  readonly campaignId: string;
  readonly person?: PersonKey | undefined;
  /** The id in the school's list of people without an account. */
  readonly listed?: string | undefined;
  readonly name: string;
  /** Ids of the school's groups that they are in. */
  readonly groups: readonly string[];
  readonly state: SignatoryState;
  /** Their own day where it was extended, else the campaign's. */
  readonly dueOn: string;
  /** How often they were asked, and when last. */
  readonly asked: number;
  readonly askedAt?: string | undefined;
  /** The handed-over question with which they asked, or said that they cannot agree. */
  readonly questionId?: string | undefined;
  /** Why exempt, left or unreachable, as the end of a sentence or as the head typed it. */
  readonly reason?: string | undefined;
  readonly changedAt: string;
  /** 1, 2, 3 … with each change. */
  readonly revision: number;
}

/** Whether they still have to do something, or somebody for them. */
export function isOutstanding({ state }: Pick<Signatory, 'state'>): boolean {
  return outstandingStates.some((one) => one === state);
}
