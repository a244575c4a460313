import { applyRetention, type RetentionApplied, type RetentionDeeds } from '../domain/records/apply-retention.ts';
import { runMemo } from '../domain/records/retention-store.ts';
import { doInStore, notTaken } from './do-in-store.ts';
import { openSnapshot } from './open-snapshot.ts';
import type { StoresPlace } from './open-stores.ts';

/**
 * Destroys what a run found, in the stores or by a request to the bot that has them. Rejects with a StoreError when the
 * store cannot be used, or when the bot takes no requests.
 */
export async function retain(place: StoresPlace, deeds: RetentionDeeds): Promise<RetentionApplied> {
  const done = await doInStore(place, (stores) => applyRetention(stores, deeds), { retain: deeds });
  if (done) return done;
  const snapshot = await openSnapshot(place);
  if (!snapshot) throw notTaken('Nothing was destroyed');
  const { incidents, retention, signoffs, versions, broadcasts, slips, questions } = snapshot.ports;
  const found = await Promise.all(deeds.shred.map(({ schoolId, id }) => incidents.find(schoolId, id)));
  const receipts = await Promise.all(
    deeds.signoffs.signatories
      .filter(({ receipt }) => receipt !== undefined)
      .map(({ schoolId, id }) => signoffs.receiptOf(schoolId, id)),
  );
  const stored = await Promise.all(
    deeds.signoffs.versions.map(async ({ schoolId, hash }) =>
      (await versions.versions(schoolId)).find((one) => one.hash === hash),
    ),
  );
  const sent = await Promise.all(deeds.broadcasts.map(({ schoolId, id }) => broadcasts.broadcast(schoolId, id)));
  const told = await Promise.all(deeds.slips.map(({ schoolId, id }) => slips.find(schoolId, id)));
  const suggested = await Promise.all(
    deeds.suggestions.map(({ schoolId, id }) => questions.findSuggestion(schoolId, id)),
  );
  const memos = await retention.memos();
  await snapshot.close();
  if (!memos.some(({ name, at }) => name === runMemo && at === deeds.at))
    throw notTaken('It is not known what was destroyed');
  const shredded = found.filter((one) => one?.sealedReport === '').length;
  const gone = (rows: readonly unknown[]) => rows.filter((row) => row === undefined).length;
  return {
    shredded,
    overtaken: deeds.shred.length - shredded,
    forgotten: deeds.forget.length,
    receipts: gone(receipts),
    versions: gone(stored),
    broadcasts: gone(sent),
    slips: gone(told),
    suggestions: gone(suggested),
  };
}
