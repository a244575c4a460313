import type { FileOffer } from '../../domain/files/file-offer.ts';
import type { FileStore } from '../../domain/files/file-store.ts';
import { judgeTake } from '../../domain/files/judge-take.ts';
import { idTaken } from '../../domain/store-error.ts';
import { StoredFileOffer } from '../stored-rows.ts';
import type { Committed } from './group-commit.ts';
import { keys, type StoreData } from './store-data.ts';

/** The offered files of the lowdb store. */
export function createLowdbFileStore(db: Committed<StoreData>): FileStore {
  return {
    offer: (offer) =>
      db.change((data) => {
        if (data.files.offers.get(keys.offer(offer))) throw idTaken();
        return { data: withOffers(data, data.files.offers.with(StoredFileOffer.parse(offer))), result: undefined };
      }),

    take: (id, codeHash, now) =>
      db.change<FileOffer | undefined>((data) => {
        const offer = data.files.offers.get(id);
        const take = offer ? judgeTake(offer, codeHash, now) : 'over';
        if (!offer || take === 'over') return { data, result: undefined };
        const isGiven = take === 'given';
        const row = isGiven ? { ...offer, taken: true } : { ...offer, wrong: offer.wrong + 1 };
        return { data: withOffers(data, data.files.offers.with(row)), result: isGiven ? offer : undefined };
      }),

    removeExpired: (now) =>
      db.change((data) => {
        const expired = [...data.files.offers].filter(({ until }) => Date.parse(until) <= Date.parse(now));
        const offers = expired.reduce((rows, offer) => rows.without(keys.offer(offer)), data.files.offers);
        return { data: expired.length > 0 ? withOffers(data, offers) : data, result: expired.length };
      }),
  };
}

function withOffers(data: StoreData, offers: StoreData['files']['offers']): StoreData {
  return { ...data, files: { offers } };
}
