import type { Delivery } from '../delivery/delivery.ts';
import { nothingToTell } from '../delivery/needs-somebody.ts';
import type { Addressee } from './addressee.ts';
import type { Broadcast } from './broadcast.ts';

/**
 * - `pending`: to be sent, or being sent
 * - `sent`: Teams took it
 * - `read`: Teams said that they have seen it
 * - `acted`: pressed one of its buttons
 * - `refused`: Teams said no for good; `reason` says why
 * - `unknown`: Teams may or may not have shown it
 * - `never-installed`: the bot has no chat with them and could open none
 * - `left`: was not of the school any more when it was their turn
 * - `no-account`: stands in the school's list and has none
 * - `cancelled`: was not sent, because the sender said so
 */
export const addresseeStates = [
  'pending',
  'sent',
  'read',
  'acted',
  'refused',
  'unknown',
  'never-installed',
  'left',
  'no-account',
  'cancelled',
] as const;
export type AddresseeState = (typeof addresseeStates)[number];

/** The reason where Teams could not be reached for as long as it is tried. */
export const notReached = 'not-reached';

/**
 * The one state of an addressee. `delivery` is that of their last round; without one nothing is owed to them (yet).
 * `reason` is the status or the code that Teams gave, where it refused or opened no chat.
 */
export function addresseeState(
  { state, ended }: Pick<Broadcast, 'state' | 'ended'>,
  { acted, readAt, listed }: Pick<Addressee, 'acted' | 'readAt' | 'listed'>,
  delivery: Pick<Delivery, 'state' | 'attempts'> | undefined,
): { readonly state: AddresseeState; readonly reason?: string | undefined } {
  if (acted) return { state: 'acted' };
  if (readAt !== undefined) return { state: 'read' };
  if (listed !== undefined) return { state: 'no-account' };
  const { code: reason, at = '', outcome } = delivery?.attempts.at(-1) ?? {};
  switch (delivery?.state) {
    case 'sent':
    case 'unknown':
      return { state: delivery.state };
    case 'undeliverable':
      // Tried for a day and given up: that says nothing of the app.
      return outcome === 'retry' ? { state: 'refused', reason: notReached } : { state: 'never-installed', reason };
    case 'refused':
      // Nothing to tell: the broadcast had ended, or the person was no longer of the school.
      if (reason !== nothingToTell) return { state: 'refused', reason };
      return { state: ended && ended.at <= at ? 'cancelled' : 'left' };
    case 'sending':
      return { state: 'pending' };
    default:
      return { state: state === 'ended' ? 'cancelled' : 'pending' };
  }
}
