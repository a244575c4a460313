import fc from 'fast-check';
import { Low, type Adapter } from 'lowdb';
import { describe, expect, test } from 'vitest';
import { createGroupCommit } from '../../src/storage/lowdb/group-commit.ts';
import { StoreError } from '../../src/storage/store-error.ts';

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
  /** Lets everything happen that can: by turns of the event loop, not by a time that a busy machine lets pass first. */
  async function tick() {
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
  }
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

  test('what changes nothing is not written', async () => {
    const { adapter, writes } = createSlowAdapter();
    const db = createGroupCommit(new Low(adapter, { rows: [] }));
    await db.change((data) => ({ data, result: undefined }));
    expect(writes).toHaveLength(0);
  });

  test('after a disk that was full, the next change is tried and the failure is forgotten', async () => {
    const { adapter, writes } = createSlowAdapter();
    const db = createGroupCommit(new Low(adapter, { rows: [] }));
    const full = new StoreError('full', 'full');
    const first = expect(db.change(add('a'))).rejects.toBe(full);
    await tick();
    writes[0]?.finish(full);
    await first;
    expect(db.failure()).toBe(full);
    const second = db.change(add('b'));
    await tick();
    writes[1]?.finish();
    expect(await second).toBe('b');
    expect(db.failure()).toBeUndefined();
  });

  test('after a disk that failed, nothing more is written, not even a probe', async () => {
    const { adapter, writes } = createSlowAdapter();
    let probes = 0;
    const db = createGroupCommit(new Low(adapter, { rows: [] }), () => Promise.resolve(void probes++));
    const broken = new StoreError('broken', 'broken');
    const first = expect(db.change(add('a'))).rejects.toBe(broken);
    await tick();
    const queued = expect(db.change(add('b'))).rejects.toBe(broken);
    writes[0]?.finish(broken);
    await Promise.all([first, queued]);
    await expect(db.change(add('c'))).rejects.toBe(broken);
    await expect(db.probe()).rejects.toBe(broken);
    expect(writes).toHaveLength(1);
    expect(probes).toBe(0);
    expect(db.failure()).toBe(broken);
    expect(await db.change((data) => ({ data, result: 'read' }))).toBe('read');
  });

  test('a probe that succeeds forgets a failure, and one that fails is one', async () => {
    const { adapter } = createSlowAdapter();
    const outcomes = [() => Promise.reject(new StoreError('full', 'full')), () => Promise.resolve()];
    const db = createGroupCommit(new Low(adapter, { rows: [] }), () => outcomes.shift()?.() ?? Promise.resolve());
    await expect(db.probe()).rejects.toThrow('full');
    expect(db.failure()?.kind).toBe('full');
    await db.probe();
    expect(db.failure()).toBeUndefined();
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
