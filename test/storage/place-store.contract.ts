import { describe, expect, test } from 'vitest';
import { noConsequences } from '../../src/domain/delivery/consequences.ts';
import type { Stores } from '../../src/storage/stores.ts';
import { at, delivery, entryDraft, otherSchool, schoolId } from './sample-facts.ts';
import { place } from './sample-incidents.ts';

/** What every SafeguardingPlaceStore promises. `open` gives fresh, empty stores. */
export function describePlaceStoreContract(
  name: string,
  open: () => Promise<Pick<Stores, 'places' | 'deliveries' | 'ledger'>>,
): void {
  describe(`a store of safeguarding channels (${name})`, () => {
    test('keeps a channel, replaces what was known of it, and forgets it', async () => {
      const { places } = await open();
      const first = place(1);
      const { tenantId, channelId } = first;
      expect(await places.places(schoolId)).toEqual([]);
      expect(await places.savePlace(first, noConsequences)).toBe('saved');
      expect(await places.findPlace(tenantId, channelId)).toEqual(first);
      const accepted = { ...first, channelName: 'New name', acceptedAt: at(5), checkedAt: at(6), check: 'ok' };
      expect(await places.savePlace(accepted, noConsequences)).toBe('saved');
      expect(await places.savePlace(place(2, { kind: 'standard' }), noConsequences)).toBe('saved');
      expect(await places.places(schoolId)).toEqual([accepted, place(2, { kind: 'standard' })]);
      await places.removePlace(tenantId, channelId);
      await places.removePlace(tenantId, channelId);
      expect(await places.findPlace(tenantId, channelId)).toBeUndefined();
      expect(await places.places(schoolId)).toHaveLength(1);
    });

    test('takes away again what a later save leaves out', async () => {
      const { places } = await open();
      await places.savePlace(place(1, { acceptedAt: at(5), checkedAt: at(6), check: 'ok' }), noConsequences);
      await places.savePlace(place(1), noConsequences);
      expect(await places.places(schoolId)).toEqual([place(1)]);
    });

    test('stores what is owed together with the channel, and nothing when it is another school’s', async () => {
      const { places, deliveries, ledger } = await open();
      await places.savePlace(place(1), { owed: [delivery(1)], entries: [entryDraft(1)] });
      expect(await deliveries.find(delivery(1).key)).toEqual(delivery(1));
      expect(await ledger.head({ schoolId, chain: 'questions' })).toMatchObject({ seq: 1 });
      const second = { owed: [delivery(2)], entries: [] };
      expect(await places.savePlace(place(1, { schoolId: otherSchool }), second)).toBe('other-school');
      expect(await deliveries.find(delivery(2).key)).toBeUndefined();
    });

    test('leaves a channel to the school that connected it', async () => {
      const { places } = await open();
      await places.savePlace(place(1), noConsequences);
      expect(await places.savePlace(place(1, { schoolId: otherSchool }), noConsequences)).toBe('other-school');
      expect(await places.places(schoolId)).toEqual([place(1)]);
      expect(await places.places(otherSchool)).toEqual([]);
      expect(await places.findPlace('other-tenant', place(1).channelId)).toBeUndefined();
    });
  });
}
