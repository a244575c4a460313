import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStores } from '../../src/storage/open-stores.ts';
import { StoreError } from '../../src/storage/store-error.ts';
import type { StoreFinding, Stores } from '../../src/storage/stores.ts';
import { act, asker, delivery, entryDraft, question, schoolId } from '../storage/sample-facts.ts';
import { startWriter } from '../storage/start-writer.ts';
import { buildEntry } from '../support/build-entry.ts';
import { createRandom, type Random } from '../support/random.ts';

const cycles = Number(process.env.CYCLES ?? 300);
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

const names = ['staffroom.json', 'staffroom.json.1', 'staffroom.json.2'] as const;
const mark = 'staffroom.created';
const versionOne = JSON.stringify({
  version: 1,
  people: { staffTeams: [], upns: [{ tenantId: 'tenant', upn: 'old@school.example', objectId: 'old' }], addresses: [] },
});

let root: string;
let good: string;
/** What the store held in each generation, newest first, as far as it can be asked. */
let states: string[];
let program: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'staffroom-mutated-'));
  good = join(root, 'good');
  program = await buildEntry('test/storage/store-writer.ts');
  states = [];
  for (let session = 0; session < 3; session++) {
    const stores = await openStores({ dataDir: good });
    for (let n = session * 10; n < session * 10 + 10; n++) {
      await stores.questions.submit(act(n), question(n), { owed: [delivery(n)], entries: [entryDraft(n)] });
      states.unshift(await stateOf(stores));
    }
    await stores.close();
  }
  states = states.slice(0, 3);
});
afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

async function stateOf({ questions, deliveries, ledger, persons }: Stores): Promise<string> {
  const state = [
    await questions.of(schoolId, asker),
    await deliveries.summary(),
    await ledger.entries({ schoolId, chain: 'questions' }, 1, Infinity),
    [...(await persons.boundUpns('tenant'))],
  ];
  return JSON.stringify(state);
}

type Mutation = (bytes: Buffer, random: Random) => Buffer | undefined | Promise<Buffer>;

const mutations: Record<string, Mutation> = {
  truncated: (bytes, { below }) => bytes.subarray(0, below(bytes.length)),
  'zero-filled': (bytes) => Buffer.alloc(bytes.length),
  'zero-filled in part': (bytes, { below }) => {
    const from = below(bytes.length);
    return Buffer.from(bytes).fill(0, from, Math.min(bytes.length, from + 1 + below(4096)));
  },
  'one bit flipped': (bytes, { below }) => {
    const changed = Buffer.from(bytes);
    const at = below(bytes.length);
    changed[at] = (changed[at] ?? 0) ^ (1 << below(8));
    return changed;
  },
  'one character changed': (bytes, { below }) => {
    const changed = Buffer.from(bytes);
    const at = below(bytes.length);
    changed[at] = changed[at] === 0x31 ? 0x32 : 0x31;
    return changed;
  },
  'a piece doubled': (bytes, { below }) => {
    const from = below(bytes.length);
    const to = from + 1 + below(500);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  'a piece cut out': (bytes, { below }) => {
    const from = below(bytes.length);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + 1 + below(500))]);
  },
  'something appended': (bytes, { below }) => Buffer.concat([bytes, Buffer.alloc(1 + below(100), 0x20)]),
  null: () => Buffer.from('null'),
  false: () => Buffer.from('false'),
  'a list': () => Buffer.from('[]'),
  'an empty object': () => Buffer.from('{}'),
  'an empty store of version 1': () => Buffer.from('{"version":1,"people":{"staffTeams":[],"upns":[],"addresses":[]}}'),
  'an older version': () => Buffer.from(versionOne),
  empty: () => Buffer.alloc(0),
  missing: () => undefined,
  'an earlier generation': () => readFile(join(good, 'staffroom.json.2')),
  'the store without its hash': (bytes) => bytes.subarray(bytes.indexOf('"store":') + 8, -1),
};

/** Makes a folder of the good store with one mutation in its newest file, its two newest, all, or the mark as well. */
async function mutate(folder: string, random: Random): Promise<{ label: string; touched: number }> {
  await mkdir(folder);
  for (const name of [...names, mark]) await copyFile(join(good, name), join(folder, name));
  const touched = random.pick([1, 1, 2, 3]);
  const labels: string[] = [];
  for (const name of names.slice(0, touched)) {
    const label = random.pick(Object.keys(mutations));
    labels.push(label);
    await replace(join(folder, name), label, random);
  }
  if (random.below(4) === 0) {
    const label = random.pick(Object.keys(mutations).filter((one) => one !== 'missing'));
    labels.push(`mark ${label}`);
    await replace(join(folder, mark), label, random);
  }
  return { label: labels.join(', '), touched };
}

async function replace(path: string, label: string, random: Random): Promise<void> {
  const bytes = await mutations[label]?.(await readFile(path), random);
  if (bytes) await writeFile(path, bytes);
  else await rm(path);
}

const contents = (folder: string) =>
  Promise.all(names.map((name) => readFile(join(folder, name), 'latin1').catch(() => undefined)));

test(
  `of ${cycles} mutated stores none is opened with bad data or empty, and none ends in a stack trace (seed ${seed})`,
  async () => {
    const random = createRandom(seed);
    const counts = { refused: 0, restored: 0, 'opened in full': 0 };
    for (let cycle = 0; cycle < cycles; cycle++) {
      const folder = join(root, `mutated-${cycle}`);
      const { label, touched } = await mutate(folder, random);
      const about = `cycle ${cycle}, seed ${seed}: ${label}`;
      const before = await contents(folder);
      if (cycle % 100 === 0) await expectPlainStart(folder, about);
      else counts[await openMutated(folder, { about, touched, before })]++;
      await rm(folder, { recursive: true });
    }
    console.log(`mutated stores, seed ${seed}: ${JSON.stringify(counts)}`);
    expect(counts.refused).toBeGreaterThan(0);
    expect(counts.restored).toBeGreaterThan(0);
  },
  60_000 + cycles * 200,
);

async function openMutated(
  folder: string,
  { about, touched, before }: { about: string; touched: number; before: (string | undefined)[] },
): Promise<'refused' | 'restored' | 'opened in full'> {
  const findings: StoreFinding[] = [];
  const opened = await openStores({ dataDir: folder, onFinding: (one) => findings.push(one) }).catch(
    (error: unknown) => error,
  );
  if (opened instanceof Error) {
    expect(opened, about).toBeInstanceOf(StoreError);
    expect(opened.message, about).not.toContain('\n');
    expect(await contents(folder), about).toEqual(before);
    expect(touched, about).toBe(3);
    return 'refused';
  }
  const stores = opened as Stores;
  const state = await stateOf(stores);
  await stores.close();
  const generation = states.indexOf(state);
  expect(generation, about).not.toBe(-1);
  if (generation > 0) expect(findings, about).toHaveLength(1);
  else
    expect(
      findings.filter(({ kind }) => kind === 'restored'),
      about,
    ).toEqual([]);
  return generation === 0 ? 'opened in full' : 'restored';
}

/** The same by a process of its own: either it has the store or it says one line and ends with 1. */
async function expectPlainStart(folder: string, about: string): Promise<void> {
  const writer = startWriter(program, folder, 'hold');
  const opened = await writer.opened;
  writer.kill();
  const { code } = await writer.ended;
  if (opened) return expect(writer.stderr(), about).toBe('');
  expect(code, about).toBe(1);
  expect(writer.stderr(), about).toMatch(/^The store [^\n]+\n$/);
}
