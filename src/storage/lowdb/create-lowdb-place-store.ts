import type { SafeguardingPlaceStore } from '../../domain/incidents/safeguarding-place.ts';
import { StoredPlace } from '../stored-rows.ts';
import type { Committed } from './group-commit.ts';
import { recordConsequences } from './record-consequences.ts';
import { keys, type StoreData } from './store-data.ts';

/** The safeguarding channels of the lowdb store. */
export function createLowdbPlaceStore(db: Committed<StoreData>): SafeguardingPlaceStore {
  const places = () => db.data().incidents.places;
  return {
    places: (schoolId) => Promise.resolve([...places()].filter((place) => place.schoolId === schoolId)),

    findPlace: (tenantId, channelId) => Promise.resolve(places().get(keys.place({ tenantId, channelId }))),

    savePlace: (place, then) =>
      db.change<'saved' | 'other-school'>((data) => {
        const known = data.incidents.places.get(keys.place(place));
        if (known && known.schoolId !== place.schoolId) return { data, result: 'other-school' };
        const saved = withPlaces(data, data.incidents.places.with(StoredPlace.parse(place)));
        return { data: recordConsequences(saved, then), result: 'saved' };
      }),

    removePlace: (tenantId, channelId) =>
      db.change((data) => {
        const key = keys.place({ tenantId, channelId });
        const isThere = data.incidents.places.get(key) !== undefined;
        return { data: isThere ? withPlaces(data, data.incidents.places.without(key)) : data, result: undefined };
      }),
  };
}

function withPlaces(data: StoreData, places: StoreData['incidents']['places']): StoreData {
  return { ...data, incidents: { ...data.incidents, places } };
}
