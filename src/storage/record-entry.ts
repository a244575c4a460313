import type { EntryDraft } from '../domain/ledger/entry.ts';
import { doInStore, notTaken } from './do-in-store.ts';
import { openSnapshot } from './open-snapshot.ts';
import type { StoresPlace } from './open-stores.ts';

/**
 * Adds an entry that stands for itself to a ledger; `facts.reference` is its own. Where a bot has the store to itself it
 * leaves the bot a request and waits. Rejects with a StoreError when it was not recorded.
 */
export async function recordEntry(
  place: StoresPlace,
  entry: EntryDraft & { readonly facts: { readonly reference: string } },
): Promise<void> {
  const act = `${entry.kind} ${entry.facts.reference}`;
  const done = await doInStore(
    place,
    async ({ ledger }) => {
      await ledger.record({ activityKey: act, submissionId: act }, entry);
      return 'recorded' as const;
    },
    { record: { act, entry: { ...entry, facts: { ...entry.facts } } } },
  );
  if (done) return;
  const snapshot = await openSnapshot(place);
  const ledger = snapshot?.ports.ledger;
  const head = await ledger?.head(entry);
  const last = (await ledger?.entries(entry, Math.max(1, (head?.seq ?? 1) - 20), 21)) ?? [];
  await snapshot?.close();
  if (!last.some(({ facts }) => facts.reference === entry.facts.reference)) throw notTaken('Nothing was recorded');
}
