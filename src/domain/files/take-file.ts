import type { FileOffer } from './file-offer.ts';
import { codeHash, codePattern, offerId, tokenPattern, type FileSecret } from './file-secret.ts';
import type { FileStore } from './file-store.ts';

/** A file as a browser gets it. */
export interface DrawnFile {
  readonly name: string;
  readonly type: 'application/pdf' | 'text/csv; charset=utf-8' | 'application/x-ndjson';
  /** In pieces where it may be too large to be held whole; what fails after the first of them breaks the file off. */
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
}

export interface TakeDesk {
  readonly files: Pick<FileStore, 'take'>;
  /** The file as it is now; undefined where the person may not have it any more. */
  readonly draw: (offer: FileOffer) => Promise<DrawnFile | undefined>;
  readonly now: () => Date;
}

/**
 * The file that token and code open, once. It is taken before it is drawn up: whatever fails after that, it is gone, and
 * never given twice. Undefined for everything else, and nobody learns why. Rejects when the store or the drawing fails.
 */
export async function takeFile({ files, draw, now }: TakeDesk, secret: FileSecret): Promise<DrawnFile | undefined> {
  if (!tokenPattern.test(secret.token) || !codePattern.test(secret.code)) return undefined;
  const offer = await files.take(offerId(secret.token), codeHash(secret), now().toISOString());
  return offer && draw(offer);
}
