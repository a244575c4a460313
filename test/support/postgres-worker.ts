import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { openStores } from '../../src/storage/open-stores.ts';
import { act, delivery, entryDraft, person, question } from '../storage/sample-facts.ts';

/**
 * One instance among several: opens the stores at the address given, says that it is ready, and at a line on standard
 * input does its work and prints what came of it. Arguments: address, work, number, how often.
 */
const [databaseUrl, work = '', instance = '0', times = '0'] = process.argv.slice(2);
const stores = await openStores({ dataDir: '', databaseUrl });
process.stdout.write('ready\n');
await once(createInterface({ input: process.stdin }), 'line');

const mine = (n: number) => Number(instance) * 1_000_000 + n;
const numbers = Array.from({ length: Number(times) }, (_, n) => mine(n));

async function submitOne(n: number, key: number | string): Promise<string> {
  const owed = [delivery(n, { to: person(n) })];
  const { id } = await stores.questions.submit(act(key), question(n), { owed, entries: [entryDraft(n)] });
  return id;
}

async function claimAll(): Promise<string[]> {
  const keys: string[] = [];
  for (let empty = 0; empty < 3;) {
    const at = '2026-11-30T08:00:00.000Z';
    const claimed = await stores.deliveries.claim(at, { limit: 5, leaseMs: 60_000, holder: `instance ${instance}` });
    keys.push(...claimed.map(({ key }) => key));
    empty = claimed.length === 0 ? empty + 1 : 0;
  }
  return keys;
}

const works: Readonly<Record<string, () => Promise<string[]>>> = {
  nothing: () => Promise.resolve([]),
  'the same act': () => Promise.all(numbers.map((n) => submitOne(n, 'the same'))),
  'acts of its own': async () => {
    const waiting = [...numbers];
    const made: string[] = [];
    const one = async () => {
      for (let n = waiting.pop(); n !== undefined; n = waiting.pop()) made.push(await submitOne(n, n));
    };
    await Promise.all(Array.from({ length: 8 }, one));
    return made;
  },
  claims: claimAll,
};
const outcome = await works[work]?.();
await stores.close();
process.stdout.write(`${JSON.stringify(outcome)}\n`);
process.stdin.destroy();
