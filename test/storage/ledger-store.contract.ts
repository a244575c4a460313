import { describe, expect, test } from 'vitest';
import { appendEntry } from '../../src/domain/ledger/append-entry.ts';
import type { Checkpoint, EntryDraft, LedgerEntry } from '../../src/domain/ledger/entry.ts';
import type { Stores } from '../../src/storage/stores.ts';
import { act, at, delivery, entryDraft, otherSchool, question, schoolId } from './sample-facts.ts';

type Opened = Pick<Stores, 'questions' | 'deliveries' | 'ledger'>;

const chain = { schoolId, chain: 'questions' } as const;
const checkpoint = (seq: number, changed: Partial<Checkpoint> = {}): Checkpoint => ({
  ...chain,
  seq,
  hash: 'ab'.repeat(32),
  at: at(seq),
  keyId: 'key-1',
  signature: 'signature',
  ...changed,
});

/** What every LedgerStore promises, whatever it is made of. `open` gives fresh, empty stores over one place. */
export function describeLedgerStoreContract(name: string, open: () => Promise<Opened>): void {
  let facts = 0;
  const record = ({ questions }: Opened, ...entries: EntryDraft[]) => {
    const n = ++facts;
    return questions.submit(act(`entry-${n}`), question(n), { owed: [], entries });
  };
  const chained = (drafts: readonly EntryDraft[]) =>
    drafts.reduce<LedgerEntry[]>((entries, draft) => [...entries, appendEntry(entries.at(-1), draft)], []);

  describe(`a ledger store (${name})`, () => {
    test('starts with nothing', async () => {
      const { ledger } = await open();
      expect(await ledger.chains()).toEqual([]);
      expect(await ledger.head(chain)).toBeUndefined();
      expect(await ledger.entries(chain, 1, 10)).toEqual([]);
      expect(await ledger.checkpoints(chain)).toEqual([]);
    });

    test('finds the signature with a receipt’s reference, of this school and chain alone', async () => {
      const stores = await open();
      const signed = (n: number, changed: Partial<EntryDraft> = {}) =>
        entryDraft(n, { chain: 'signoffs', kind: 'signed', facts: { receipt: `SG-${n}` }, ...changed });
      const others = [
        signed(1, { kind: 'receipt-destroyed' }),
        signed(1, { chain: 'questions' }),
        signed(1, { schoolId: otherSchool }),
      ];
      await record(stores, ...others, signed(2), signed(1), signed(3));
      const chainOf = { schoolId, chain: 'signoffs' } as const;
      const [, , first] = await stores.ledger.entries(chainOf, 1, 10);
      expect(first?.facts).toEqual({ receipt: 'SG-1' });
      expect(await stores.ledger.signed(schoolId, 'SG-1')).toEqual({ seq: 3, hash: first?.hash });
      expect(await stores.ledger.signed(schoolId, 'SG-4')).toBeUndefined();
    });

    test('gives each entry its place in its chain, exactly as it was drafted', async () => {
      const stores = await open();
      const drafts = [
        entryDraft(1),
        entryDraft(2, { facts: { text: 'Zürich “quoted” \\ 🏫', yes: true, no: false, least: -9007199254740991 } }),
        entryDraft(3, { facts: {} }),
      ];
      await record(stores, ...drafts.slice(0, 2));
      await record(stores, ...drafts.slice(2));
      const expected = chained(drafts);
      expect(await stores.ledger.entries(chain, 1, 10)).toEqual(expected);
      expect(await stores.ledger.head(chain)).toEqual({ seq: 3, hash: expected[2]?.hash });
    });

    test('keeps the chains of two schools and two classes apart', async () => {
      const stores = await open();
      const drafts = [entryDraft(1), entryDraft(2, { schoolId: otherSchool }), entryDraft(3, { chain: 'reports' })];
      await record(stores, ...drafts);
      const names = [chain, { schoolId: otherSchool, chain: 'questions' }, { schoolId, chain: 'reports' }] as const;
      const known = await stores.ledger.chains();
      expect(known).toHaveLength(3);
      expect(known).toEqual(expect.arrayContaining([...names]));
      for (const [n, one] of names.entries()) {
        expect(await stores.ledger.entries(one, 1, 10)).toEqual(chained(drafts.slice(n, n + 1)));
      }
    });

    test('takes an entry that stands for itself once for each act', async () => {
      const { ledger } = await open();
      const entry = entryDraft(1, { kind: 'subject-access', facts: { reference: 'SX-1' } });
      await ledger.record(act(1), entry);
      await ledger.record(act(1), entry);
      await ledger.record(act(2), entry);
      const entries = await ledger.entries(chain, 1, 10);
      expect(entries).toEqual(chained([entry, entry]));
    });

    test('gives entries by the page', async () => {
      const stores = await open();
      await record(stores, ...Array.from({ length: 7 }, (_, n) => entryDraft(n + 1)));
      const seqs = async (from: number, limit: number) =>
        (await stores.ledger.entries(chain, from, limit)).map(({ seq }) => seq);
      expect(await seqs(1, 3)).toEqual([1, 2, 3]);
      expect(await seqs(4, 3)).toEqual([4, 5, 6]);
      expect(await seqs(7, 3)).toEqual([7]);
      expect(await seqs(8, 3)).toEqual([]);
      expect(await seqs(1, 0)).toEqual([]);
    });

    test('has neither fork nor gap after 300 appends at once', async () => {
      const stores = await open();
      await Promise.all(Array.from({ length: 300 }, (_, n) => record(stores, entryDraft(n))));
      const entries = await stores.ledger.entries(chain, 1, 1000);
      expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 300 }, (_, n) => n + 1));
      expect(entries).toEqual(chained(entries));
    });

    test('keeps checkpoints in order, each once, apart by chain', async () => {
      const { ledger } = await open();
      expect(await ledger.addCheckpoint(checkpoint(100), 0, [])).toBe('added');
      expect(await ledger.addCheckpoint(checkpoint(200), 100, [])).toBe('added');
      expect(await ledger.addCheckpoint(checkpoint(100, { schoolId: otherSchool }), 0, [])).toBe('added');
      expect(await ledger.checkpoints(chain)).toEqual([checkpoint(100), checkpoint(200)]);
      expect(await ledger.checkpoints({ ...chain, schoolId: otherSchool })).toHaveLength(1);
      expect(await ledger.checkpoints({ ...chain, chain: 'reports' })).toEqual([]);
    });

    test('adds a checkpoint after the one that its signer saw, and none when somebody signed meanwhile', async () => {
      const { ledger } = await open();
      expect(await ledger.addCheckpoint(checkpoint(100), 50, [])).toBe('overtaken');
      await ledger.addCheckpoint(checkpoint(100), 0, []);
      expect(await ledger.addCheckpoint(checkpoint(100, { signature: 'another' }), 0, [])).toBe('overtaken');
      expect(await ledger.addCheckpoint(checkpoint(120), 0, [])).toBe('overtaken');
      expect(await ledger.checkpoints(chain)).toEqual([checkpoint(100)]);
    });

    test('adds one checkpoint of 20 that are signed at once', async () => {
      const { ledger } = await open();
      const signed = Array.from({ length: 20 }, (_, n) => ledger.addCheckpoint(checkpoint(n + 1), 0, []));
      const added = (await Promise.all(signed)).filter((one) => one === 'added');
      expect(added).toHaveLength(1);
      expect(await ledger.checkpoints(chain)).toHaveLength(1);
    });

    test('owes with a checkpoint what carries its hash elsewhere, once', async () => {
      const { ledger, deliveries } = await open();
      const subject = { kind: 'checkpoint', chain: 'questions', seq: 100, hash: 'ab'.repeat(32) } as const;
      await ledger.addCheckpoint(checkpoint(100), 0, [delivery(1, { subject })]);
      await ledger.addCheckpoint(checkpoint(101), 0, [delivery(2, { subject })]);
      expect(await deliveries.find(delivery(1).key)).toEqual(delivery(1, { subject }));
      expect(await deliveries.find(delivery(2).key)).toBeUndefined();
    });
  });
}
