import { describe, expect, test } from 'vitest';
import { mostWrongCodes, type FileOffer } from '../../src/domain/files/file-offer.ts';
import type { Stores } from '../../src/storage/stores.ts';
import { asker, at, schoolId } from './sample-facts.ts';

const offer = (n: number, changed: Partial<FileOffer> = {}): FileOffer => ({
  id: `offer-${n}`,
  schoolId,
  codeHash: `code-${n}`,
  subject: { kind: 'report', reference: 'SR-7KQ2-M' },
  to: asker,
  until: at(600),
  wrong: 0,
  taken: false,
  ...changed,
});

/** What every FileStore promises. `open` gives fresh, empty stores over one place. */
export function describeFileStoreContract(name: string, open: () => Promise<Pick<Stores, 'files' | 'transfer'>>): void {
  describe(`a store of offered files (${name})`, () => {
    test('gives a file once, to the right code, until its last moment', async () => {
      const { files } = await open();
      await files.offer(offer(1));
      await files.offer(offer(2, { subject: { kind: 'sheet', reference: 'SR-AAAA-A' } }));
      expect(await files.take('offer-1', 'code-1', at(599))).toEqual(offer(1));
      expect(await files.take('offer-1', 'code-1', at(1))).toBeUndefined();
      expect(await files.take('offer-2', 'code-2', at(600))).toBeUndefined();
      expect(await files.take('offer-2', 'code-2', at(1))).toMatchObject({ subject: { kind: 'sheet' } });
      expect(await files.take('offer-9', 'code-1', at(1))).toBeUndefined();
    });

    test('is not an offer any more after five wrong codes, and is one after four', async () => {
      const { files } = await open();
      for (const n of [1, 2]) await files.offer(offer(n));
      for (let tries = 0; tries < mostWrongCodes; tries += 1) {
        expect(await files.take('offer-1', tries === 2 ? 'code-1 and more' : 'code-2', at(1))).toBeUndefined();
        if (tries > 0) expect(await files.take('offer-2', '', at(1))).toBeUndefined();
      }
      expect(await files.take('offer-1', 'code-1', at(1))).toBeUndefined();
      expect(await files.take('offer-2', 'code-2', at(1))).toEqual(offer(2, { wrong: 4 }));
    });

    test('gives it to one of many who come at once', async () => {
      const { files } = await open();
      await files.offer(offer(1));
      const takes = await Promise.all(Array.from({ length: 20 }, () => files.take('offer-1', 'code-1', at(1))));
      expect(takes.filter((one) => one !== undefined)).toEqual([offer(1)]);
    });

    test('counts wrong codes that come at once, each', async () => {
      const { files } = await open();
      await files.offer(offer(1));
      await Promise.all(Array.from({ length: 5 }, () => files.take('offer-1', 'code-2', at(1))));
      expect(await files.take('offer-1', 'code-1', at(1))).toBeUndefined();
    });

    test('refuses an id that is there, and changes nothing', async () => {
      const { files } = await open();
      await files.offer(offer(1));
      await expect(files.offer(offer(1, { codeHash: 'another' }))).rejects.toMatchObject({ kind: 'taken' });
      expect(await files.take('offer-1', 'code-1', at(1))).toEqual(offer(1));
    });

    test('removes what is over, used or not, and nothing else; none of it is in a backup', async () => {
      const { files, transfer } = await open();
      await files.offer(offer(1));
      await files.offer(offer(2));
      await files.offer(offer(3, { until: at(601) }));
      await files.take('offer-1', 'code-1', at(1));
      expect(JSON.stringify(await transfer.exportAll())).not.toContain('offer-');
      expect(await files.removeExpired(at(599))).toBe(0);
      expect(await files.removeExpired(at(600))).toBe(2);
      expect(await files.take('offer-2', 'code-2', at(1))).toBeUndefined();
      expect(await files.take('offer-3', 'code-3', at(600))).toEqual(offer(3, { until: at(601) }));
    });
  });
}
