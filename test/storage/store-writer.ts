import { writeSync } from 'node:fs';
import { openStores } from '../../src/storage/open-stores.ts';
import { StoreError } from '../../src/storage/store-error.ts';
import type { Stores } from '../../src/storage/stores.ts';
import { act, delivery, entryDraft, question } from './sample-facts.ts';

/*
 * A process that has a store: `store-writer <folder> hold`, or `write <first number> <at once> <how many>`, which records
 * questions, a few at once, and prints the number of each when it is acknowledged, or "refused" and the kind to standard
 * error. Prints "open" when it has the store, and the reason, to standard error, when it cannot have it.
 */
const [, , dataDir = '', mode = 'hold', first = '0', atOnce = '4', count = 'Infinity'] = process.argv;

async function write({ questions }: Stores, from: number, step: number, last: number): Promise<void> {
  for (let n = from; n < last; n += step) {
    try {
      await questions.submit(act(n), question(n), { owed: [delivery(n)], entries: [entryDraft(n)] });
      writeSync(1, `${n}\n`);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      writeSync(2, `refused ${error.kind}\n`);
    }
  }
}

const stores = await openStores({ dataDir }).catch((error: unknown) => {
  writeSync(2, `${error instanceof Error ? error.message : 'unknown'}\n`);
  process.exit(1);
});
writeSync(1, 'open\n');
if (mode === 'hold') setInterval(() => undefined, 1000);
else {
  const step = Number(atOnce);
  const last = Number(first) + Number(count);
  await Promise.all(Array.from({ length: step }, (_, n) => write(stores, Number(first) + n, step, last)));
  await stores.close();
}
