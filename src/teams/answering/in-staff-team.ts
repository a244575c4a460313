import type { Reply } from '../../domain/answering/answer-question.ts';

/** A reply, or the request to take an incident out of the channel. */
export type ChannelReply = Reply | { readonly kind: 'not-in-a-channel' };

/**
 * What the staff team's channel gets of `replies`. Of an incident it gets what to do now and then the request to go on in
 * private: colleagues with no part in it read along, and an answer would draw them in.
 */
export function inStaffTeam(replies: readonly Reply[]): ChannelReply[] {
  const safety = replies.filter(({ kind }) => kind === 'safety');
  return safety.length > 0 ? [...safety, { kind: 'not-in-a-channel' }] : [...replies];
}
