import type { RetentionStore } from '../../domain/records/retention-store.ts';
import { StoredMemo } from '../stored-rows.ts';
import type { Committed } from './group-commit.ts';
import type { StoreData } from './store-data.ts';

/** So many earlier generations of the file are kept beside it. */
const earlierGenerations = 2;

/** What retention remembers, in the lowdb store. */
export function createLowdbRetentionStore(db: Committed<StoreData>): RetentionStore {
  return {
    memos: () => Promise.resolve([...db.data().retention.memos]),

    saveMemos: (set, drop) =>
      db.change((data) => {
        const kept = drop.reduce((rows, name) => rows.without(name), data.retention.memos);
        const memos = set.reduce((rows, memo) => rows.with(StoredMemo.parse(memo)), kept);
        return { data: { ...data, retention: { memos } }, result: undefined };
      }),

    sweep: async () => {
      // What was destroyed is out of the newest file already; each write moves the earlier ones on by one.
      for (let written = 0; written < earlierGenerations; written++) {
        await db.change((data) => ({ data: { ...data }, result: undefined }));
      }
    },
  };
}
