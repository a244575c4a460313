import { describe, expect, it } from 'vitest';
import { School } from '../../../src/domain/people/school.ts';
import { readSchoolTotals } from '../../../src/domain/trust/school-totals.ts';
import { createMemoryStores } from '../../support/memory-stores.ts';
import { addressee, broadcast } from '../../storage/sample-broadcasts.ts';
import { act, at, otherSchool, person, question, schoolId } from '../../storage/sample-facts.ts';
import { campaign, listedSignatory, signatory } from '../../storage/sample-signoffs.ts';

const now = new Date('2026-11-29T10:00:00.000Z');
const nothing = { owed: [], entries: [] };
const duty = (id: string, due: string) => ({ id, title: id, owner: 'head', due, everyMonths: 12 });
const library = {
  school: School.parse({
    ...{ id: schoolId, name: 'Marlow Bridge', timeZone: 'Europe/London' },
    people: [{ id: 'head', name: 'Ada Head', roles: ['head'] }],
    duties: [
      duty('one', '2026-11-28'),
      duty('two', '2026-11-29'),
      duty('three', '2027-02-27'),
      duty('four', '2027-03-30'),
    ],
  }),
  policies: [],
};
const totalsOf = (stores: ReturnType<typeof createMemoryStores>) => readSchoolTotals(stores, library, now);
const times = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

describe('the totals of a school', () => {
  it('say as good as nothing where nothing was done', async () => {
    expect(await totalsOf(createMemoryStores())).toEqual({
      name: 'Marlow Bridge',
      asked: { kind: 'few' },
      finished: { kind: 'few' },
      reviewsDue: 2,
      reviewsOverdue: 1,
      broadcasts: 0,
      waiting: { kind: 'few' },
    });
  });

  it('count people, not signatures: each once, and finished only who has signed everything', async () => {
    const stores = createMemoryStores();
    const { signoffs } = stores;
    const record = (change: object) => signoffs.record({ schoolId, at: at(1), then: nothing, ...change });
    const state = (n: number) => (n <= 6 ? 'signed' : 'pending');
    await record({ campaigns: [campaign(1)], signatories: times(12).map((n) => signatory(n, { state: state(n) })) });
    expect(await totalsOf(stores)).toMatchObject({
      asked: { kind: 'between', from: 10, to: 14 },
      finished: { kind: 'from', from: 5 },
    });
    // The same twelve, of whom two of those six owe this one.
    await record({
      campaigns: [campaign(2)],
      signatories: times(12).map((n) =>
        signatory(n + 100, { campaignId: 'CA-2', person: person(n), state: n <= 2 ? 'declined' : 'signed' }),
      ),
    });
    expect(await totalsOf(stores)).toMatchObject({
      asked: { kind: 'between', from: 10, to: 14 },
      finished: { kind: 'few' },
    });
    // Whoever left, is exempt, or stands in a campaign that is not open is not counted.
    await record({
      campaigns: [campaign(3), campaign(4, { state: 'waiting' })],
      signatories: [
        ...times(3).map((n) => listedSignatory(n + 200, { campaignId: 'CA-3', state: n === 1 ? 'left' : 'exempt' })),
        ...times(9).map((n) => listedSignatory(n + 300, { campaignId: 'CA-4' })),
      ],
    });
    expect(await totalsOf(stores)).toMatchObject({ asked: { kind: 'between', from: 10, to: 14 } });
  });

  it('count whoever waits, not their questions, and nobody who was answered or is of another school', async () => {
    const stores = createMemoryStores();
    const { questions } = stores;
    for (const n of times(9)) await questions.submit(act(n), question(n, { asker: person(1) }), nothing);
    expect(await totalsOf(stores)).toMatchObject({ waiting: { kind: 'few' } });
    for (const n of times(4)) await questions.submit(act(`b${n}`), question(n + 20, { asker: person(n + 1) }), nothing);
    expect(await totalsOf(stores)).toMatchObject({ waiting: { kind: 'between', from: 5, to: 9 } });
    const answer = { sealedText: 'sealed', at: at(100), by: person(9) };
    await questions.answer(act('answer'), { schoolId, id: 'SQ-21' }, answer, nothing);
    await questions.submit(act('else'), question(40, { schoolId: otherSchool, asker: person(30) }), nothing);
    expect(await totalsOf(stores)).toMatchObject({ waiting: { kind: 'few' } });
  });

  it('count messages that went out to five people or more in the last 30 days', async () => {
    const stores = createMemoryStores();
    const sent = '2026-11-20T08:00:00.000Z';
    const one = async (n: number, people: number, changed: object = {}) =>
      stores.broadcasts.record({
        ...{ schoolId, at: at(n), then: nothing },
        broadcasts: [broadcast(n, { sendAt: sent, ...changed })],
        addressees: times(people).map((m) => addressee(n * 100 + m, { broadcastId: `BC-${n}`, person: person(m) })),
      });
    await one(1, 5);
    await one(2, 4);
    await one(3, 9, { sendAt: '2026-10-20T08:00:00.000Z' });
    await one(4, 9, { sendAt: '2026-12-20T08:00:00.000Z' });
    await one(5, 9, { state: 'waiting' });
    const by = person(1);
    await one(6, 9, { state: 'ended', ended: { at: '2026-11-19T08:00:00.000Z', why: 'cancelled', by } });
    await one(7, 9, { state: 'ended', ended: { at: '2026-11-21T08:00:00.000Z', why: 'recalled', by } });
    expect(await totalsOf(stores)).toMatchObject({ broadcasts: 2 });
  });
});
