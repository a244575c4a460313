import { endorsedKeys } from '../domain/ledger/ledger-keys.ts';
import type { LedgerSigner } from '../domain/ledger/ledger-signer.ts';
import type { StoreTransfer } from '../storage/store-content.ts';
import { listBackups } from './backup-folder.ts';
import { makeNightlyBackup, type NightlyOutcome } from './make-nightly-backup.ts';

/** What the nightly job needs: making a backup in `dir`, and when the newest verified one up to now was made. */
export function createBackUps(
  store: Pick<StoreTransfer, 'exportAll'>,
  dir: string,
  { signer, now }: { signer: () => Promise<LedgerSigner>; now: () => Date },
): { backUp: () => Promise<NightlyOutcome>; newest: () => Promise<number | undefined> } {
  return {
    backUp: async () => makeNightlyBackup(store, dir, { now: now(), publicKeys: endorsedKeys((await signer()).keys) }),
    newest: async () => (await listBackups(dir)).find(({ madeMs }) => madeMs <= now().getTime())?.madeMs,
  };
}
