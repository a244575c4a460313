import type { LedgerSigner } from '../domain/ledger/checkpoint.ts';
import type { StoreTransfer } from '../storage/store-content.ts';
import { listBackups } from './backup-folder.ts';
import { makeNightlyBackup, type NightlyOutcome } from './make-nightly-backup.ts';

/** What the nightly job needs: making a backup in `dir`, and when the newest verified one up to now was made. */
export function createBackUps(
  store: Pick<StoreTransfer, 'exportAll'>,
  dir: string,
  { signer, now }: { signer: LedgerSigner; now: () => Date },
): { backUp: () => Promise<NightlyOutcome>; newest: () => Promise<number | undefined> } {
  const publicKeys = new Map([[signer.keyId, signer.publicKey]]);
  return {
    backUp: () => makeNightlyBackup(store, dir, { now: now(), publicKeys }),
    newest: async () => (await listBackups(dir)).find(({ madeMs }) => madeMs <= now().getTime())?.madeMs,
  };
}
