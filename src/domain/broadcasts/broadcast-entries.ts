import type { EntryDraft, Facts } from '../ledger/entry.ts';
import type { Broadcast } from './broadcast.ts';

/**
 * What the ledger says of a broadcast: counts, no names and nothing typed.
 * - `broadcast-opened`, `broadcast-confirmed`, `broadcast-not-confirmed`, `broadcast-cancelled`, `broadcast-recalled`
 * - `broadcast-changed` before anything was sent, `broadcast-corrected` after
 * - `broadcast-again`: sent once more to those whom it surely did not reach
 */
export type BroadcastEntry =
  | 'broadcast-opened'
  | 'broadcast-confirmed'
  | 'broadcast-not-confirmed'
  | 'broadcast-changed'
  | 'broadcast-corrected'
  | 'broadcast-cancelled'
  | 'broadcast-recalled'
  | 'broadcast-again';

export function broadcastEntry(
  { id, schoolId, template, policyId }: Broadcast,
  kind: BroadcastEntry,
  at: string,
  facts: Facts = {},
): EntryDraft {
  const about = { broadcast: id, template, ...(policyId !== undefined && { policy: policyId }) };
  return { schoolId, chain: 'signoffs', at, kind, facts: { ...about, ...facts } };
}
