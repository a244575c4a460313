import { timingSafeEqual } from 'node:crypto';
import { mostWrongCodes, type FileOffer } from './file-offer.ts';

/** `over`: used, too late, or too many wrong codes; the code is not looked at. */
export type Take = 'given' | 'wrong-code' | 'over';

/** Whether the offer stands at `now` and the code is its own; compared in the same time whatever they are. */
export function judgeTake({ codeHash, until, wrong, taken }: FileOffer, given: string, now: string): Take {
  if (taken || wrong >= mostWrongCodes || Date.parse(until) <= Date.parse(now)) return 'over';
  const [wanted, found] = [Buffer.from(codeHash), Buffer.from(given)];
  return wanted.length === found.length && timingSafeEqual(wanted, found) ? 'given' : 'wrong-code';
}
