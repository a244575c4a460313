import { describe, expect, test } from 'vitest';
import { progressOf } from '../../src/domain/signoffs/progress.ts';
import type { Signatory } from '../../src/domain/signoffs/signatory.ts';
import type { SignoffChange } from '../../src/domain/signoffs/signoff-store.ts';
import type { Stores } from '../../src/storage/stores.ts';
import { act, at, delivery, entryDraft, otherSchool, person, question, schoolId } from './sample-facts.ts';
import { campaign, listedSignatory, receipt, signatory } from './sample-signoffs.ts';

const nothing = { owed: [], entries: [] };
const change = (rows: Partial<SignoffChange>): SignoffChange => ({ schoolId, at: at(1), then: nothing, ...rows });
const next = (row: Signatory, changed: Partial<Signatory>): Signatory => ({
  ...row,
  ...changed,
  revision: row.revision + 1,
});
const once = (n: number, deed: 'sign' | 'open' | 'change' = 'sign') => ({ act: act(n), deed, made: `SN-${n}` });

/** What every SignoffStore promises. `open` gives fresh, empty stores over one place. */
export function describeSignoffStoreContract(
  title: string,
  open: () => Promise<Pick<Stores, 'signoffs' | 'deliveries' | 'ledger' | 'questions'>>,
): void {
  describe(`a store of sign-offs (${title})`, () => {
    test('keeps a campaign with its people and what it leads to, by school and in order', async () => {
      const { signoffs, deliveries, ledger } = await open();
      const opened = change({
        campaigns: [campaign(1)],
        signatories: [signatory(3), listedSignatory(2), signatory(1, { askedAt: at(1), reason: 'because' })],
        then: { owed: [delivery(1)], entries: [entryDraft(1)] },
      });
      expect(await signoffs.record(opened)).toEqual({ kind: 'recorded' });
      const other = campaign(2, {
        schoolId: otherSchool,
        state: 'closed',
        closed: { at: at(9), why: 'ended' },
        document: {
          kind: 'other',
          title: 'KCSIE',
          version: '2026',
          hash: 'cd'.repeat(32),
          statements: [{ text: 'I read it.' }],
        },
        confirmed: { by: person(1), at: at(2) },
      });
      await signoffs.record(change({ schoolId: otherSchool, campaigns: [other] }));
      expect(await signoffs.campaigns(schoolId)).toEqual([campaign(1)]);
      expect(await signoffs.campaigns(otherSchool)).toEqual([other]);
      expect(await signoffs.campaign(schoolId, 'CA-1')).toEqual(campaign(1));
      expect(await signoffs.campaign(otherSchool, 'CA-1')).toBeUndefined();
      expect(await signoffs.live()).toEqual([campaign(1)]);
      expect(await signoffs.signatories(schoolId, 'CA-1')).toEqual(opened.signatories);
      expect(await signoffs.signatories(otherSchool, 'CA-1')).toEqual([]);
      expect(await signoffs.signatory(schoolId, signatory(3).id)).toEqual(signatory(3));
      expect(await signoffs.signatory(otherSchool, signatory(3).id)).toBeUndefined();
      expect(await signoffs.signatoriesOf(schoolId, person(3))).toEqual([signatory(3)]);
      expect(await signoffs.signatoriesOf(otherSchool, person(3))).toEqual([]);
      expect(await deliveries.find(delivery(1).key)).toEqual(delivery(1));
      expect(await ledger.head({ schoolId, chain: 'questions' })).toMatchObject({ seq: 1 });
    });

    test('counts who is how in each campaign of a school', async () => {
      const { signoffs } = await open();
      expect(await signoffs.progress(schoolId)).toEqual(new Map());
      const states = ['pending', 'pending', 'declined', 'left'] as const;
      const first = states.map((state, n) => signatory(n + 1, { state }));
      const second = [signatory(11, { campaignId: 'CA-2', state: 'exempt' }), signatory(12, { campaignId: 'CA-2' })];
      const theirs = signatory(21, { schoolId: otherSchool });
      const rows = { campaigns: [campaign(1), campaign(2), campaign(3)], signatories: [...first, ...second] };
      await signoffs.record(change(rows));
      const other = campaign(1, { schoolId: otherSchool });
      await signoffs.record(change({ schoolId: otherSchool, campaigns: [other], signatories: [theirs] }));
      const expected = new Map([
        ['CA-1', progressOf(first)],
        ['CA-2', progressOf(second)],
      ]);
      expect(await signoffs.progress(schoolId)).toEqual(expected);
    });

    test('keeps a signature with its receipt, and an act once', async () => {
      const { signoffs, ledger } = await open();
      await signoffs.record(change({ campaigns: [campaign(1)], signatories: [signatory(1), signatory(2)] }));
      const signed = next(signatory(1), { state: 'signed', changedAt: at(5) });
      const signing = change({
        once: once(1),
        signatories: [signed],
        receipts: [receipt(1)],
        then: { owed: [], entries: [entryDraft(1)] },
      });
      expect(await signoffs.record(signing)).toEqual({ kind: 'recorded' });
      expect(await signoffs.record(signing)).toEqual({ kind: 'seen', made: 'SN-1' });
      expect(await signoffs.signatories(schoolId, 'CA-1')).toEqual([signed, signatory(2)]);
      expect(await signoffs.receipts(schoolId, 'CA-1')).toEqual([receipt(1)]);
      expect(await signoffs.receiptOf(schoolId, signatory(1).id)).toEqual(receipt(1));
      expect(await signoffs.receiptOf(schoolId, signatory(2).id)).toBeUndefined();
      expect(await signoffs.receiptsOf(schoolId, person(1))).toEqual([receipt(1)]);
      expect(await signoffs.receiptsOf(otherSchool, person(1))).toEqual([]);
      expect(await ledger.head({ schoolId, chain: 'questions' })).toMatchObject({ seq: 1 });
    });

    test('takes an act for each deed, and a change without an act as often as its rows allow', async () => {
      const { signoffs } = await open();
      await signoffs.record(change({ once: once(1, 'open'), campaigns: [campaign(1)], signatories: [signatory(1)] }));
      const asked = next(signatory(1), { asked: 1 });
      expect(await signoffs.record(change({ once: once(1, 'change'), signatories: [asked] }))).toEqual({
        kind: 'recorded',
      });
      expect(await signoffs.record(change({ signatories: [next(asked, { asked: 2 })] }))).toEqual({ kind: 'recorded' });
      expect(await signoffs.signatory(schoolId, asked.id)).toMatchObject({ asked: 2, revision: 3 });
    });

    test('changes nothing where a row is of another revision by now, and takes the act when it comes again', async () => {
      const { signoffs, deliveries, ledger, questions } = await open();
      await signoffs.record(change({ campaigns: [campaign(1)], signatories: [signatory(1), signatory(2)] }));
      const exempt = next(signatory(1), { state: 'exempt' });
      await signoffs.record(change({ signatories: [exempt] }));
      const stale = change({
        once: once(1),
        campaigns: [{ ...campaign(1), why: 'Changed', revision: 2 }],
        signatories: [next(signatory(2), { state: 'query' }), next(signatory(1), { state: 'signed' })],
        receipts: [receipt(1)],
        question: question(1),
        then: { owed: [delivery(1)], entries: [entryDraft(1)] },
      });
      expect(await signoffs.record(stale)).toEqual({ kind: 'overtaken' });
      expect(await signoffs.campaigns(schoolId)).toEqual([campaign(1)]);
      expect(await signoffs.signatories(schoolId, 'CA-1')).toEqual([exempt, signatory(2)]);
      expect(await signoffs.receipts(schoolId, 'CA-1')).toEqual([]);
      expect(await questions.find(schoolId, 'SQ-1')).toBeUndefined();
      expect(await deliveries.find(delivery(1).key)).toBeUndefined();
      expect(await ledger.head({ schoolId, chain: 'questions' })).toBeUndefined();
      const fresh = {
        ...stale,
        signatories: [next(signatory(2), { state: 'query' }), next(exempt, { state: 'signed' })],
      };
      expect(await signoffs.record(fresh)).toEqual({ kind: 'recorded' });
      expect(await questions.find(schoolId, 'SQ-1')).toEqual(question(1));
    });

    test('has somebody once in a campaign, with or without an account, and in another one again', async () => {
      const { signoffs } = await open();
      await signoffs.record(change({ campaigns: [campaign(1)], signatories: [signatory(1), listedSignatory(2)] }));
      const again = (row: Signatory, n: number) => ({ ...row, id: n.toString(16).padStart(32, '0') });
      const twice = [signatory(4), again(signatory(1), 8)];
      expect(await signoffs.record(change({ signatories: twice }))).toEqual({ kind: 'overtaken' });
      expect(await signoffs.record(change({ signatories: [again(listedSignatory(2), 9)] }))).toEqual({
        kind: 'overtaken',
      });
      const elsewhere = { ...again(signatory(1), 10), campaignId: 'CA-2' };
      expect(await signoffs.record(change({ campaigns: [campaign(2)], signatories: [elsewhere] }))).toEqual({
        kind: 'recorded',
      });
      expect(await signoffs.signatoriesOf(schoolId, person(1))).toEqual([signatory(1), elsewhere]);
    });

    test('gives nobody a second receipt, and no receipt a reference that is taken', async () => {
      const { signoffs } = await open();
      await signoffs.record(change({ campaigns: [campaign(1)], signatories: [signatory(1), signatory(2)] }));
      const signed = next(signatory(1), { state: 'signed' });
      await signoffs.record(change({ signatories: [signed], receipts: [receipt(1)] }));
      const second = change({ signatories: [next(signed, {})], receipts: [{ ...receipt(1), id: 'SN-9' }] });
      expect(await signoffs.record(second)).toEqual({ kind: 'overtaken' });
      const sameReference = change({
        once: once(2),
        signatories: [next(signatory(2), { state: 'signed' })],
        receipts: [{ ...receipt(2), id: 'SN-1' }],
      });
      await expect(signoffs.record(sameReference)).rejects.toMatchObject({ kind: 'taken' });
      expect(await signoffs.signatory(schoolId, signatory(2).id)).toEqual(signatory(2));
      expect(await signoffs.record({ ...sameReference, receipts: [receipt(2)] })).toEqual({ kind: 'recorded' });
      await expect(signoffs.record(change({ campaigns: [campaign(1)] }))).rejects.toMatchObject({ kind: 'taken' });
    });

    test('lets one of two who act at once win', async () => {
      const { signoffs } = await open();
      await signoffs.record(change({ campaigns: [campaign(1)], signatories: [signatory(1)] }));
      const both = await Promise.all([
        signoffs.record(
          change({ once: once(1), signatories: [next(signatory(1), { state: 'signed' })], receipts: [receipt(1)] }),
        ),
        signoffs.record(change({ once: once(2, 'change'), signatories: [next(signatory(1), { state: 'exempt' })] })),
      ]);
      expect(both.map(({ kind }) => kind).sort()).toEqual(['overtaken', 'recorded']);
    });

    test('takes 400 people at once, and 400 changes', async () => {
      const { signoffs } = await open();
      const people = Array.from({ length: 400 }, (_, n) => signatory(n + 1));
      expect(await signoffs.record(change({ campaigns: [campaign(1)], signatories: people }))).toEqual({
        kind: 'recorded',
      });
      const asked = people.map((one) => next(one, { asked: 1, askedAt: at(7) }));
      expect(await signoffs.record(change({ signatories: asked }))).toEqual({ kind: 'recorded' });
      expect(await signoffs.signatories(schoolId, 'CA-1')).toEqual(asked);
    });

    test('destroys somebody with their receipt, once, and a campaign when nobody is left in it', async () => {
      const { signoffs, ledger } = await open();
      await signoffs.record(change({ campaigns: [campaign(1)], signatories: [signatory(1), signatory(2)] }));
      const signed = next(signatory(1), { state: 'signed' });
      await signoffs.record(change({ signatories: [signed], receipts: [receipt(1)] }));
      const then = { owed: [], entries: [entryDraft(1)] };
      const one = { schoolId, id: signatory(1).id };
      expect(await signoffs.destroyCampaign({ schoolId, id: 'CA-1' }, then)).toBe('in-use');
      expect(await signoffs.destroySignatory({ ...one, schoolId: otherSchool }, then)).toBe('not-found');
      expect(await signoffs.destroySignatory(one, then)).toBe('destroyed');
      expect(await signoffs.destroySignatory(one, then)).toBe('not-found');
      expect(await signoffs.signatories(schoolId, 'CA-1')).toEqual([signatory(2)]);
      expect(await signoffs.receipts(schoolId, 'CA-1')).toEqual([]);
      expect(await ledger.head({ schoolId, chain: 'questions' })).toMatchObject({ seq: 1 });
      await signoffs.destroySignatory({ schoolId, id: signatory(2).id }, nothing);
      expect(await signoffs.destroyCampaign({ schoolId: otherSchool, id: 'CA-1' }, then)).toBe('not-found');
      expect(await signoffs.destroyCampaign({ schoolId, id: 'CA-1' }, then)).toBe('destroyed');
      expect(await signoffs.destroyCampaign({ schoolId, id: 'CA-1' }, then)).toBe('not-found');
      expect(await signoffs.campaigns(schoolId)).toEqual([]);
      expect(await ledger.head({ schoolId, chain: 'questions' })).toMatchObject({ seq: 2 });
    });
  });
}
