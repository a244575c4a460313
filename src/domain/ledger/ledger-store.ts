import type { Act } from '../delivery/act.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { ChainName, Checkpoint, EntryDraft, LedgerEntry } from './entry.ts';

/**
 * The append-only ledger. Entries come into it only together with the fact that they record, through that fact's own
 * store method: the store gives them their place (`appendEntry`) inside the same atomic step, so that a chain has no
 * fork and no gap however many instances write.
 */
export interface LedgerStore {
  /** The chains that have entries. */
  chains(): Promise<ChainName[]>;
  /** Adds what no other record stands for, such as that somebody looked; an act that was seen before adds nothing. */
  record(act: Act, entry: EntryDraft): Promise<void>;
  head(name: ChainName): Promise<Pick<LedgerEntry, 'seq' | 'hash'> | undefined>;
  /** Entries from sequence number `from` on, in order, at most `limit` of them. */
  entries(name: ChainName, from: number, limit: number): Promise<LedgerEntry[]>;
  /** Where the school's chain of sign-offs records the signature with this receipt's reference. */
  signed(schoolId: string, receipt: string): Promise<Pick<LedgerEntry, 'seq' | 'hash'> | undefined>;
  checkpoints(name: ChainName): Promise<Checkpoint[]>;
  /**
   * Adds a checkpoint and what is owed for it in one atomic step. `overtaken` and no change when the last of its chain is
   * not the one at sequence number `after` (0: there is none), since somebody else signed meanwhile.
   */
  addCheckpoint(checkpoint: Checkpoint, after: number, owed: readonly Delivery[]): Promise<'added' | 'overtaken'>;
}
