import { describe, expect, test } from 'vitest';
import type { Delivery, DeliverySubject } from '../../src/domain/delivery/delivery.ts';
import { kindsToMany } from '../../src/domain/delivery/order-of-sending.ts';
import type { Stores } from '../../src/storage/stores.ts';
import { act, at, delivery, otherSchool, owner, person, question } from './sample-facts.ts';

type Opened = Pick<Stores, 'questions' | 'deliveries'>;

const leaseMs = 30_000;
const holding = (holder = 'one', limit = 10) => ({ limit, leaseMs, holder });
const begun = (seconds: number, holder = 'one') => ({ holder, until: at(seconds + leaseMs / 1000) });
const waiting = (seconds: number, holder = 'one') => ({ ...begun(seconds, holder), waiting: true as const });
const sent = { attempt: { at: at(50), outcome: 'sent', code: '201' }, state: 'sent' } as const;
const retry = (seconds: number) =>
  ({ attempt: { at: at(50), outcome: 'retry', code: '429' }, state: 'pending', notBefore: at(seconds) }) as const;
const keysOf = (deliveries: readonly Delivery[]) => deliveries.map(({ key }) => key);

/** What every DeliveryStore promises, whatever it is made of. `open` gives fresh, empty stores over one place. */
export function describeDeliveryStoreContract(name: string, open: () => Promise<Opened>): void {
  let facts = 0;
  const owe = ({ questions }: Opened, ...owed: Delivery[]) => {
    const n = ++facts;
    return questions.submit(act(`owed-${n}`), question(n), { owed, entries: [] });
  };
  const to = (n: number, changed: Partial<Delivery> = {}) => delivery(n, { to: person(n), ...changed });

  describe(`a delivery store (${name})`, () => {
    test('starts with nothing', async () => {
      const { deliveries } = await open();
      expect(await deliveries.claim(at(0), holding())).toEqual([]);
      expect(await deliveries.held()).toEqual([]);
      expect(await deliveries.unsure()).toEqual([]);
      expect(await deliveries.find('nothing')).toBeUndefined();
      const counts = { pending: 0, sending: 0, sent: 0, refused: 0, undeliverable: 0, unknown: 0 };
      expect(await deliveries.summary()).toEqual({ counts });
    });

    test('lists every delivery of a school, ended or not, and none of another', async () => {
      const stores = await open();
      await owe(stores, to(1), to(2), to(3, { key: `${otherSchool}:x`, schoolId: otherSchool }));
      await stores.deliveries.claim(at(5), holding('one', 1));
      await stores.deliveries.settle(to(1).key, 'one', sent);
      const all = await stores.deliveries.all(to(1).schoolId);
      expect(new Map(all.map(({ key, state }) => [key, state]))).toEqual(
        new Map([
          [to(1).key, 'sent'],
          [to(2).key, 'pending'],
        ]),
      );
    });

    test('takes a key once', async () => {
      const stores = await open();
      await owe(stores, to(1));
      await owe(stores, to(1, { createdAt: at(9) }), to(2));
      expect(await stores.deliveries.find(to(1).key)).toEqual(to(1));
      expect((await stores.deliveries.summary()).counts.pending).toBe(2);
    });

    test('does not take a key again that was sent', async () => {
      const stores = await open();
      await owe(stores, to(1));
      await stores.deliveries.claim(at(10), holding());
      await stores.deliveries.settle(to(1).key, 'one', sent);
      await owe(stores, to(1));
      expect((await stores.deliveries.summary()).counts).toMatchObject({ pending: 0, sent: 1 });
    });

    test('refuses the whole fact when its key is that of another school, rather than owe in silence nothing', async () => {
      const stores = await open();
      await owe(stores, to(1));
      await expect(owe(stores, to(1, { schoolId: otherSchool }))).rejects.toThrow();
    });

    test('hands out what is due, oldest first, under a lease, and no more than asked for', async () => {
      const stores = await open();
      await owe(stores, to(1), to(2), to(3), to(4));
      const claimed = await stores.deliveries.claim(at(3), holding('one', 2));
      expect(claimed).toEqual([1, 2].map((n) => to(n, { state: 'sending', lease: waiting(3) })));
      expect(await stores.deliveries.find(to(1).key)).toEqual(claimed[0]);
      expect(keysOf(await stores.deliveries.claim(at(3), holding('two')))).toEqual([to(3).key]);
      expect(await stores.deliveries.claim(at(3), holding('two'))).toEqual([]);
    });

    test('hands out first what was recorded first, whatever the clock said', async () => {
      const stores = await open();
      await owe(stores, to(5));
      await owe(stores, to(1));
      expect(keysOf(await stores.deliveries.claim(at(9), holding('one', 1)))).toEqual([to(5).key]);
    });

    test('never hands one delivery to two holders, however many ask at once', async () => {
      const stores = await open();
      await owe(stores, ...Array.from({ length: 40 }, (_, n) => to(n)));
      const claims = Array.from({ length: 20 }, (_, n) => stores.deliveries.claim(at(50), holding(`holder-${n}`, 3)));
      const keys = keysOf((await Promise.all(claims)).flat());
      expect(keys).toHaveLength(40);
      expect(new Set(keys).size).toBe(40);
    });

    test('hands out one at a time for each person, in order', async () => {
      const stores = await open();
      await owe(stores, delivery(1), delivery(2), to(3));
      expect(keysOf(await stores.deliveries.claim(at(9), holding()))).toEqual([delivery(1).key, to(3).key]);
      expect(await stores.deliveries.claim(at(9), holding('two'))).toEqual([]);
      await stores.deliveries.settle(delivery(1).key, 'one', sent);
      expect(keysOf(await stores.deliveries.claim(at(9), holding('two')))).toEqual([delivery(2).key]);
    });

    test('holds back what is owed to a person while an older one waits for its next try', async () => {
      const stores = await open();
      await owe(stores, delivery(1), delivery(2));
      await stores.deliveries.claim(at(9), holding());
      await stores.deliveries.settle(delivery(1).key, 'one', retry(60));
      expect(await stores.deliveries.claim(at(59), holding())).toEqual([]);
      expect(keysOf(await stores.deliveries.claim(at(60), holding()))).toEqual([delivery(1).key]);
    });

    test('is not held up by what is planned for later', async () => {
      const stores = await open();
      await owe(stores, delivery(1, { notBefore: at(1000) }), delivery(2));
      expect(keysOf(await stores.deliveries.claim(at(9), holding()))).toEqual([delivery(2).key]);
    });

    test('holds back what was planned before, too, while a newer one waits for its next try', async () => {
      const stores = await open();
      await owe(stores, delivery(1, { notBefore: at(30) }), delivery(2));
      await stores.deliveries.claim(at(9), holding());
      await stores.deliveries.settle(delivery(2).key, 'one', retry(60));
      expect(await stores.deliveries.claim(at(59), holding())).toEqual([]);
      expect(keysOf(await stores.deliveries.claim(at(60), holding()))).toEqual([delivery(1).key]);
    });

    test('what goes to many is handed out after everything else, to whomever, and in its own order', async () => {
      const stores = await open();
      const subject = (n: number) =>
        ({ kind: 'broadcast', broadcast: 'BC-1', addressee: String(n), round: 1 }) as const;
      const many = (n: number) => to(n, { key: `many-${n}`, subject: subject(n) });
      await owe(stores, many(1), many(2), many(3), to(2), to(4));
      const next = async (holder: string, limit: number) =>
        keysOf(await stores.deliveries.claim(at(9), holding(holder, limit)));
      expect(await next('one', 3)).toEqual([to(2).key, to(4).key, many(1).key]);
      // Nobody gets two at a time.
      expect(await next('two', 3)).toEqual([many(3).key]);
      await stores.deliveries.settle(to(2).key, 'one', sent);
      expect(await next('three', 3)).toEqual([many(2).key]);
    });

    test('each kind that goes to many waits for a report to somebody else that was owed after it', async () => {
      const subjects: readonly DeliverySubject[] = [
        { kind: 'broadcast', broadcast: 'BC-1', addressee: 'a', round: 1 },
        { kind: 'broadcast-settled', broadcast: 'BC-1', addressee: 'a', of: 'message', edition: '2' },
        { kind: 'signoff-asked', campaign: 'SO-1', signatory: 'a', round: 1 },
        { kind: 'signoff-settled', campaign: 'SO-1', signatory: 'a', of: 'asked' },
      ];
      expect(subjects.map(({ kind }) => kind).sort()).toEqual(kindsToMany.toSorted());
      for (const subject of subjects) {
        const stores = await open();
        const report = to(2, { key: 'report', subject: { kind: 'incident-report', reference: 'SR-1' } });
        await owe(stores, to(1, { key: 'to many', subject }));
        await owe(stores, report);
        const [first] = await stores.deliveries.claim(at(9), holding('one', 1));
        expect([subject.kind, first?.key]).toEqual([subject.kind, 'report']);
      }
    });

    test('a message to many of a school at rest waits, and holds up nothing else of anybody', async () => {
      const stores = await open();
      const about = { broadcast: 'BC-1', addressee: 'a' };
      const subject = { kind: 'broadcast', ...about, round: 1 } as const;
      const post = { kind: 'broadcast-channel', broadcast: 'BC-1', edition: 1 } as const;
      const channel = { tenantId: owner.tenantId, channelId: '19:staff' };
      const owed = [
        to(1, { key: 'message', subject }),
        to(2, { key: 'post', subject: post, to: channel }),
        to(3, { key: 'edit', subject: { ...post, edition: 2, of: 'post' }, to: channel }),
        to(4, { key: 'settled', subject: { kind: 'broadcast-settled', ...about, of: 'message', edition: '2' } }),
        to(5, { key: 'elsewhere', subject, schoolId: otherSchool }),
        to(1, { key: 'report' }),
      ];
      await owe(stores, ...owed);
      const { schoolId } = to(1);
      const atRest = [schoolId, 'a school that is not here'];
      expect((await stores.deliveries.summary()).oldestOwed).toBe(at(1));
      expect((await stores.deliveries.summary({ atRest })).oldestOwed).toBe(at(1)); // that of the report
      const claimed = await stores.deliveries.claim(at(9), { ...holding(), atRest });
      expect(keysOf(claimed)).toEqual(['edit', 'report', 'settled', 'elsewhere']);
      for (const { key } of claimed) await stores.deliveries.settle(key, 'one', sent);
      expect(await stores.deliveries.claim(at(10), { ...holding('two'), atRest })).toEqual([]);
      const { counts, oldestOwed } = await stores.deliveries.summary({ atRest });
      expect([counts.pending, oldestOwed]).toEqual([2, undefined]);
      expect(keysOf(await stores.deliveries.claim(at(11), holding('three')))).toEqual(['post', 'message']);
    });

    test('takes the same object id in two tenants for two people', async () => {
      const stores = await open();
      await owe(stores, delivery(1), delivery(2, { to: { ...owner, tenantId: 'other-tenant' } }));
      expect(await stores.deliveries.claim(at(9), holding())).toHaveLength(2);
    });

    test('records an attempt, where the message stands, and ends the lease', async () => {
      const stores = await open();
      await owe(stores, to(1));
      await stores.deliveries.claim(at(10), holding());
      const message = { conversationId: 'a:1', activityId: '1700' };
      expect(await stores.deliveries.settle(to(1).key, 'one', { ...sent, message })).toBe('settled');
      const settled = to(1, { state: 'sent', attempts: [sent.attempt], message });
      expect(await stores.deliveries.find(to(1).key)).toEqual(settled);
    });

    test('keeps every attempt, in order', async () => {
      const stores = await open();
      await owe(stores, to(1));
      for (const seconds of [10, 20, 30]) {
        await stores.deliveries.claim(at(seconds), holding());
        await stores.deliveries.settle(to(1).key, 'one', retry(seconds + 5));
      }
      await stores.deliveries.claim(at(40), holding());
      await stores.deliveries.settle(to(1).key, 'one', sent);
      const found = await stores.deliveries.find(to(1).key);
      expect(found?.attempts.map(({ outcome }) => outcome)).toEqual(['retry', 'retry', 'retry', 'sent']);
      expect(found).toMatchObject({ state: 'sent', notBefore: at(35) });
      expect(found?.lease).toBeUndefined();
    });

    test('a settlement under another claim is lost and changes nothing', async () => {
      const stores = await open();
      await owe(stores, to(1));
      const [claimed] = await stores.deliveries.claim(at(10), holding());
      expect(await stores.deliveries.settle(to(1).key, 'two', sent)).toBe('lost');
      expect(await stores.deliveries.find(to(1).key)).toEqual(claimed);
    });

    test('a settlement of what is not being sent, or not there, is lost', async () => {
      const stores = await open();
      await owe(stores, to(1));
      expect(await stores.deliveries.settle(to(1).key, 'one', sent)).toBe('lost');
      expect(await stores.deliveries.settle('nothing', 'one', sent)).toBe('lost');
      await stores.deliveries.claim(at(10), holding());
      expect(await stores.deliveries.settle(to(1).key, 'one', sent)).toBe('settled');
      expect(await stores.deliveries.settle(to(1).key, 'one', sent)).toBe('lost');
      expect((await stores.deliveries.find(to(1).key))?.attempts).toHaveLength(1);
    });

    test('a claim waits until its holder begins to send, which renews its lease', async () => {
      const stores = await open();
      await owe(stores, to(1), to(2));
      await stores.deliveries.claim(at(10), holding());
      expect(await stores.deliveries.begin(to(1).key, 'one', begun(15).until)).toBe('begun');
      expect(await stores.deliveries.held()).toEqual([
        to(1, { state: 'sending', lease: begun(15) }),
        to(2, { state: 'sending', lease: waiting(10) }),
      ]);
    });

    test.each(['by another claim', 'after it was settled'])('nothing is begun %s', async (when) => {
      const stores = await open();
      await owe(stores, to(1));
      await stores.deliveries.claim(at(10), holding());
      if (when === 'after it was settled') await stores.deliveries.settle(to(1).key, 'one', retry(60));
      const before = await stores.deliveries.find(to(1).key);
      const holder = when === 'after it was settled' ? 'one' : 'two';
      expect(await stores.deliveries.begin(to(1).key, holder, at(50))).toBe('lost');
      expect(await stores.deliveries.find(to(1).key)).toEqual(before);
    });

    test('renews every lease of the claims that are named, and no other', async () => {
      const stores = await open();
      await owe(stores, to(1), to(2), to(3));
      await stores.deliveries.claim(at(10), holding('one', 1));
      await stores.deliveries.claim(at(10), holding('two', 1));
      await stores.deliveries.claim(at(10), holding('three', 1));
      await stores.deliveries.begin(to(2).key, 'two', begun(11, 'two').until);
      await stores.deliveries.renew(['one', 'two', 'nobody'], at(99));
      expect((await stores.deliveries.held()).map(({ lease }) => lease)).toEqual([
        { holder: 'one', until: at(99), waiting: true },
        { holder: 'two', until: at(99) },
        waiting(10, 'three'),
      ]);
    });

    test('what a dead process held is handed to nobody until it is taken over', async () => {
      const stores = await open();
      await owe(stores, to(1), delivery(2, { to: person(1) }));
      await stores.deliveries.claim(at(10), holding());
      await stores.deliveries.begin(to(1).key, 'one', begun(10).until);
      expect(await stores.deliveries.claim(at(600), holding('two'))).toEqual([]);
      const unknown = {
        attempt: { at: at(600), outcome: 'ambiguous', code: 'lease-ended' },
        state: 'unknown',
      } as const;
      expect(await stores.deliveries.takeOver(to(1).key, begun(10), unknown)).toBe('settled');
      expect(await stores.deliveries.find(to(1).key)).toEqual(to(1, { state: 'unknown', attempts: [unknown.attempt] }));
      expect(await stores.deliveries.settle(to(1).key, 'one', sent)).toBe('lost');
      expect(await stores.deliveries.begin(to(1).key, 'one', at(700))).toBe('lost');
      expect(keysOf(await stores.deliveries.claim(at(600), holding('two')))).toEqual([delivery(2).key]);
    });

    test.each([
      ['renewed its lease', ({ deliveries }: Opened) => deliveries.renew(['one'], at(99))],
      ['began to send', ({ deliveries }: Opened) => deliveries.begin(to(1).key, 'one', waiting(10).until)],
      ['settled', ({ deliveries }: Opened) => deliveries.settle(to(1).key, 'one', sent)],
    ])('nothing is taken over from a holder who has %s', async (_, act) => {
      const stores = await open();
      await owe(stores, to(1));
      await stores.deliveries.claim(at(10), holding());
      await act(stores);
      const before = await stores.deliveries.find(to(1).key);
      expect(await stores.deliveries.takeOver(to(1).key, waiting(10), retry(60))).toBe('lost');
      expect(await stores.deliveries.find(to(1).key)).toEqual(before);
    });

    describe('of what did not surely arrive', () => {
      const ended = (n: number, state: 'sent' | 'refused' | 'undeliverable' | 'unknown') => {
        const outcome = state === 'unknown' ? 'ambiguous' : state;
        return to(n, { state, attempts: [{ at: at(50), outcome, code: 'x' }] });
      };
      const states = ['sent', 'unknown', 'refused', 'undeliverable'] as const;
      const note = { by: 'Callum Price', at: at(99) };

      /** Deliveries 1 to 4 that ended so, the last recorded first, and 5 that waits. */
      async function openEnded(): Promise<Opened> {
        const stores = await open();
        await owe(stores, ...[4, 3, 2, 1].map((n) => to(n)));
        await stores.deliveries.claim(at(10), holding());
        await owe(stores, to(5));
        for (const [n, state] of states.entries()) {
          const [attempt] = ended(n + 1, state).attempts;
          if (attempt) await stores.deliveries.settle(to(n + 1).key, 'one', { attempt, state });
        }
        return stores;
      }

      test('lists what nobody acknowledged, oldest first', async () => {
        const { deliveries } = await openEnded();
        const all = [ended(2, 'unknown'), ended(3, 'refused'), ended(4, 'undeliverable')];
        expect(await deliveries.unsure()).toEqual(all);
        expect(await deliveries.unsure(to(3).key.slice(0, -1))).toEqual(all.filter(({ key }) => key === to(3).key));
        expect(await deliveries.unsure('%')).toEqual([]);
        expect(await deliveries.acknowledge([to(3).key], note)).toBe(1);
        expect(await deliveries.unsure()).toEqual([all[0], all[2]]);
        expect(await deliveries.find(to(3).key)).toEqual({ ...ended(3, 'refused'), acknowledged: note });
        expect((await deliveries.summary()).counts).toMatchObject({ refused: 1, unknown: 1, undeliverable: 1 });
      });

      test('notes who dealt with it once; the same note again counts and changes nothing', async () => {
        const { deliveries } = await openEnded();
        const keys = [to(2).key, to(4).key];
        expect(await deliveries.acknowledge(keys, note)).toBe(2);
        expect(await deliveries.acknowledge(keys, note)).toBe(2);
        expect(await deliveries.acknowledge(keys, { by: 'Somebody Else', at: at(100) })).toBe(0);
        expect((await deliveries.find(to(2).key))?.acknowledged).toEqual(note);
      });

      test('notes nothing on what was sent, what still waits and what is not there', async () => {
        const { deliveries } = await openEnded();
        expect(await deliveries.acknowledge([to(1).key, to(5).key, 'nothing'], note)).toBe(0);
        expect(await deliveries.acknowledge([], note)).toBe(0);
        expect(await deliveries.find(to(1).key)).toEqual(ended(1, 'sent'));
        expect(await deliveries.find(to(5).key)).toEqual(to(5));
      });
    });

    test('counts the states and says since when the oldest is owed', async () => {
      const stores = await open();
      await owe(stores, to(1), to(2), to(3), to(4));
      await stores.deliveries.claim(at(10), holding('one', 2));
      expect((await stores.deliveries.summary()).oldestOwed).toBe(at(1));
      await stores.deliveries.settle(to(1).key, 'one', sent);
      const refused = { attempt: { at: at(50), outcome: 'refused', code: '403' }, state: 'refused' } as const;
      await stores.deliveries.settle(to(2).key, 'one', refused);
      const { counts, oldestOwed } = await stores.deliveries.summary();
      expect(counts).toEqual({ pending: 2, sending: 0, sent: 1, refused: 1, undeliverable: 0, unknown: 0 });
      expect(oldestOwed).toBe(at(3));
    });

    test('takes what was planned for later as owed from its first try on, not from when it was planned', async () => {
      const stores = await open();
      await owe(stores, { ...to(1), notBefore: at(3_600) });
      await stores.deliveries.claim(at(3_600), holding('one', 1));
      expect((await stores.deliveries.summary()).oldestOwed).toBe(at(3_600));
      const attempt = { at: at(3_601), outcome: 'retry', code: 'http-429' } as const;
      await stores.deliveries.settle(to(1).key, 'one', { attempt, state: 'pending', notBefore: at(3_700) });
      expect((await stores.deliveries.summary()).oldestOwed).toBe(at(3_601));
    });

    test('takes what is planned for later as owed from then on', async () => {
      const stores = await open();
      await owe(stores, { ...to(1), notBefore: at(3_600) });
      expect((await stores.deliveries.summary()).oldestOwed).toBe(at(3_600));
      await owe(stores, to(2));
      expect((await stores.deliveries.summary()).oldestOwed).toBe(at(2));
    });
  });
}
