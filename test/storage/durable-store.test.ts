import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import fc from 'fast-check';
import { Low, type Adapter } from 'lowdb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/project-root.ts';
import { createGroupCommit } from '../../src/storage/lowdb/group-commit.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { StoreError } from '../../src/storage/store-error.ts';

const address = {
  objectId: 'person',
  tenantId: 'tenant',
  serviceUrl: 'https://smba.example/',
  conversationId: 'a:1',
  userId: '29:person',
  botId: '28:bot',
};

let dataDir: string;
let file: string;
beforeEach(async () => {
  dataDir = join(await mkdtemp(join(tmpdir(), 'staffroom-store-')), 'data');
  file = join(dataDir, 'staffroom.json');
});
afterEach(() => rm(join(dataDir, '..'), { recursive: true, force: true }));

const open = () => openStores({ dataDir });
const fillOnce = async () => {
  const stores = await open();
  await stores.persons.rememberAddress(address);
  await stores.persons.bindUpn('tenant', 'head@school.example', 'person');
  await stores.close();
};

describe('a store in a file', () => {
  test('makes its folder and keeps folder and files from everybody else', async () => {
    await fillOnce();
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
    for (const name of await readdir(dataDir)) expect((await stat(join(dataDir, name))).mode & 0o777).toBe(0o600);
  });

  test('tightens a file that others could read', async () => {
    await fillOnce();
    await chmod(file, 0o644);
    await open();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('gives back after a restart what was stored', async () => {
    await fillOnce();
    const { persons } = await open();
    expect(await persons.findAddress('tenant', 'person')).toEqual(address);
    expect(await persons.boundUpns('tenant')).toEqual(new Map([['head@school.example', 'person']]));
  });

  test('has in the file whatever it acknowledged, and leaves no draft behind', async () => {
    const { persons } = await open();
    for (let n = 0; n < 20; n++) {
      await persons.rememberAddress({ ...address, objectId: `person-${n}` });
      expect(await readFile(file, 'utf8')).toContain(`"person-${n}"`);
    }
    expect((await readdir(dataDir)).sort()).toEqual(['staffroom.created', 'staffroom.json']);
  });

  test('starts over a draft that a crash left behind', async () => {
    await fillOnce();
    await writeFile(`${file}.new`, '{"version":1,"peo');
    const { persons } = await open();
    await persons.rememberAddress({ ...address, objectId: 'next' });
    expect(await persons.findAddress('tenant', 'person')).toEqual(address);
  });

  test('a write that fails is refused, changes nothing that is read, and the next good one goes through', async () => {
    const { persons } = await open();
    await persons.rememberAddress(address);
    await mkdir(`${file}.new`);
    await writeFile(join(`${file}.new`, 'in-the-way'), '');
    await expect(persons.rememberAddress({ ...address, conversationId: 'a:2' })).rejects.toThrow();
    await expect(persons.probe()).rejects.toThrow();
    expect(await persons.findAddress('tenant', 'person')).toEqual(address);
    expect(await readFile(file, 'utf8')).toContain('"a:1"');

    await rm(`${file}.new`, { recursive: true });
    await persons.rememberAddress({ ...address, conversationId: 'a:3' });
    await expect(persons.probe()).resolves.toBeUndefined();
    expect(await persons.findAddress('tenant', 'person')).toEqual({ ...address, conversationId: 'a:3' });
  });

  test('the probe fails when the folder is gone', async () => {
    const { persons } = await open();
    await rename(dataDir, `${dataDir}-moved`);
    await expect(persons.probe()).rejects.toThrow();
  });
});

describe('a store that cannot be trusted stops the start with one line', () => {
  const expectRefused = async (words: string) => {
    const before = await readFile(file, 'utf8').catch(() => undefined);
    const error: unknown = await open().then(
      () => 'opened',
      (refused: unknown) => refused,
    );
    expect(error).toBeInstanceOf(StoreError);
    const { message } = error as StoreError;
    expect(message).toContain(words);
    expect(message).toContain(file);
    expect(message).not.toContain('\n');
    expect(await readFile(file, 'utf8').catch(() => undefined)).toBe(before);
  };

  test.each([
    ['empty', '', 'is damaged'],
    ['half-written', '{"version":1,"people":{"staffTeams":[{"sch', 'is damaged'],
    ['null', 'null', 'is damaged'],
    ['false', 'false', 'is damaged'],
    ['a list', '[]', 'is damaged'],
    ['an empty object', '{}', 'of a version that this program does not know'],
    ['of a later version', '{"version":2,"people":{"staffTeams":[],"upns":[],"addresses":[]}}', 'version'],
    ['without a section', '{"version":1}', 'at people'],
    [
      'with an unknown section',
      '{"version":1,"people":{"staffTeams":[],"upns":[],"addresses":[]},"more":1}',
      'damaged',
    ],
    [
      'with a row that is not one',
      '{"version":1,"people":{"staffTeams":[],"upns":[{}],"addresses":[]}}',
      'people.upns.0',
    ],
    ['zeroes', '\0'.repeat(4096), 'is damaged'],
  ])('a file that is %s', async (_, text, words) => {
    await fillOnce();
    await writeFile(file, text);
    await expectRefused(words);
  });

  test('a file that cannot be read', async () => {
    await fillOnce();
    await rm(file);
    await mkdir(file);
    await expectRefused('cannot be read (EISDIR)');
  });

  test('a file that was there before and is gone', async () => {
    await fillOnce();
    await rm(file);
    await expectRefused('is missing although it was there before');
  });

  test('a folder that cannot be made', async () => {
    await writeFile(dataDir, 'a file where the folder should be');
    await expect(open()).rejects.toThrow(StoreError);
  });

  test('any file cut short', async () => {
    await fillOnce();
    const whole = await readFile(file);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), async (length) => {
        await writeFile(file, whole);
        await truncate(file, length);
        await expect(open()).rejects.toThrow(StoreError);
      }),
      { numRuns: 50 },
    );
  });
});

describe('group commit', () => {
  /** An adapter that writes when it is told to, and counts. */
  function createSlowAdapter() {
    let stored: { rows: string[] } = { rows: [] };
    const writes: { rows: string[]; finish: (error?: Error) => void }[] = [];
    const adapter: Adapter<{ rows: string[] }> = {
      read: () => Promise.resolve(stored),
      write: (data) =>
        new Promise((resolve, reject) => {
          const finish = (error?: Error) => {
            if (error) return reject(error);
            stored = data;
            resolve();
          };
          writes.push({ rows: data.rows, finish });
        }),
    };
    return { adapter, writes };
  }
  const tick = () => new Promise((resolve) => setImmediate(resolve));
  const add = (row: string) => (data: { rows: string[] }) => ({ data: { rows: [...data.rows, row] }, result: row });

  test('one write acknowledges everything that was queued before it', async () => {
    const { adapter, writes } = createSlowAdapter();
    const db = createGroupCommit(new Low(adapter, { rows: [] }));
    const first = db.change(add('a'));
    await tick();
    const later = Promise.all(['b', 'c', 'd'].map((row) => db.change(add(row))));
    await tick();
    expect(writes.map(({ rows }) => rows)).toEqual([['a']]);
    writes[0]?.finish();
    expect(await first).toBe('a');
    await tick();
    expect(writes.map(({ rows }) => rows)).toEqual([['a'], ['a', 'b', 'c', 'd']]);
    writes[1]?.finish();
    expect(await later).toEqual(['b', 'c', 'd']);
  });

  test('nobody waits for more than the write under way and their own, however many keep coming', async () => {
    const { adapter, writes } = createSlowAdapter();
    const db = createGroupCommit(new Low(adapter, { rows: [] }));
    const acknowledgedAfter: number[] = [];
    for (let n = 0; n < 30; n++) {
      const asked = writes.length;
      void db.change(add(String(n))).then(() => acknowledgedAfter.push(writes.length - asked));
      await tick();
      if (n % 3 === 2) writes.at(-1)?.finish();
    }
    await tick();
    expect(acknowledgedAfter.length).toBeGreaterThan(20);
    expect(Math.max(...acknowledgedAfter)).toBeLessThanOrEqual(3);
  });

  test('nothing is visible before it is stored', async () => {
    const { adapter, writes } = createSlowAdapter();
    const db = createGroupCommit(new Low(adapter, { rows: [] }));
    const change = db.change(add('a'));
    await tick();
    expect(db.data().rows).toEqual([]);
    writes[0]?.finish();
    await change;
    expect(db.data().rows).toEqual(['a']);
  });

  test('a write that fails refuses its own batch and no other', async () => {
    const { adapter, writes } = createSlowAdapter();
    const db = createGroupCommit(new Low(adapter, { rows: [] }));
    const first = expect(db.change(add('a'))).rejects.toThrow('disk full');
    await tick();
    const second = db.change(add('b'));
    writes[0]?.finish(new Error('disk full'));
    await first;
    await tick();
    writes[1]?.finish();
    expect(await second).toBe('b');
    expect(db.data().rows).toEqual(['b']);
  });

  test('after a failure that came after the file was replaced, memory is what the file holds', async () => {
    let stored = { rows: ['old'] };
    const adapter: Adapter<{ rows: string[] }> = {
      read: () => Promise.resolve(stored),
      write: (data) => {
        stored = data;
        return Promise.reject(new Error('the folder could not be synced'));
      },
    };
    const db = createGroupCommit(new Low(adapter, { rows: ['old'] }));
    await expect(db.change(add('new'))).rejects.toThrow('synced');
    expect(db.data().rows).toEqual(['old', 'new']);
  });

  test('whichever writes fail, at whichever step: what was acknowledged is there, and memory is what a restart would read', async () => {
    const steps = fc.array(
      fc.record({ size: fc.integer({ min: 1, max: 4 }), fails: fc.constantFrom('no', 'before', 'after') }),
      {
        maxLength: 12,
      },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (batches) => {
        let stored: { rows: string[] } = { rows: [] };
        let fails = 'no';
        const adapter: Adapter<{ rows: string[] }> = {
          read: () => Promise.resolve(structuredClone(stored)),
          write: (data) => {
            if (fails !== 'before') stored = structuredClone(data);
            return fails === 'no' ? Promise.resolve() : Promise.reject(new Error(fails));
          },
        };
        const db = createGroupCommit(new Low(adapter, { rows: [] }));
        const acknowledged: string[] = [];
        const before = new Set<string>();
        for (const [n, batch] of batches.entries()) {
          fails = batch.fails;
          const rows = Array.from({ length: batch.size }, (_, i) => `${n}.${i}`);
          const results = await Promise.allSettled(rows.map((row) => db.change(add(row))));
          results.forEach((result) => result.status === 'fulfilled' && acknowledged.push(result.value));
          if (batch.fails === 'before') rows.forEach((row) => before.add(row));
          expect(results.every(({ status }) => (status === 'fulfilled') === (batch.fails === 'no'))).toBe(true);
          expect(db.data()).toEqual(stored);
        }
        expect(stored.rows).toEqual(expect.arrayContaining(acknowledged));
        expect(stored.rows.filter((row) => before.has(row))).toEqual([]);
      }),
    );
  });

  test('a change that throws is refused alone', async () => {
    const { adapter, writes } = createSlowAdapter();
    const db = createGroupCommit(new Low(adapter, { rows: [] }));
    const bad = expect(
      db.change(() => {
        throw new Error('a bug');
      }),
    ).rejects.toThrow('a bug');
    const good = db.change(add('a'));
    await tick();
    writes[0]?.finish();
    await bad;
    expect(await good).toBe('a');
  });

  test('what changes nothing is not written, and a probe is', async () => {
    const { adapter, writes } = createSlowAdapter();
    const db = createGroupCommit(new Low(adapter, { rows: [] }));
    await db.change((data) => ({ data, result: undefined }));
    expect(writes).toHaveLength(0);
    const probe = db.probe();
    await tick();
    writes[0]?.finish();
    await probe;
    expect(writes).toHaveLength(1);
  });

  test('settled waits for what was asked for', async () => {
    const { adapter, writes } = createSlowAdapter();
    const db = createGroupCommit(new Low(adapter, { rows: [] }));
    let done = false;
    void db.change(add('a')).then(() => (done = true));
    const settled = db.settled();
    await tick();
    writes[0]?.finish();
    await settled;
    await tick();
    expect(done).toBe(true);
  });
});

const run = promisify(execFile);
const hasStrace = await run('strace', ['-V']).then(
  () => true,
  () => false,
);

test.skipIf(!hasStrace)('every write is synced, renamed, and its folder synced, in that order (strace)', async () => {
  const program = join(dataDir, '..', 'program.mjs');
  const contents = `import { openStores } from './src/storage/open-stores.ts';
    const { persons } = await openStores({ dataDir: ${JSON.stringify(dataDir)} });
    await persons.bindUpn('tenant', 'head@school.example', 'person');`;
  const stdin = { contents, resolveDir: projectRoot, loader: 'ts' as const };
  await build({ stdin, bundle: true, platform: 'node', format: 'esm', outfile: program, logLevel: 'silent' });
  const trace = join(dataDir, '..', 'trace');
  const which = 'trace=fsync,fdatasync,rename,renameat,renameat2';
  await run('strace', ['-f', '-qq', '-o', trace, '-e', which, process.execPath, program]);
  const calls = [...(await readFile(trace, 'utf8')).matchAll(/\b(fsync|fdatasync|rename\w*)\(/g)].map(
    (call) => call[1],
  );
  const write = ['fsync', 'rename', 'fsync'];
  expect(calls).toEqual([...write, 'fsync', ...write]);
});
