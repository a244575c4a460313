import { spawnSync } from 'node:child_process';
import { closeSync, cpSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
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
 * inserts into the same PostgreSQL. Arguments: the sizes, the seconds for each figure, and one store of the two or
 * `both`; then the milliseconds by which every sync is slowed (with strace). Without arguments it is run a second time as
 * on a disk that takes 4 ms to sync, as one without a buffered cache does: what group commit shares is the sync, and some
 * disks take next to nothing for it.
 */
const [sizesGiven = '1000,10000,50000', secondsGiven = '3', only = 'both', slowerGiven] = process.argv.slice(2);
if (slowerGiven !== undefined) runOnSlowerDisk(Number(slowerGiven), [sizesGiven, secondsGiven, only]);
const sizes = sizesGiven.split(',').map(Number);
const ms = Number(secondsGiven) * 1000;
const people = [1, 10, 100] as const;
/** How many are on their way at once while a store is filled. */
const batches = { lowdb: 2_500, postgres: 1_000 } as const;
/** How many times one at a time 100 at once have to be. */
const target = 20;

/** The same bench with every sync slowed, its store's server included; ends this process. */
function runOnSlowerDisk(slowerMs: number, given: readonly string[]): never {
  const slower = `inject=fsync,fdatasync:delay_exit=${slowerMs * 1_000}`;
  const traced = ['-f', '--seccomp-bpf', '-o', '/dev/null', '-e', 'trace=fsync,fdatasync', '-e', slower];
  const [, script = ''] = process.argv;
  console.log(`every sync takes ${slowerMs} ms longer than this disk`);
  process.exit(
    spawnSync('strace', [...traced, process.execPath, script, ...given], { stdio: 'inherit' }).status ?? notRun(),
  );
}

function notRun(): number {
  console.log('not run: the slower disk (strace is not installed)');
  return 0;
}

/** How often `one` resolved when `atOnce` did it at the same time for `ms`, or till it had `most` times, and in what time. */
async function count(
  atOnce: number,
  one: () => Promise<unknown>,
  most = Infinity,
): Promise<{ done: number; ms: number }> {
  const started = performance.now();
  let begun = 0;
  let done = 0;
  const work = async () => {
    do {
      begun++;
      await one();
      done++;
    } while (performance.now() - started < ms && begun < most);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { done, ms: performance.now() - started };
}

/** How often a second `one` resolves when `atOnce` do it at the same time. */
async function rate(atOnce: number, one: () => Promise<unknown>): Promise<number> {
  const counted = await count(atOnce, one);
  return counted.done / (counted.ms / 1000);
}

let made = 0;
const submit = ({ questions }: Stores) => {
  const n = made++;
  const words = question(n, { sealedText: `sealed ${n} `.repeat(40) });
  return questions.submit(act(n), words, { owed: [delivery(n)], entries: [entryDraft(n)] });
};

async function add(stores: Stores, count: number): Promise<void> {
  for (let left = count; left > 0; left -= batches[stores.kind])
    await Promise.all(Array.from({ length: Math.min(batches[stores.kind], left) }, () => submit(stores)));
}

interface Bench {
  readonly store: Stores['kind'];
  readonly unit: string;
  readonly raw: (atOnce: number) => Promise<number>;
  /** Has the store hold `size` records. */
  readonly fill: (size: number) => Promise<void>;
  /** How many records a second are acknowledged at about that size. */
  readonly measure: (atOnce: number, size: number) => Promise<number>;
}

async function run({ store, unit, raw, fill, measure }: Bench): Promise<void> {
  for (const size of sizes) {
    await fill(size);
    const figures: number[] = [];
    for (const atOnce of people) {
      const against = await raw(atOnce);
      const figure = await measure(atOnce, size);
      figures.push(figure);
      const ratio = (figure / against).toPrecision(2);
      console.log(
        `${store}  ${size} records  ${atOnce} at once  ${figure.toFixed(1)}/s  ${unit} ${against.toFixed(1)}/s  ratio ${ratio}`,
      );
    }
    const [alone = 0, , hundred = 0] = figures;
    const times = hundred / alone;
    const verdict = `(at least ${target}: ${times >= target ? 'yes' : 'NO'})`;
    console.log(`${store}  ${size} records  100 at once is ${times.toFixed(1)} times one at a time ${verdict}`);
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
  const filled = join(folder, 'filled');
  const used = join(folder, 'used');
  let held = 0;
  await run({
    store: 'lowdb',
    unit: 'raw synced appends',
    raw: () => rate(1, append),
    fill: async (size) => {
      const stores = await openStores({ dataDir: filled });
      await add(stores, size - held);
      held = size;
      await stores.close();
    },
    // Every write is of the whole file: on copies, each left when it has grown by a fifth.
    measure: async (atOnce, size) => {
      let done = 0;
      let spent = 0;
      while (spent < ms) {
        rmSync(used, { recursive: true, force: true });
        cpSync(filled, used, { recursive: true });
        const stores = await openStores({ dataDir: used });
        const counted = await count(atOnce, () => submit(stores), size / 5);
        await stores.close();
        done += counted.done;
        spent += counted.ms;
      }
      return done / (spent / 1000);
    },
  });
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
  const from = made;
  await run({
    store: 'postgres',
    unit: 'single inserts',
    raw: (atOnce) => singleInserts(databaseUrl, atOnce),
    fill: (size) => add(stores, size - (made - from)),
    measure: (atOnce) => rate(atOnce, () => submit(stores)),
  });
  await stores.close();
  await server?.remove();
}

const output = join(projectRoot, 'output');
await mkdir(output, { recursive: true });
const folder = mkdtempSync(join(output, 'bench-'));
if (only !== 'postgres') await benchLowdb(folder);
rmSync(folder, { recursive: true });
if (only !== 'lowdb') await benchPostgres();
if (process.argv.length === 2) runOnSlowerDisk(4, ['1000', '3', 'both']);
