import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openStores } from '../../src/storage/open-stores.ts';
import type { Stores } from '../../src/storage/stores.ts';
import { type Cutter, startCutter } from '../support/cut-commit.ts';
import { findPostgres, startPostgresServer, type PostgresServer } from '../support/postgres-server.ts';
import { act, at, delivery, entryDraft, owner, person, question, schoolId, suggestion } from './sample-facts.ts';

const bin = findPostgres();
const chain = { schoolId, chain: 'questions' } as const;
const claim = (stores: Stores) => stores.deliveries.claim(at(10), { limit: 9, leaseMs: 30_000, holder: 'one' });
const answer = { sealedText: 'sealed answer', at: at(100), by: owner };
const nothing = { owed: [], entries: [] };

/** Each kind of change with what it gives and what must be so after it, however often it was tried. */
const changes: Readonly<
  Record<string, { before?: (stores: Stores) => Promise<unknown>; change: (stores: Stores) => Promise<unknown> }>
> = {
  'a question': {
    change: (stores) => stores.questions.submit(act(1), question(1), { owed: [delivery(1)], entries: [entryDraft(1)] }),
  },
  'three questions at once': {
    change: (stores) =>
      Promise.all(
        [1, 2, 1].map((n) =>
          stores.questions.submit(act(n), question(n), { owed: [delivery(n)], entries: [entryDraft(n)] }),
        ),
      ),
  },
  'an answer': {
    before: (stores) => stores.questions.submit(act(1), question(1), nothing),
    change: (stores) => stores.questions.answer(act(2), question(1), answer, { owed: [], entries: [entryDraft(1)] }),
  },
  'a mark': {
    change: (stores) => stores.questions.mark(act(1), { schoolId, clause: 'a#1', helpful: true, at: at(1) }),
  },
  'a suggestion': {
    change: (stores) => stores.questions.suggest(act(1), suggestion(1), { owed: [delivery(1)], entries: [] }),
  },
  'a decision': {
    before: (stores) => stores.questions.suggest(act(1), suggestion(1), nothing),
    change: (stores) => stores.questions.decide(act(2), suggestion(1), { kept: true, at: at(2) }, nothing),
  },
  'a gap': {
    change: (stores) => stores.questions.reportGap(act(1), { id: 'SG-1', schoolId, sealedText: 'x', at: at(1) }),
  },
  'a new seal': {
    before: (stores) => stores.questions.submit(act(1), question(1), nothing),
    change: (stores) => stores.questions.reseal(schoolId, 'question:SQ-1', 'sealed question 1', 'sealed anew'),
  },
  'a claim': {
    before: (stores) =>
      stores.questions.submit(act(1), question(1), {
        owed: [delivery(1), delivery(2, { to: person(2) })],
        entries: [],
      }),
    change: claim,
  },
  'a checkpoint': {
    change: (stores) => {
      const checkpoint = { ...chain, seq: 1, hash: 'ab'.repeat(32), at: at(1), keyId: 'key', signature: 'signature' };
      return stores.ledger.addCheckpoint(checkpoint, 0, [delivery(1)]);
    },
  },
  'a settlement': {
    before: async (stores) => {
      await stores.questions.submit(act(1), question(1), { owed: [delivery(1)], entries: [] });
      await claim(stores);
    },
    change: (stores) => {
      const attempt = { at: at(20), outcome: 'sent', code: '201' } as const;
      return stores.deliveries.settle(delivery(1).key, 'one', { attempt, state: 'sent' });
    },
  },
  'the beginning of a try': {
    before: async (stores) => {
      await stores.questions.submit(act(1), question(1), { owed: [delivery(1)], entries: [] });
      await claim(stores);
    },
    change: (stores) => stores.deliveries.begin(delivery(1).key, 'one', at(50)),
  },
};

describe.skipIf(!bin)('a connection that is lost at the commit (not run where PostgreSQL is not installed)', () => {
  let server: PostgresServer;
  let cutter: Cutter;
  let folder: string;
  beforeAll(async () => {
    server = await startPostgresServer(bin ?? '');
    folder = mkdtempSync(join(tmpdir(), 'staffroom-cut-'));
    cutter = await startCutter(server.socket, folder);
  });
  afterAll(async () => {
    cutter.stop();
    rmSync(folder, { recursive: true });
    await server.remove();
  });

  async function openThroughCutter(): Promise<Stores> {
    const stores = await openStores({ dataDir: '', databaseUrl: cutter.through(await server.openEmpty()) });
    onTestFinished(() => stores.close());
    return stores;
  }

  /** Everything that a store tells. */
  async function stateOf({ questions, deliveries, ledger }: Stores) {
    const ids = ['SQ-1', 'SQ-2'];
    return {
      questions: await Promise.all(ids.map((id) => questions.find(schoolId, id))),
      deliveries: await Promise.all(
        [delivery(1), delivery(2), delivery(2, { to: person(2) })].map(({ key }) => deliveries.find(key)),
      ),
      summary: await deliveries.summary(),
      marks: await questions.marks(schoolId),
      suggestions: await questions.suggestions(schoolId),
      gaps: await questions.gaps(schoolId),
      entries: await ledger.entries(chain, 1, 10),
      checkpoints: await ledger.checkpoints(chain),
    };
  }

  test.each(
    Object.entries(changes).flatMap(([name, one]) => [[name, 'after', one] as const, [name, 'before', one] as const]),
  )(
    '%s has one effect and gives its result when the connection is lost %s the server commits',
    async (_, place, { before, change }) => {
      const undisturbed = await openThroughCutter();
      await before?.(undisturbed);
      const expected = await change(undisturbed);

      const stores = await openThroughCutter();
      await before?.(stores);
      const cuts = cutter.cuts();
      if (place === 'after') cutter.cutAfterNextCommit();
      else cutter.cutBeforeNextCommit();
      expect(await change(stores)).toEqual(expected);
      expect(cutter.cuts()).toBe(cuts + 1);
      expect(await stateOf(stores)).toEqual(await stateOf(undisturbed));
    },
  );
});
