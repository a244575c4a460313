import { z } from 'zod/v4';
import { emptySections, toStoreData, type StoreData } from './store-data.ts';
import { StoredAddress, StoredTeam, StoredUpn } from '../stored-rows.ts';

/** The store file of version 1: people only, without a hash and in one generation. */
export const StoreFileOne = z.strictObject({
  version: z.literal(1),
  people: z.strictObject({
    staffTeams: z.array(StoredTeam),
    upns: z.array(StoredUpn),
    addresses: z.array(StoredAddress),
  }),
});

/** What a store of version 1 held, as this version holds it. */
export function fromVersionOne({ people }: z.infer<typeof StoreFileOne>): StoreData {
  return toStoreData({ ...emptySections, people: { ...emptySections.people, ...people } });
}
