import { describe, expect, test } from 'vitest';
import type { Stores } from '../../src/storage/stores.ts';
import { act, at, schoolId } from './sample-facts.ts';
import { incident, newEvent } from './sample-incidents.ts';

/** What every RetentionStore promises. `open` gives fresh, empty stores over one place. */
export function describeRetentionStoreContract(
  label: string,
  open: () => Promise<Pick<Stores, 'retention' | 'incidents'>>,
): void {
  describe(`a retention store (${label})`, () => {
    test('remembers the last of each name, and drops what is named', async () => {
      const { retention } = await open();
      expect(await retention.memos()).toEqual([]);
      await retention.saveMemos(
        [
          { name: 'run', at: at(1) },
          { name: 'left a b', at: at(1) },
        ],
        [],
      );
      await retention.saveMemos(
        [
          { name: 'run', at: at(2) },
          { name: 'left a c', at: at(2) },
        ],
        ['left a b', 'nothing'],
      );
      const memos = await retention.memos();
      expect(new Map(memos.map((memo) => [memo.name, memo.at]))).toEqual(
        new Map([
          ['run', at(2)],
          ['left a c', at(2)],
        ]),
      );
      await retention.saveMemos([{ name: 'run', at: at(0) }], []);
      expect(await retention.memos()).toContainEqual({ name: 'run', at: at(0) });
    });

    test('sweeps, and everything that was not destroyed is as it was', async () => {
      const { retention, incidents } = await open();
      await incidents.submit(act(1), incident(1), { owed: [], entries: [] });
      await incidents.submit(act(2), incident(2), { owed: [], entries: [] });
      const event = newEvent('shredded', 3, { by: undefined });
      await incidents.shred({ schoolId, id: 'SR-1' }, { seen: 1, event }, { owed: [], entries: [] });
      await retention.sweep();
      expect(await incidents.find(schoolId, 'SR-2')).toEqual(incident(2));
      expect(await incidents.find(schoolId, 'SR-1')).toMatchObject({ sealedReport: '' });
    });
  });
}
