import { describe, expect, test } from 'vitest';
import type { Stores } from '../../src/storage/stores.ts';
import { at, otherSchool, schoolId } from './sample-facts.ts';
import { place } from './sample-incidents.ts';

/** What every SafeguardingPlaceStore promises. `open` gives fresh, empty stores. */
export function describePlaceStoreContract(name: string, open: () => Promise<Pick<Stores, 'places'>>): void {
  describe(`a store of safeguarding channels (${name})`, () => {
    test('keeps a channel, replaces what was known of it, and forgets it', async () => {
      const { places } = await open();
      const first = place(1);
      const { tenantId, channelId } = first;
      expect(await places.places(schoolId)).toEqual([]);
      expect(await places.savePlace(first)).toBe('saved');
      expect(await places.findPlace(tenantId, channelId)).toEqual(first);
      const accepted = { ...first, channelName: 'New name', acceptedAt: at(5), checkedAt: at(6), check: 'ok' };
      expect(await places.savePlace(accepted)).toBe('saved');
      expect(await places.savePlace(place(2, { kind: 'standard' }))).toBe('saved');
      expect(await places.places(schoolId)).toEqual([accepted, place(2, { kind: 'standard' })]);
      await places.removePlace(tenantId, channelId);
      await places.removePlace(tenantId, channelId);
      expect(await places.findPlace(tenantId, channelId)).toBeUndefined();
      expect(await places.places(schoolId)).toHaveLength(1);
    });

    test('takes away again what a later save leaves out', async () => {
      const { places } = await open();
      await places.savePlace(place(1, { acceptedAt: at(5), checkedAt: at(6), check: 'ok' }));
      await places.savePlace(place(1));
      expect(await places.places(schoolId)).toEqual([place(1)]);
    });

    test('leaves a channel to the school that connected it', async () => {
      const { places } = await open();
      await places.savePlace(place(1));
      expect(await places.savePlace(place(1, { schoolId: otherSchool }))).toBe('other-school');
      expect(await places.places(schoolId)).toEqual([place(1)]);
      expect(await places.places(otherSchool)).toEqual([]);
      expect(await places.findPlace('other-tenant', place(1).channelId)).toBeUndefined();
    });
  });
}
