import type { BroadcastSubject } from '../broadcasts/broadcast-subject.ts';
import type { IncidentSubject } from '../incidents/incident-subject.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { ReviewSubject } from '../reviews/review-subject.ts';
import type { SignoffSubject } from '../signoffs/signoff-subject.ts';
import type { SlipSubject } from '../slips/slip-subject.ts';

/**
 * - `pending`: owed, not before `notBefore`
 * - `sending`: claimed by an instance until its lease ends
 * - `sent`: Teams took it
 * - `refused`: Teams said no for good
 * - `undeliverable`: there is no way to reach the person
 * - `unknown`: Teams may or may not have shown it, and nobody will try again
 */
export const deliveryStates = ['pending', 'sending', 'sent', 'refused', 'undeliverable', 'unknown'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** What a delivery tells. Never which card: the messenger picks that. Identifiers only, no text. */
export type DeliverySubject =
  | { readonly kind: 'question-asked'; readonly questionId: string }
  | { readonly kind: 'question-answered'; readonly questionId: string }
  | { readonly kind: 'wording-suggested'; readonly suggestion: string }
  | { readonly kind: 'checkpoint'; readonly chain: string; readonly seq: number; readonly hash: string }
  | { readonly kind: 'version-proposed'; readonly policy: string; readonly hash: string }
  | ReviewSubject
  | SlipSubject
  | SignoffSubject
  | BroadcastSubject
  | IncidentSubject;

/** A channel that a school connected, by the id of its conversation ("19:…@thread.tacv2"). */
export interface ChannelRecipient {
  readonly tenantId: string;
  readonly channelId: string;
}

/** Whom a delivery is for: a person, reached in their own chat with the bot, or a channel. */
export type Recipient = PersonKey | ChannelRecipient;

export function isChannel(to: Recipient): to is ChannelRecipient {
  return 'channelId' in to;
}

/** One name for each recipient: whoever has the same name gets one message at a time, in order. */
export function recipientName(to: Recipient): string {
  return `${to.tenantId} ${isChannel(to) ? `#${to.channelId}` : to.objectId}`;
}

/** One try at sending. `code` is a status or an error code, never a message. Instants are ISO 8601. */
export interface Attempt {
  readonly at: string;
  readonly outcome: 'sent' | 'refused' | 'undeliverable' | 'ambiguous' | 'retry';
  readonly code: string;
}

/**
 * One claim: its name, and until when it holds unless it is renewed. `waiting`: nothing was sent under it yet, so nothing
 * of it can have been shown.
 */
export interface Lease {
  readonly holder: string;
  readonly until: string;
  readonly waiting?: true | undefined;
}

/** Something that the bot owes somebody unasked. Written in the same atomic step as the fact that it tells. */
export interface Delivery {
  /** Once per fact: `<school id>:<subject kind>:<id>:<recipient>`. A second delivery with this key is not taken. */
  readonly key: string;
  readonly schoolId: string;
  readonly subject: DeliverySubject;
  readonly to: Recipient;
  /** What an ambiguous outcome leads to: one more send, headed "second copy of …", or none. */
  readonly onAmbiguous: 'send-once-more' | 'leave';
  readonly state: DeliveryState;
  readonly notBefore: string;
  readonly createdAt: string;
  readonly attempts: readonly Attempt[];
  /** While `sending`: the claim that it is held under. */
  readonly lease?: Lease | undefined;
  /** Once `sent`: where the message stands, so that it can be updated. */
  readonly message?: { readonly conversationId: string; readonly activityId: string } | undefined;
  /** Where it did not surely arrive: who said, and when, that a person dealt with it. */
  readonly acknowledged?: Acknowledgement | undefined;
}

export interface Acknowledgement {
  readonly by: string;
  readonly at: string;
}

/** The states of what ended without having surely arrived. */
export const unsureStates = ['refused', 'undeliverable', 'unknown'] as const satisfies readonly DeliveryState[];
