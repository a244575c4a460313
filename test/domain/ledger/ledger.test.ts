import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendEntry, hashOfEntry } from '../../../src/domain/ledger/append-entry.ts';
import { findWitness, owedForCheckpoint } from '../../../src/domain/ledger/checkpoint-witness.ts';
import { checkpointDue, isSignedBy, keyIdOf, signCheckpoint } from '../../../src/domain/ledger/checkpoint.ts';
import type { EntryDraft } from '../../../src/domain/ledger/entry.ts';
import { headMark, readMark } from '../../../src/domain/ledger/head-mark.ts';
import { endorsedKeys } from '../../../src/domain/ledger/ledger-keys.ts';
import type { LedgerSigner } from '../../../src/domain/ledger/ledger-signer.ts';
import { makeCheckpoint } from '../../../src/domain/ledger/make-checkpoint.ts';
import { verifyChain } from '../../../src/domain/ledger/verify-chain.ts';
import { School } from '../../../src/domain/people/school.ts';
import { makeCheckpoints } from '../../../src/jobs/checkpoint.ts';
import { createLog } from '../../../src/log.ts';
import { createMemoryStores } from '../../support/memory-stores.ts';
import { draft, ledgerOf, name, nextSigner, otherSigner, sampleChain, signer } from './sample-chain.ts';

const now = new Date('2026-11-20T10:00:00.000Z');
const keys = new Map([[signer.keyId, signer.publicKey]]);

describe('an entry', () => {
  it('hashes the RFC 8785 form of its other fields, names in order and nothing escaped that need not be', () => {
    const facts = { zeta: 'é “x”\n', alpha: true, count: 3 };
    const entry = appendEntry(undefined, { ...name, at: now.toISOString(), kind: 'asked', facts });
    const form =
      '{"at":"2026-11-20T10:00:00.000Z","chain":"questions","facts":{"alpha":true,"count":3,"zeta":"é “x”\\n"},' +
      `"kind":"asked","prev":"${'0'.repeat(64)}","schoolId":"marlow-bridge","seq":1}`;
    expect(entry.hash).toBe(createHash('sha256').update(form).digest('hex'));
  });

  it('continues the one before it', () => {
    const one = appendEntry(undefined, draft(1));
    const two = appendEntry({ seq: one.seq, hash: one.hash }, draft(2));
    expect(two).toMatchObject({ seq: 2, prev: one.hash });
  });

  it('has the same hash in whatever order its facts were given', () => {
    const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.boolean(), fc.maxSafeInteger());
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z][A-Za-z0-9]{0,8}$/), value), (facts) => {
        const at = (given: Record<string, string | boolean | number>): EntryDraft => ({ ...draft(1), facts: given });
        fc.pre(!Object.values(facts).some((one) => Object.is(one, -0)));
        const turned = Object.fromEntries(Object.entries(facts).reverse());
        expect(appendEntry(undefined, at(facts)).hash).toBe(appendEntry(undefined, at(turned)).hash);
      }),
    );
  });

  it.each([
    ['a fraction', 1.5],
    ['not a number', NaN],
    ['an infinite number', Infinity],
    ['a number that not every language holds', 2 ** 53],
    ['minus nought', -0],
    ['nothing', null],
    ['an absent value', undefined],
    ['a list', ['a']],
    ['an object', { a: 1 }],
    ['a date', new Date(0)],
    ['half a character', 'a\ud83d'],
  ])('refuses %s among its facts', (_, value) => {
    const facts = { value } as unknown as EntryDraft['facts'];
    expect(() => appendEntry(undefined, { ...draft(1), facts })).toThrow();
  });

  it('refuses names and instants that could be understood in two ways', () => {
    expect(() => appendEntry(undefined, { ...draft(1), facts: { 'naïve ': 1 } })).toThrow('name');
    expect(() => appendEntry(undefined, { ...draft(1), at: '2026-11-20 10:00' })).toThrow('instant');
    expect(() => appendEntry(undefined, { ...draft(1), kind: '' })).toThrow('kind');
    expect(() => appendEntry(undefined, { ...draft(1), schoolId: 'Marlow Bridge' })).toThrow('schoolId');
  });
});

describe('a checkpoint', () => {
  const head = { seq: 120, hash: 'a'.repeat(64) };
  const last = (seq: number, at: string) => ({ ...signCheckpoint(name, { ...head, seq }, new Date(at), signer) });

  it('is due at the first entry, after a hundred more, and after a day with any', () => {
    expect(checkpointDue(undefined, undefined, now)).toBe(false);
    expect(checkpointDue({ ...head, seq: 1 }, undefined, now)).toBe(true);
    expect(checkpointDue(head, last(21, '2026-11-20T09:00:00Z'), now)).toBe(false);
    expect(checkpointDue(head, last(20, '2026-11-20T09:00:00Z'), now)).toBe(true);
    expect(checkpointDue(head, last(119, '2026-11-19T10:00:00.001Z'), now)).toBe(false);
    expect(checkpointDue(head, last(119, '2026-11-19T10:00:00Z'), now)).toBe(true);
    expect(checkpointDue(head, last(120, '2026-01-01T10:00:00Z'), now)).toBe(false);
  });

  it('is due in spite of a clock that was wrong', () => {
    expect(checkpointDue(head, last(119, '2038-01-19T00:00:00Z'), now)).toBe(true);
    expect(checkpointDue(head, last(119, '1970-01-01T00:00:00Z'), now)).toBe(true);
  });

  it('holds under the key that signed it and under no other', () => {
    const { signature, ...statement } = signCheckpoint(name, head, now, signer);
    expect(isSignedBy(signer.publicKey, statement, signature)).toBe(true);
    expect(isSignedBy(otherSigner.publicKey, statement, signature)).toBe(false);
    expect(isSignedBy(signer.publicKey, { ...statement, at: '2026-11-19T10:00:00.000Z' }, signature)).toBe(false);
    expect(isSignedBy('A'.repeat(43), statement, signature)).toBe(false);
  });

  it('names its key by the thumbprint of RFC 7638, as in the example of RFC 8037', () => {
    expect(keyIdOf('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo')).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });
});

describe('the mark of a head', () => {
  it('is short, and is found again however it was copied', () => {
    const hash = createHash('sha256').update('x').digest('hex');
    expect(headMark(hash)).toMatch(/^([0-9a-f]{4}-){4}[0-9a-f]{4}$/);
    for (const written of [
      headMark(hash),
      ` ${headMark(hash).toUpperCase()} `,
      headMark(hash).replaceAll('-', ' '),
      hash,
    ]) {
      expect(hash.startsWith(readMark(written) ?? 'nothing')).toBe(true);
    }
    for (const written of ['', 'a1b2', 'g'.repeat(20), 'a'.repeat(65)]) expect(readMark(written)).toBeUndefined();
  });
});

describe('a chain in the store', () => {
  it('holds, whatever its length', async () => {
    for (const count of [1, 99, 1_000, 2_345]) {
      const chain = sampleChain(count);
      expect(await verifyChain(ledgerOf(chain), name, keys)).toMatchObject({ kind: 'whole', head: { seq: count } });
    }
  });

  it('names the first entry that was changed, left out or made anew', async () => {
    const check = (chain: ReturnType<typeof sampleChain>) => verifyChain(ledgerOf(chain), name, keys);
    const changed = sampleChain(250);
    changed.entries[122] = {
      ...draft(123),
      facts: {},
      seq: 123,
      prev: changed.entries[121]?.hash ?? '',
      hash: 'b'.repeat(64),
    };
    expect(await check(changed)).toMatchObject({ kind: 'broken', entry: 123 });
    const missing = sampleChain(250);
    missing.entries.splice(41, 1);
    expect(await check(missing)).toMatchObject({ kind: 'broken', entry: 42 });
    const anew = sampleChain(250);
    const entries = sampleChain(99).entries;
    for (let i = 100; i <= 250; i += 1) entries.push(appendEntry(entries.at(-1), { ...draft(i), facts: {} }));
    expect(await check({ entries, checkpoints: anew.checkpoints })).toMatchObject({ kind: 'broken', entry: 100 });
  });
});

describe('making checkpoints', () => {
  it('never signs what does not continue the last checkpoint', async () => {
    const chain = sampleChain(100);
    for (let i = 101; i <= 260; i += 1) chain.entries.push(appendEntry(chain.entries.at(-1), draft(i)));
    const odd = chain.entries[199];
    if (!odd) throw new Error('the chain is too short');
    chain.entries[199] = { ...odd, facts: { reference: 'SQ-FORGED' } };
    const options = { now, signer, owedFor: () => [] };
    expect(await makeCheckpoint(ledgerOf(chain), name, options)).toMatchObject({ kind: 'broken', entry: 200 });
    expect(chain.checkpoints).toHaveLength(1);
    const forged = { ...odd, facts: { reference: 'SQ-FORGED' } };
    chain.entries[199] = { ...forged, hash: hashOfEntry(forged) };
    expect(await makeCheckpoint(ledgerOf(chain), name, options)).toMatchObject({ kind: 'broken', entry: 201 });
  });

  it('is not done over the signature of a key that is not among the signer’s, which must be newer', async () => {
    const chain = sampleChain(100);
    for (let i = 101; i <= 260; i += 1) chain.entries.push(appendEntry(chain.entries.at(-1), draft(i)));
    const make = (by: LedgerSigner) => makeCheckpoint(ledgerOf(chain), name, { now, signer: by, owedFor: () => [] });
    expect(await make(otherSigner)).toEqual({ kind: 'other-key' });
    expect(chain.checkpoints).toHaveLength(1);
    expect(await make(nextSigner)).toMatchObject({ kind: 'made' });
    chain.entries.push(appendEntry(chain.entries.at(-1), draft(261)));
    const later = new Date(now.getTime() + 25 * 3_600_000);
    expect(await makeCheckpoint(ledgerOf(chain), name, { now: later, signer, owedFor: () => [] })).toEqual({
      kind: 'other-key',
    });
    expect(await verifyChain(ledgerOf(chain), name, endorsedKeys(nextSigner.keys))).toMatchObject({ kind: 'whole' });
    expect(await verifyChain(ledgerOf(chain), name, keys)).toMatchObject({ kind: 'broken', entry: 260 });
  });

  it('stores one, owes its hash to the witness once, and the chain verifies with it', async () => {
    const stores = createMemoryStores();
    const sealedText = 'e30.e30.e30.e30.e30';
    const asker = {
      tenantId: '5f0c0000-0000-4000-8000-000000000001',
      objectId: '5f0c0000-0000-4000-8000-0000000000aa',
    };
    const question = {
      id: 'SQ-7KQ2-M',
      schoolId: name.schoolId,
      asker,
      owner: asker,
      sealedText,
      askedAt: now.toISOString(),
    };
    await stores.questions.submit({ activityKey: 'a', submissionId: 'b' }, question, { owed: [], entries: [draft(1)] });
    let owed = 0;
    const deps = {
      ledger: stores.ledger,
      persons: stores.persons,
      shelf: { find: () => ({ school, policies: [] }) },
      signer: () => Promise.resolve(signer),
      tenantId: asker.tenantId,
      now: () => now,
      log: createLog('silent'),
      onOwed: () => (owed += 1),
    };
    await makeCheckpoints(deps);
    await makeCheckpoints(deps);
    const [checkpoint, ...more] = await stores.ledger.checkpoints(name);
    expect(more).toEqual([]);
    expect(owed).toBe(1);
    const claimed = await stores.deliveries.claim(now.toISOString(), { limit: 9, leaseMs: 1_000, holder: 'one' });
    expect(claimed).toMatchObject([
      { subject: { kind: 'checkpoint', chain: 'questions', seq: 1, hash: checkpoint?.hash }, to: { objectId: dpo } },
    ]);
    expect(await verifyChain(stores.ledger, name, keys)).toMatchObject({ kind: 'whole' });
    await stores.close();
  });
});

const [dpo, chair] = ['5f0c0000-0000-4000-8000-0000000000d0', '5f0c0000-0000-4000-8000-0000000000c0'];
const school = School.parse({
  id: 'marlow-bridge',
  name: 'Marlow Bridge Primary School',
  timeZone: 'Europe/London',
  people: [
    { id: 'chair', name: 'Chair Person', objectId: chair, roles: ['chair'] },
    { id: 'officer', name: 'Data Officer', objectId: dpo, roles: ['dpo'] },
  ],
});

describe('the witness', () => {
  it('is the data protection officer, else the chair, else nobody', () => {
    expect(findWitness(school, ({ objectId }) => objectId)).toBe(dpo);
    expect(findWitness(school, ({ id, objectId }) => (id === 'officer' ? undefined : objectId))).toBe(chair);
    expect(findWitness(school, () => undefined)).toBeUndefined();
  });

  it('is owed each checkpoint under a key of its own', () => {
    const to = { tenantId: 't', objectId: dpo };
    const key = (seq: number) =>
      owedForCheckpoint(signCheckpoint(name, { seq, hash: 'a'.repeat(64) }, now, signer), to, now).key;
    expect(key(100)).toBe(`marlow-bridge:checkpoint:questions-100:${dpo}`);
    expect(key(100)).not.toBe(key(200));
  });
});
