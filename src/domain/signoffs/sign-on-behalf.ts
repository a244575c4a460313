import type { Receipt } from './receipt.ts';
import type { HeadAct, Refused, SignoffDesk } from './signoff-desk.ts';
import type { Signatory } from './signatory.ts';

/**
 * - `signed`: recorded; the same act again gives the same receipt, and so does somebody who signed before (`before`)
 * - `incomplete`: nothing was recorded. `witness`: nobody is named, or the signatory; `place`: where the paper is kept is
 *   not said; `name`: the name as it was signed is missing
 */
export type SignedOnBehalf =
  | { readonly kind: 'signed'; readonly receipt: Receipt; readonly signatory: Signatory; readonly before: boolean }
  | { readonly kind: 'incomplete'; readonly what: 'name' | 'witness' | 'place' | 'too-long' }
  | Refused;

/**
 * Records that somebody signed on paper or on a colleague's device, before a named witness: for the head, whoever stands
 * in for them, a delegate or the business manager.
 */
export function signOnBehalf(
  _desk: SignoffDesk,
  _request: HeadAct & {
    readonly signatoryId: string;
    /** The name as it stands on the paper. */
    readonly typedName: string;
    readonly on: 'paper' | 'device';
    readonly witness: string;
    /** Where the paper is kept; of a device: where it was. */
    readonly place: string;
  },
): Promise<SignedOnBehalf> {
  return Promise.reject(new Error('not here yet'));
}
