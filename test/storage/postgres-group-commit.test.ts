import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyChain } from '../../src/domain/ledger/verify-chain.ts';
import { projectRoot } from '../../src/project-root.ts';
import { createPostgresStores } from '../../src/storage/postgres/create-postgres-stores.ts';
import type { Database } from '../../src/storage/postgres/database.ts';
import { migrate, readMigrations } from '../../src/storage/postgres/migrate.ts';
import { StoreError } from '../../src/storage/store-error.ts';
import type { StorePorts } from '../../src/storage/stores.ts';
import { createMemoryStores } from '../support/memory-stores.ts';
import { startPglite } from '../support/pglite-database.ts';
import { act, asker, at, delivery, entryDraft, otherSchool, owner, question, schoolId } from './sample-facts.ts';

const chain = { schoolId, chain: 'questions' } as const;
const nothing = { owed: [], entries: [] };
const answer = (n: number) => ({ sealedText: `sealed answer ${n}`, at: at(100 + n), by: owner });
let pglite: Awaited<ReturnType<typeof startPglite>>;
beforeAll(async () => {
  pglite = await startPglite();
});
afterAll(() => pglite.stop());

/** Stores that count the transactions in which facts are recorded. */
async function open() {
  const db = await pglite.openEmpty();
  await migrate(db, await readMigrations(join(projectRoot, 'src/storage/postgres/migrations')));
  let transactions = 0;
  const counted: Database = {
    ...db,
    transaction: (work) => {
      transactions++;
      return db.transaction(work);
    },
  };
  return { db, stores: createPostgresStores(counted), transactions: () => transactions };
}
const submit = ({ questions }: Pick<StorePorts, 'questions'>, n: number) =>
  questions.submit(act(n), question(n), { owed: [delivery(n)], entries: [entryDraft(n)] });
const count = async (db: Database, table: string) =>
  Number((await db.query(`select count(*)::integer as n from ${table}`))[0]?.n);

test('facts at once share one transaction, and those that come meanwhile the next', async () => {
  const { stores, transactions } = await open();
  const first = Array.from({ length: 20 }, (_, n) => submit(stores, n));
  await wait(2); // the first transaction has begun, and takes longer
  const later = Array.from({ length: 20 }, (_, n) => submit(stores, 20 + n));
  await Promise.all([...first, ...later]);
  expect(transactions()).toBe(2);
  expect(await verifyChain(stores.ledger, chain, new Map())).toMatchObject({ kind: 'whole', head: { seq: 40 } });
});

test('settled when everything asked for is recorded or refused', async () => {
  const { stores } = await open();
  const asked = [submit(stores, 1), submit(stores, 2)];
  asked.push(stores.questions.submit(act(3), question(1), nothing));
  const outcomes = Promise.allSettled(asked);
  let done = false;
  void outcomes.then(() => (done = true));
  await stores.settled();
  await Promise.resolve();
  expect(done).toBe(true);
});

test('of several at once the one that cannot be recorded is refused, and no other', async () => {
  const { stores } = await open();
  const { questions, deliveries, ledger } = stores;
  await submit(stores, 1);
  const bad = { owed: [delivery(5)], entries: [entryDraft(5, { facts: { share: 0.5 } })] };
  const foreign = delivery(6, { key: delivery(1).key, schoolId: otherSchool });
  const outcomes = await Promise.allSettled([
    submit(stores, 2),
    questions.submit(act(3), question(1), { owed: [delivery(3)], entries: [entryDraft(3)] }),
    submit(stores, 4),
    questions.submit(act(5), question(5), bad),
    questions.submit(act(6), question(6), { owed: [foreign], entries: [] }),
    submit(stores, 7),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'rejected',
    'rejected',
    'fulfilled',
  ]);
  expect(outcomes[1]).toMatchObject({ reason: { name: 'StoreError', kind: 'taken' } });
  const ids = (await questions.of(schoolId, asker)).map(({ id }) => id);
  expect(ids.sort()).toEqual(['SQ-1', 'SQ-2', 'SQ-4', 'SQ-7']);
  for (const n of [3, 5]) expect(await deliveries.find(delivery(n).key)).toBeUndefined();
  const entries = await ledger.entries(chain, 1, 10);
  expect(entries.map(({ facts }) => facts.reference).sort()).toEqual(ids.sort());
  // An act that was refused is as good as new.
  expect(await submit(stores, 3)).toEqual(question(3));
});

test('an act that comes twice at once is taken once, under either name, and leaves no name behind that is not its own', async () => {
  const { db, stores } = await open();
  const again = { ...act(2), submissionId: act(1).submissionId };
  const outcomes = await Promise.all([
    submit(stores, 1),
    stores.questions.submit(again, question(2), { owed: [delivery(2)], entries: [entryDraft(2)] }),
    submit(stores, 1),
    submit(stores, 4),
  ]);
  expect(outcomes.map(({ id }) => id)).toEqual(['SQ-1', 'SQ-1', 'SQ-1', 'SQ-4']);
  expect(await count(db, 'acts')).toBe(4);
  expect(await count(db, 'questions')).toBe(2);
  expect(await stores.questions.submit(act(2), question(2), nothing)).toEqual(question(2));
});

test('of two answers at once the first stands, and the act of the other is free', async () => {
  const { db, stores } = await open();
  const { questions } = stores;
  await submit(stores, 1);
  const answered = { ...question(1), answer: answer(1) };
  const outcomes = await Promise.all([
    questions.answer(act(2), question(1), answer(1), nothing),
    questions.answer(act(3), question(1), answer(2), nothing),
    questions.answer(act(4), { schoolId, id: 'SQ-9' }, answer(3), nothing),
  ]);
  expect(outcomes).toEqual([
    { kind: 'answered', question: answered },
    { kind: 'answered-before', question: answered },
    { kind: 'not-found' },
  ]);
  expect(await count(db, 'acts')).toBe(4);
});

test('an answer that changes nothing and comes twice at once gives the same twice', async () => {
  const { stores } = await open();
  const { questions } = stores;
  await submit(stores, 1);
  await questions.answer(act(2), question(1), answer(1), nothing);
  const late = () => questions.answer(act(3), question(1), answer(2), nothing);
  const outcomes = await Promise.all([late(), submit(stores, 4), late()]);
  expect(outcomes.map((one) => ('kind' in one ? one.kind : one.id))).toEqual([
    'answered-before',
    'SQ-4',
    'answered-before',
  ]);
});

test('whatever comes at once, the same acts and answers to one question among it, has the outcomes and the effects of one after the other', async () => {
  const few = fc.integer({ min: 1, max: 4 });
  const what = fc.constantFrom('submit', 'answer', 'mark', 'gap');
  const fact = fc.record({ what, act: few, form: few, id: few });
  const all = fc.array(fact, { minLength: 1, maxLength: 12 });
  const apply = async ({ questions }: StorePorts, one: { what: string; act: number; form: number; id: number }) => {
    // An activity has one form: what is colliding is the same act, or the same form under a new activity id.
    const theirs = { activityKey: `${one.what} ${one.act} ${one.form}`, submissionId: `form ${one.what} ${one.form}` };
    // References are random: no two forms make one.
    const [n, id] = [one.form, `SG-${one.form}`];
    switch (one.what) {
      case 'submit':
        // Whoever asked before sees the question as it is now: an answer that came at once may be with it or not.
        return (await questions.submit(theirs, question(n), { owed: [delivery(n)], entries: [entryDraft(n)] })).id;
      case 'answer':
        return questions.answer(theirs, question(one.id), answer(one.act), { owed: [], entries: [entryDraft(one.id)] });
      case 'mark':
        return questions.mark(theirs, { schoolId, clause: `a#${one.id}`, helpful: one.act > 2, at: at(one.id) });
      default:
        return questions.reportGap(theirs, { id, schoolId, sealedText: `gap ${one.act}`, at: at(one.id) });
    }
  };
  const stateOf = async ({ questions, ledger, deliveries }: StorePorts) => ({
    questions: await questions.of(schoolId, asker),
    marks: await questions.marks(schoolId),
    gaps: await questions.gaps(schoolId),
    entries: await ledger.entries(chain, 1, 100),
    deliveries: await deliveries.summary(),
  });

  await fc.assert(
    fc.asyncProperty(all, async (facts) => {
      const { stores } = await open();
      const model = createMemoryStores();
      const expected: unknown[] = [];
      for (const one of facts) expected.push(await apply(model, one));
      expect(await Promise.all(facts.map((one) => apply(stores, one)))).toEqual(expected);
      expect(await stateOf(stores)).toEqual(await stateOf(model));
    }),
    { numRuns: 40 },
  );
});

/** A database whose transactions do what the test says. */
function fakeDatabase(transaction: (n: number) => Promise<void>): { db: Database; tried: () => number } {
  let tried = 0;
  const db: Database = {
    query: () => Promise.resolve([]),
    transaction: async (work) => {
      await transaction(++tried);
      return work({ query: () => Promise.resolve([]), script: () => Promise.resolve() });
    },
    probe: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  return { db, tried: () => tried };
}
const mark = ({ questions }: StorePorts, n: number) =>
  questions.mark(act(n), { schoolId, clause: 'a#1', helpful: true, at: at(n) });

test('a server that cannot be reached refuses all that wait, at once and without asking it again for each', async () => {
  const gone = new StoreError('gone', 'not-written');
  const { db, tried } = fakeDatabase(() => Promise.reject(gone));
  const stores = createPostgresStores(db);
  const outcomes = await Promise.allSettled(Array.from({ length: 30 }, (_, n) => mark(stores, n)));
  expect(outcomes).toEqual(outcomes.map(() => ({ status: 'rejected', reason: gone })));
  expect(tried()).toBe(1);
});

test('a transaction that hangs holds up nobody who comes after', async () => {
  const { db, tried } = fakeDatabase((n) => (n <= 2 ? new Promise(() => undefined) : Promise.resolve()));
  const stores = createPostgresStores(db);
  const hanging = [mark(stores, 1)];
  await expect.poll(tried).toBe(1);
  hanging.push(mark(stores, 2));
  await expect.poll(tried, { timeout: 2_000 }).toBe(2);
  const third = mark(stores, 3).catch((error: unknown) => error);
  await expect.poll(tried, { timeout: 2_000 }).toBeGreaterThanOrEqual(3);
  // The double gives no rows, so that the act counts as taken by nobody: what matters is that it was not kept waiting.
  expect(await third).toBeInstanceOf(Error);
  expect(await Promise.race([...hanging, wait(10, 'still hanging')])).toBe('still hanging');
});
