import type { PersonKey } from '../people/person-key.ts';

/**
 * - `review`: a policy is due for review, or was reviewed
 * - `sign-off`: those who have not signed yet are reminded
 * - `notice`: anything else, in the sender's words
 */
export const broadcastTemplates = ['review', 'sign-off', 'notice'] as const;
export type BroadcastTemplate = (typeof broadcastTemplates)[number];

/** What the reader can do on the card: read the policy, sign, ask a question about it, say that it is done. */
export const broadcastButtons = ['read', 'sign', 'ask', 'done'] as const;
export type BroadcastButton = (typeof broadcastButtons)[number];

/** `unsigned`: whoever is outstanding in a campaign when the broadcast is opened. */
export type BroadcastAudience =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'groups'; readonly groups: readonly string[] }
  | { readonly kind: 'unsigned'; readonly campaignId: string };

/**
 * - `waiting`: more people than one person may write to alone; a second one has to confirm
 * - `open`: sent from `sendAt` on
 * - `ended`: nothing is sent any more; `ended.why` says why
 */
export const broadcastStates = ['waiting', 'open', 'ended'] as const;
export type BroadcastState = (typeof broadcastStates)[number];

/** - `not-confirmed`: the second person said no. - `recalled`: every copy that was sent says that it is withdrawn. */
export const broadcastEnds = ['cancelled', 'not-confirmed', 'recalled'] as const;

/** One message to many people of one school. */
export interface Broadcast {
  /** `BC-7KQ2-M`. */
  readonly id: string;
  readonly schoolId: string;
  readonly template: BroadcastTemplate;
  readonly policyId?: string | undefined;
  /** The id of a clause of that policy. */
  readonly clauseId?: string | undefined;
  /** The sender's words, plain text. */
  readonly message: string;
  readonly buttons: readonly BroadcastButton[];
  readonly audience: BroadcastAudience;
  /** Whether the staff team's channel gets it too. */
  readonly channel: boolean;
  /** Not before this instant, ISO 8601. */
  readonly sendAt: string;
  readonly state: BroadcastState;
  readonly openedBy: PersonKey;
  readonly openedAt: string;
  readonly confirmed?: { readonly by: PersonKey; readonly at: string } | undefined;
  /** `at`: from when on nothing is sent. `recalledAt`: when it was taken back, which may be later. */
  readonly ended?:
    | {
        readonly at: string;
        readonly why: (typeof broadcastEnds)[number];
        readonly by: PersonKey;
        readonly recalledAt?: string | undefined;
      }
    | undefined;
  /** 1, and one more with each correction after copies went out. */
  readonly edition: number;
  readonly correctedAt?: string | undefined;
  /** 1, 2, 3 … with each change. */
  readonly revision: number;
}
