import type { Delivery } from '../delivery/delivery.ts';
import { askedTo, settledTo } from './signoff-deliveries.ts';
import type { Campaign } from './campaign.ts';
import type { Signatory } from './signatory.ts';
import type { Asked } from './whom-to-ask.ts';

/** A signatory as a change leaves them, and what they are owed for it. */
export interface Changed {
  readonly signatory: Signatory;
  readonly owed: readonly Delivery[];
}

/** When a change is recorded, and from when on people may be asked; ISO 8601. */
export interface AskingAt {
  readonly at: string;
  readonly askAt: string;
}

/** Somebody new in a campaign, asked for the first time unless there is no `askAt`: then they are to be asked later. */
export function newSignatory(
  { schoolId, id: campaignId, dueOn }: Campaign,
  asked: Asked,
  { id, at, askAt }: { readonly id: string; readonly at: string; readonly askAt: string | undefined },
): Changed {
  const isAsked = asked.person !== undefined && askAt !== undefined;
  const signatory: Signatory = {
    ...{ id, schoolId, campaignId, ...asked, state: 'pending', dueOn, asked: isAsked ? 1 : 0 },
    ...(isAsked && { askedAt: askAt }),
    changedAt: at,
    revision: 1,
  };
  return { signatory, owed: isAsked ? askedTo(signatory, 1, at, askAt) : [] };
}

/** The signatory with these changes, as their next revision. A reason goes with the state that it was for. */
export function revised(
  { reason: before, ...signatory }: Signatory,
  changes: Partial<Pick<Signatory, 'state' | 'dueOn' | 'reason' | 'asked' | 'askedAt' | 'questionId'>>,
  at: string,
): Signatory {
  const { reason: given, ...others } = changes;
  const next = { ...signatory, ...others, changedAt: at, revision: signatory.revision + 1 };
  const reason = 'reason' in changes ? given : next.state === signatory.state ? before : undefined;
  return reason === undefined ? next : { ...next, reason };
}

/**
 * Asks once more: the card of a new round, and the one before says so. Whoever has no account is pending, and nothing is
 * sent. `state` is how things stand with them then.
 */
export function nextRound(
  signatory: Signatory,
  { at, askAt }: AskingAt,
  state: 'pending' | 'query' = 'pending',
): Changed {
  if (!signatory.person) return { signatory: revised(signatory, { state }, at), owed: [] };
  const round = signatory.asked + 1;
  const next = revised(signatory, { state, asked: round, askedAt: askAt }, at);
  return { signatory: next, owed: [...settledTo(next, round - 1, at, askAt), ...askedTo(next, round, at, askAt)] };
}

/** Changes how things stand with somebody, and their last card says so. */
export function settled(
  signatory: Signatory,
  changes: Partial<Pick<Signatory, 'state' | 'dueOn' | 'reason' | 'questionId'>>,
  at: string,
): Changed {
  const next = revised(signatory, changes, at);
  return { signatory: next, owed: settledTo(next, signatory.asked, at) };
}
