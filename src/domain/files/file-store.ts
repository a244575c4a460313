import type { FileOffer } from './file-offer.ts';

/** What files are offered. Every method is atomic; a promise that resolves means the fact is durable. */
export interface FileStore {
  /** Records an offer. Rejects with a StoreError `taken`, nothing changed, when there is one with its id. */
  offer(offer: FileOffer): Promise<void>;
  /**
   * Takes the file of that id, once: the offer where the code is the right one and it still stands (`judgeTake`), else
   * nothing, and a wrong code is counted. Of several at once, in whatever process, one gets it.
   */
  take(id: string, codeHash: string, now: string): Promise<FileOffer | undefined>;
  /** Removes every offer whose time is over; gives their number. */
  removeExpired(now: string): Promise<number>;
}
