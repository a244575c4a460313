import { mkdtempSync, openSync, closeSync, fsyncSync, rmSync, writeSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { projectRoot } from '../../src/project-root.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import type { Stores } from '../../src/storage/stores.ts';
import { act, delivery, entryDraft, question } from '../storage/sample-facts.ts';
import { findPostgres, makeSchema, startPostgresServer } from '../support/postgres-server.ts';

/*
 * How many records a second are acknowledged (a question with what is owed and its ledger entry), at several sizes of the
 * store and with several people at once, against raw appends that are synced one by one on the same disk, or single
 * inserts into the same PostgreSQL. Arguments: the sizes, the seconds for each figure, and one store of the two.
 */
const [sizesGiven = '1000,10000,50000', secondsGiven = '3', only] = process.argv.slice(2);
const sizes = sizesGiven.split(',').map(Number);
const ms = Number(secondsGiven) * 1000;
const people = [1, 10, 100] as const;
/** How many are on their way at once while a store is filled. */
const batches = { lowdb: 2_500, postgres: 1_000 } as const;
/** How many times one at a time 100 at once have to be. */
const target = 20;

/** How often a second `one` resolves when `atOnce` do it at the same time. */
async function rate(atOnce: number, one: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  let done = 0;
  const work = async () => {
    do {
      await one();
      done++;
    } while (performance.now() - started < ms);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return done / ((performance.now() - started) / 1000);
}

let made = 0;
const submit = ({ questions }: Stores) => {
  const n = made++;
  const words = question(n, { sealedText: `sealed ${n} `.repeat(40) });
  return questions.submit(act(n), words, { owed: [delivery(n)], entries: [entryDraft(n)] });
};

async function fill(stores: Stores, size: number): Promise<void> {
  while (made < size) {
    await Promise.all(Array.from({ length: Math.min(batches[stores.kind], size - made) }, () => submit(stores)));
  }
}

function print(store: string, size: number, atOnce: number, figure: number, raw: number, unit: string): void {
  const ratio = (figure / raw).toPrecision(2);
  console.log(
    `${store}  ${size} to ${made} records  ${atOnce} at once  ${figure.toFixed(1)}/s  ${unit} ${raw.toFixed(1)}/s  ratio ${ratio}`,
  );
}

async function benchStore(stores: Stores, unit: string, raw: (atOnce: number) => Promise<number>): Promise<void> {
  made = 0;
  for (const size of sizes) {
    await fill(stores, size);
    const figures: number[] = [];
    for (const atOnce of people) {
      const against = await raw(atOnce);
      const from = made;
      const figure = await rate(atOnce, () => submit(stores));
      figures.push(figure);
      print(stores.kind, from, atOnce, figure, against, unit);
    }
    const [alone = 0, , hundred = 0] = figures;
    const times = hundred / alone;
    const verdict = `(at least ${target}: ${times >= target ? 'yes' : 'NO'})`;
    console.log(`${stores.kind}  ${size} records  100 at once is ${times.toFixed(1)} times one at a time ${verdict}`);
  }
}

async function benchLowdb(folder: string): Promise<void> {
  const file = openSync(join(folder, 'raw'), 'a');
  const line = JSON.stringify(question(1, { sealedText: `sealed 1 `.repeat(40) }));
  const append = () => {
    writeSync(file, `${line}\n`);
    fsyncSync(file);
    return Promise.resolve();
  };
  const stores = await openStores({ dataDir: join(folder, 'data') });
  await benchStore(stores, 'raw synced appends', () => rate(1, append));
  await stores.close();
  closeSync(file);
}

/** Single inserts of a row of the same weight, each committed by itself, over as many connections as people. */
async function singleInserts(url: string, atOnce: number): Promise<number> {
  const clients = Array.from({ length: Math.min(atOnce, 50) }, () => new Client({ connectionString: url }));
  await Promise.all(clients.map((client) => client.connect()));
  const text = 'insert into raw_rows (body) values ($1)';
  await clients[0]?.query('create table if not exists raw_rows (id bigserial primary key, body text not null)');
  const body = JSON.stringify(question(1, { sealedText: `sealed 1 `.repeat(40) }));
  const free = [...clients];
  const figure = await rate(clients.length, async () => {
    const client = free.pop();
    if (!client) throw new Error('there are as many connections as people');
    await client.query(text, [body]);
    free.push(client);
  });
  await Promise.all(clients.map((client) => client.end()));
  return figure;
}

async function benchPostgres(): Promise<void> {
  const given = process.env.TEST_DATABASE_URL;
  const bin = findPostgres();
  if (!given && !bin) return console.log('not run: postgres (no server program, and TEST_DATABASE_URL is not set)');
  const server = !given && bin ? await startPostgresServer(bin) : undefined;
  const databaseUrl = server ? await server.openEmpty() : await makeSchema(given ?? '');
  const stores = await openStores({ dataDir: '', databaseUrl });
  await benchStore(stores, 'single inserts', (atOnce) => singleInserts(databaseUrl, atOnce));
  await stores.close();
  await server?.remove();
}

const output = join(projectRoot, 'output');
await mkdir(output, { recursive: true });
const folder = mkdtempSync(join(output, 'bench-'));
if (only !== 'postgres') await benchLowdb(folder);
rmSync(folder, { recursive: true });
if (only !== 'lowdb') await benchPostgres();
