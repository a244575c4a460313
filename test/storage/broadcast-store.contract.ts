import { describe, expect, test } from 'vitest';
import type { Addressee } from '../../src/domain/broadcasts/addressee.ts';
import { roundKey, type BroadcastChange, type BroadcastDeed } from '../../src/domain/broadcasts/broadcast-store.ts';
import type { Broadcast } from '../../src/domain/broadcasts/broadcast.ts';
import type { Stores } from '../../src/storage/stores.ts';
import { addressee, broadcast, listedAddressee, messageOf } from './sample-broadcasts.ts';
import { act, at, entryDraft, otherSchool, person, schoolId } from './sample-facts.ts';

const nothing = { owed: [], entries: [] };
const change = (rows: Partial<BroadcastChange>): BroadcastChange => ({ schoolId, at: at(1), then: nothing, ...rows });
const next = (row: Addressee, changed: Partial<Addressee>): Addressee => ({
  ...row,
  ...changed,
  revision: row.revision + 1,
});
const once = (n: number, deed: BroadcastDeed = 'open') => ({ act: act(n), deed, made: `BC-${n}` });
const renamed = (row: Addressee, n: number): Addressee => ({ ...row, id: addressee(n).id });
const message = { conversationId: 'a:1', activityId: '7' };

/** What every BroadcastStore promises. `open` gives fresh, empty stores over one place. */
export function describeBroadcastStoreContract(
  title: string,
  open: () => Promise<Pick<Stores, 'broadcasts' | 'deliveries' | 'ledger'>>,
): void {
  describe(`a store of broadcasts (${title})`, () => {
    test('keeps a broadcast with its people and what they are owed, by school and in order', async () => {
      const { broadcasts, deliveries, ledger } = await open();
      const people = [addressee(3), listedAddressee(2), addressee(1, { readAt: at(2) })];
      const opened = change({
        broadcasts: [broadcast(2), broadcast(1)],
        addressees: people,
        then: { owed: [messageOf(addressee(3))], entries: [entryDraft(1)] },
      });
      expect(await broadcasts.record(opened)).toEqual({ kind: 'recorded' });
      const other = broadcast(1, {
        ...{
          schoolId: otherSchool,
          state: 'ended',
          ended: { at: at(9), why: 'recalled', by: person(2), recalledAt: at(10) },
        },
        ...{ audience: { kind: 'unsigned', campaignId: 'CA-1' }, template: 'sign-off', buttons: [], channel: true },
        ...{ confirmed: { by: person(1), at: at(2) }, correctedAt: at(3), edition: 2 },
      });
      const { policyId: _none, clauseId: _neither, ...plain } = other;
      await broadcasts.record(change({ schoolId: otherSchool, broadcasts: [plain] }));

      expect(await broadcasts.broadcasts(schoolId)).toEqual([broadcast(2), broadcast(1)]);
      expect(await broadcasts.broadcasts(otherSchool)).toEqual([plain]);
      expect(await broadcasts.broadcast(schoolId, 'BC-1')).toEqual(broadcast(1));
      expect(await broadcasts.broadcast(otherSchool, 'BC-1')).toEqual(plain);
      expect(await broadcasts.broadcast(otherSchool, 'BC-2')).toBeUndefined();
      expect((await broadcasts.addressees(schoolId, 'BC-1')).map((row) => row.addressee)).toEqual(people);
      expect(await broadcasts.addressees(schoolId, 'BC-2')).toEqual([]);
      expect(await broadcasts.addressees(otherSchool, 'BC-1')).toEqual([]);
      expect(await deliveries.find(roundKey(addressee(3)))).toEqual(messageOf(addressee(3)));
      expect(await ledger.head({ schoolId, chain: 'questions' })).toMatchObject({ seq: 1 });
    });

    test('takes no more broadcasts of a day than its limit, however many are opened at once', async () => {
      const { broadcasts } = await open();
      const within = { count: 2, from: at(0), until: at(100) };
      const opening = (n: number, changed: Partial<Broadcast> = {}) =>
        change({ broadcasts: [broadcast(n, changed)], within, once: once(n) });
      const ended = { at: at(1), why: 'cancelled', by: person(1) } as const;
      // None of these counts: of another day, ended before its time, of another school.
      await broadcasts.record(change({ broadcasts: [broadcast(1, { sendAt: at(100) })] }));
      await broadcasts.record(change({ broadcasts: [broadcast(2, { sendAt: at(50), state: 'ended', ended })] }));
      const elsewhere = broadcast(3, { schoolId: otherSchool });
      await broadcasts.record(change({ schoolId: otherSchool, broadcasts: [elsewhere] }));
      // This one had gone out when it was ended.
      const gone = broadcast(4, { state: 'ended', ended: { ...ended, at: at(50) } });
      await broadcasts.record(change({ broadcasts: [gone] }));

      const opened = await Promise.all([5, 6, 7, 8].map((n) => broadcasts.record(opening(n))));
      expect(opened.map(({ kind }) => kind).sort()).toEqual(['day-full', 'day-full', 'day-full', 'recorded']);
      const there = (await broadcasts.broadcasts(schoolId)).filter(({ sendAt }) => sendAt < at(100));
      expect(there).toHaveLength(3);

      // The act counts as new when it comes again; a change of one that is there does not count itself.
      const [left = 0] = [5, 6, 7, 8].filter((n) => !there.some(({ id }) => id === `BC-${n}`));
      expect(await broadcasts.record(opening(left, { sendAt: at(101) }))).toEqual({ kind: 'day-full' });
      const next = { ...within, from: at(100), until: at(200) };
      const onNext = { ...opening(left, { sendAt: at(101) }), within: next };
      expect(await broadcasts.record(onNext)).toEqual({ kind: 'recorded' });
      const own = there.find(({ state }) => state === 'open') ?? gone;
      const moved = { ...own, message: 'Other words.', revision: 2 };
      expect(await broadcasts.record(change({ broadcasts: [moved], within }))).toEqual({ kind: 'recorded' });
    });

    test('finds somebody by their row or their account, and nobody of another school or tenant', async () => {
      const { broadcasts } = await open();
      const elsewhere = { ...renamed(addressee(1), 8), broadcastId: 'BC-2' };
      await broadcasts.record(
        change({
          broadcasts: [broadcast(1), broadcast(2)],
          addressees: [elsewhere, addressee(2), addressee(1), listedAddressee(3)],
        }),
      );
      const abroad = addressee(4, { person: { tenantId: 'another', objectId: 'person-1' } });
      await broadcasts.record(change({ addressees: [abroad] }));
      await broadcasts.record(change({ schoolId: otherSchool, addressees: [addressee(1, { schoolId: otherSchool })] }));
      expect(await broadcasts.addressee(schoolId, addressee(2).id)).toEqual({ addressee: addressee(2) });
      expect(await broadcasts.addressee(otherSchool, addressee(2).id)).toBeUndefined();
      expect(await broadcasts.addresseesOf(schoolId, person(1))).toEqual([
        { addressee: elsewhere },
        { addressee: addressee(1) },
      ]);
      expect(await broadcasts.addresseesOf(otherSchool, person(2))).toEqual([]);
      expect(await broadcasts.addresseesOf(schoolId, { tenantId: 'another', objectId: 'person-1' })).toEqual([
        { addressee: abroad },
      ]);
    });

    test('tells of somebody what became of the round that they are in, and of no other', async () => {
      const { broadcasts, deliveries } = await open();
      const [one, two, three] = [addressee(1), addressee(2), addressee(3)];
      await broadcasts.record(
        change({
          broadcasts: [broadcast(1)],
          addressees: [one, two, three, listedAddressee(4)],
          then: { owed: [messageOf(one), messageOf(two)], entries: [] },
        }),
      );
      await deliveries.claim(at(5), { limit: 9, leaseMs: 60_000, holder: 'me' });
      const sent = { at: at(6), outcome: 'sent', code: 'ok' } as const;
      const refused = { at: at(6), outcome: 'refused', code: 'http-403' } as const;
      await deliveries.settle(roundKey(one), 'me', { state: 'sent', attempt: sent, message });
      await deliveries.settle(roundKey(two), 'me', { state: 'refused', attempt: refused });
      const ofOne = { key: roundKey(one), state: 'sent', attempts: [sent], message };
      expect(await broadcasts.addressees(schoolId, 'BC-1')).toEqual([
        { addressee: one, delivery: ofOne },
        { addressee: two, delivery: { key: roundKey(two), state: 'refused', attempts: [refused] } },
        { addressee: three },
        { addressee: listedAddressee(4) },
      ]);
      const again = next(two, { round: 2 });
      await broadcasts.record(change({ addressees: [again], then: { owed: [messageOf(again)], entries: [] } }));
      const pending = { addressee: again, delivery: { key: roundKey(again), state: 'pending', attempts: [] } };
      expect(await broadcasts.addressee(schoolId, two.id)).toEqual(pending);
      expect(await broadcasts.addresseesOf(schoolId, person(2))).toEqual([pending]);
      expect(await broadcasts.addresseesOf(schoolId, person(1))).toEqual([{ addressee: one, delivery: ofOne }]);
    });

    test('keeps an act once for each deed, and a change without an act as often as its rows allow', async () => {
      const { broadcasts, deliveries } = await open();
      const opening = change({
        once: once(1),
        broadcasts: [broadcast(1)],
        addressees: [addressee(1)],
        then: { owed: [messageOf(addressee(1))], entries: [] },
      });
      expect(await broadcasts.record(opening)).toEqual({ kind: 'recorded' });
      expect(await broadcasts.record(opening)).toEqual({ kind: 'seen', made: 'BC-1' });
      const other = change({ once: { ...once(1), made: 'BC-2' }, broadcasts: [broadcast(2)] });
      expect(await broadcasts.record(other)).toEqual({ kind: 'seen', made: 'BC-1' });
      expect(await broadcasts.broadcasts(schoolId)).toEqual([broadcast(1)]);
      expect(await broadcasts.openedBy(schoolId, act(1))).toEqual(broadcast(1));
      const shared = { activityKey: 'another', submissionId: act(1).submissionId };
      expect(await broadcasts.openedBy(schoolId, shared)).toEqual(broadcast(1));
      expect(await broadcasts.openedBy(schoolId, act(2))).toBeUndefined();
      expect(await broadcasts.openedBy(otherSchool, act(1))).toBeUndefined();
      expect(await deliveries.all(schoolId)).toHaveLength(1);
      const acted = next(addressee(1), { acted: { what: 'read', at: at(5) } });
      expect(await broadcasts.record(change({ once: once(1, 'act'), addressees: [acted] }))).toEqual({
        kind: 'recorded',
      });
      const read = next(acted, { readAt: at(6) });
      expect(await broadcasts.record(change({ addressees: [read] }))).toEqual({ kind: 'recorded' });
      expect(await broadcasts.addressee(schoolId, read.id)).toMatchObject({ addressee: read });
    });

    test('changes nothing where a row is of another revision by now, and takes the act when it comes again', async () => {
      const { broadcasts, deliveries, ledger } = await open();
      const [one, two] = [addressee(1), addressee(2)];
      await broadcasts.record(change({ broadcasts: [broadcast(1)], addressees: [one, two] }));
      const read = next(one, { readAt: at(3) });
      await broadcasts.record(change({ addressees: [read] }));
      const corrected = broadcast(1, { message: 'Changed', edition: 2, correctedAt: at(4), revision: 2 });
      const stale = change({
        once: once(1, 'again'),
        broadcasts: [corrected],
        addressees: [next(two, { round: 2 }), next(one, { round: 2 })],
        then: { owed: [messageOf(next(two, { round: 2 }))], entries: [entryDraft(1)] },
      });
      expect(await broadcasts.record(stale)).toEqual({ kind: 'overtaken' });
      expect(await broadcasts.broadcasts(schoolId)).toEqual([broadcast(1)]);
      expect(await broadcasts.addressees(schoolId, 'BC-1')).toEqual([{ addressee: read }, { addressee: two }]);
      expect(await deliveries.all(schoolId)).toEqual([]);
      expect(await ledger.head({ schoolId, chain: 'questions' })).toBeUndefined();

      const fresh = { ...stale, addressees: [next(two, { round: 2 }), next(read, { round: 2 })] };
      expect(await broadcasts.record(fresh)).toEqual({ kind: 'recorded' });
      expect(await broadcasts.broadcast(schoolId, 'BC-1')).toEqual(corrected);
      expect(await deliveries.all(schoolId)).toHaveLength(1);
      expect(await broadcasts.record(change({ broadcasts: [{ ...corrected, edition: 3 }] }))).toEqual({
        kind: 'overtaken',
      });
      expect(await broadcasts.record(change({ addressees: [next(addressee(9), {})] }))).toEqual({ kind: 'overtaken' });
    });

    test('has somebody once in a broadcast, with or without an account', async () => {
      const { broadcasts } = await open();
      await broadcasts.record(change({ broadcasts: [broadcast(1)], addressees: [addressee(1), listedAddressee(2)] }));
      const twice = [addressee(4), renamed(addressee(1), 8)];
      expect(await broadcasts.record(change({ addressees: twice }))).toEqual({ kind: 'overtaken' });
      expect(await broadcasts.record(change({ addressees: [renamed(listedAddressee(2), 9)] }))).toEqual({
        kind: 'overtaken',
      });
      expect(await broadcasts.addressees(schoolId, 'BC-1')).toHaveLength(2);
    });

    test('gives no broadcast and nobody a reference that is taken', async () => {
      const { broadcasts, deliveries } = await open();
      await broadcasts.record(change({ broadcasts: [broadcast(1)], addressees: [addressee(1)] }));
      const other = addressee(2, { broadcastId: 'BC-2' });
      const taken = change({
        once: once(2),
        broadcasts: [broadcast(1, { message: 'Another' })],
        addressees: [addressee(3)],
        then: { owed: [messageOf(addressee(3))], entries: [] },
      });
      await expect(broadcasts.record(taken)).rejects.toMatchObject({ kind: 'taken' });
      const drawn = { ...taken, broadcasts: [broadcast(2)] };
      await expect(broadcasts.record({ ...drawn, addressees: [renamed(other, 1)] })).rejects.toMatchObject({
        kind: 'taken',
      });
      expect(await broadcasts.broadcasts(schoolId)).toEqual([broadcast(1)]);
      expect(await deliveries.all(schoolId)).toEqual([]);
      expect(await broadcasts.record({ ...drawn, addressees: [other] })).toEqual({ kind: 'recorded' });
    });

    test('lets one of two who act at once win', async () => {
      const { broadcasts } = await open();
      await broadcasts.record(change({ broadcasts: [broadcast(1)], addressees: [addressee(1)] }));
      const ended = { state: 'ended', ended: { at: at(3), why: 'cancelled', by: person(1) }, revision: 2 } as const;
      const both = await Promise.all([
        broadcasts.record(change({ once: once(1, 'end'), broadcasts: [broadcast(1, ended)] })),
        broadcasts.record(
          change({ once: once(2, 'change'), broadcasts: [broadcast(1, { message: 'B', revision: 2 })] }),
        ),
      ]);
      expect(both.map(({ kind }) => kind).sort()).toEqual(['overtaken', 'recorded']);
    });

    test('destroys a broadcast with everybody in it, once, and nothing of another', async () => {
      const { broadcasts, deliveries, ledger } = await open();
      const elsewhere = { ...renamed(addressee(1), 8), broadcastId: 'BC-2' };
      await broadcasts.record(
        change({
          broadcasts: [broadcast(1), broadcast(2)],
          addressees: [addressee(1), elsewhere, listedAddressee(2)],
          then: { owed: [messageOf(addressee(1))], entries: [] },
        }),
      );
      await broadcasts.record(change({ schoolId: otherSchool, broadcasts: [broadcast(1, { schoolId: otherSchool })] }));
      const then = { owed: [], entries: [entryDraft(1)] };
      const one = { schoolId, id: 'BC-1' };
      expect(await broadcasts.destroyBroadcast({ schoolId: otherSchool, id: 'BC-2' }, then)).toBe('not-found');
      expect(await broadcasts.destroyBroadcast(one, then)).toBe('destroyed');
      expect(await broadcasts.destroyBroadcast(one, then)).toBe('not-found');
      expect(await broadcasts.broadcasts(schoolId)).toEqual([broadcast(2)]);
      expect(await broadcasts.broadcasts(otherSchool)).toHaveLength(1);
      expect(await broadcasts.addressees(schoolId, 'BC-1')).toEqual([]);
      expect(await broadcasts.addresseesOf(schoolId, person(1))).toEqual([{ addressee: elsewhere }]);
      expect(await deliveries.all(schoolId)).toHaveLength(1);
      expect(await ledger.head({ schoolId, chain: 'questions' })).toMatchObject({ seq: 1 });
    });
  });
}

/** The largest broadcast, on every BroadcastStore: whoever runs it gives it a minute. */
export function describeLargestBroadcast(
  title: string,
  open: () => Promise<Pick<Stores, 'broadcasts' | 'deliveries'>>,
): void {
  describe(`a store of broadcasts (${title})`, () => {
    test('takes 10,000 people with what they are owed in one step, and the next round of all of them', async () => {
      const { broadcasts, deliveries } = await open();
      const people = Array.from({ length: 10_000 }, (_, n) => addressee(n + 1));
      const opened = change({
        once: once(1),
        broadcasts: [broadcast(1)],
        addressees: people,
        then: { owed: people.map((one) => messageOf(one)), entries: [entryDraft(1)] },
      });
      expect(await broadcasts.record(opened)).toEqual({ kind: 'recorded' });
      const rows = await broadcasts.addressees(schoolId, 'BC-1');
      expect(rows.map((row) => row.addressee)).toEqual(people);
      expect(rows.filter(({ delivery }) => delivery?.state === 'pending')).toHaveLength(10_000);
      const again = people.map((one) => next(one, { round: 2 }));
      const sentAgain = change({
        addressees: again,
        then: { owed: again.map((one) => messageOf(one)), entries: [] },
      });
      expect(await broadcasts.record(sentAgain)).toEqual({ kind: 'recorded' });
      expect((await broadcasts.addressees(schoolId, 'BC-1')).map(({ delivery }) => delivery?.key)).toEqual(
        again.map(roundKey),
      );
      expect(await deliveries.summary()).toMatchObject({ counts: { pending: 20_000 } });
    });
  });
}
