import type { EntryDraft } from '../ledger/entry.ts';
import type { Delivery } from './delivery.ts';

/** What is owed and recorded together with a fact, in the same atomic step. */
export interface Consequences {
  readonly owed: readonly Delivery[];
  readonly entries: readonly EntryDraft[];
}

/** Nobody is owed anything, and nothing is recorded beside the fact. */
export const noConsequences: Consequences = { owed: [], entries: [] };
