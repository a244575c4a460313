import { isEmptyContent, type StoreTransfer } from '../store-content.ts';
import { contentOfData, dataOfContent } from './content-of-data.ts';
import type { Committed } from './group-commit.ts';
import type { StoreData } from './store-data.ts';

/** Takes the whole lowdb store out, and puts one in. */
export function createLowdbTransfer(db: Committed<StoreData>): StoreTransfer {
  return {
    exportAll: () => Promise.resolve(contentOfData(db.data())),
    importAll: (content) =>
      db.change<'imported' | 'not-empty'>((data) =>
        isEmptyContent(contentOfData(data))
          ? { data: dataOfContent(content), result: 'imported' }
          : { data, result: 'not-empty' },
      ),
  };
}
