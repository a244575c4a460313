import { describe, expect, test } from 'vitest';
import { askAgain } from '../../../src/domain/signoffs/ask-again.ts';
import { chaseOutstanding } from '../../../src/domain/signoffs/chase.ts';
import { closeCampaign } from '../../../src/domain/signoffs/close-campaign.ts';
import { exemptSignatory } from '../../../src/domain/signoffs/exempt.ts';
import { extendSignatory } from '../../../src/domain/signoffs/extend.ts';
import { commitmentOf } from '../../../src/domain/signoffs/receipt.ts';
import type { Signatory, SignatoryState } from '../../../src/domain/signoffs/signatory.ts';
import { signOnBehalf } from '../../../src/domain/signoffs/sign-on-behalf.ts';
import { openSignoffWorld, people, phones, type SignoffWorld } from '../../support/signoff-world.ts';

/** A campaign that asks `staff` members, each brought into one of the states. */
async function openedWith(states: readonly SignatoryState[], options: Parameters<typeof openSignoffWorld>[0] = {}) {
  const world = await openSignoffWorld({ staff: states.length, ...options });
  const outcome = await world.open();
  if (outcome.kind !== 'opened') throw new Error(JSON.stringify(outcome));
  const { id } = outcome.campaign;
  const all = await world.stores.signoffs.signatories('hill', id);
  const staff = states.map((state, n) => {
    const found = all.find(({ name }) => name === `Staff 00${10 + n}`);
    if (!found) throw new Error('no such member');
    return { ...found, state, revision: 2 };
  });
  await world.stores.signoffs.record({
    ...{ schoolId: 'hill', at: world.now.toISOString(), signatories: staff },
    then: { owed: [], entries: [] },
  });
  await world.deliver();
  return { world, campaignId: id, staff };
}

const paper = { typedName: 'Staff Ten', on: 'paper', witness: 'Wil Witness', place: 'Office, blue folder' } as const;
const later = (world: SignoffWorld) => (world.now = new Date('2026-11-10T10:00:00Z'));

describe('chasing', () => {
  const states = ['pending', 'query', 'declined', 'exempt', 'left', 'unreachable', 'signed'] as const;

  test('reminds those who are pending or cannot be reached, and no other, once a day', async () => {
    const { world, campaignId } = await openedWith(states);
    const chase = (queries = false) => chaseOutstanding(world.desk, { ...world.as(people.head), campaignId, queries });
    expect(await chase()).toMatchObject({ kind: 'chased', chased: [] });
    later(world);
    const first = await chase();
    if (first.kind !== 'chased') throw new Error(first.kind);
    expect(first.chased.map(({ name }) => name)).toEqual([
      ...['Ada Head', 'Bo Deputy', 'Di Delegate', 'Eli Office'],
      ...['Staff 0010', 'Staff 0015'],
    ]);
    expect(first.chased.every(({ state, asked }) => state === 'pending' && asked === 2)).toBe(true);
    expect(await chase(true)).toMatchObject({ chased: [{ name: 'Staff 0011', state: 'query', asked: 2 }] });
    expect(await chase(true)).toMatchObject({ chased: [] });
    const told = await world.deliver();
    expect(told.filter(({ kind }) => kind === 'signoff-asked')).toHaveLength(7);
    expect(told.filter(({ kind }) => kind === 'signoff-settled')).toHaveLength(7);
  });

  test('takes an act once, and is for the head alone', async () => {
    const { world, campaignId } = await openedWith(['pending']);
    later(world);
    const act = world.as(people.head, 'same');
    expect(await chaseOutstanding(world.desk, { ...act, campaignId })).toMatchObject({ kind: 'chased' });
    world.now = new Date('2026-11-11T10:00:00Z');
    expect(await chaseOutstanding(world.desk, { ...act, campaignId })).toMatchObject({ kind: 'chased', chased: [] });
    for (const n of [people.chair, people.office, 10])
      expect(await chaseOutstanding(world.desk, { ...world.as(n), campaignId })).toEqual({ kind: 'not-yours' });
    const other = { ...world.as(people.head), campaignId: 'CA-2222-2' };
    expect(await chaseOutstanding(world.desk, other)).toEqual({ kind: 'not-found' });
    await closeCampaign(world.desk, { ...world.as(people.head), campaignId });
    expect(await chaseOutstanding(world.desk, { ...world.as(people.head), campaignId })).toEqual({ kind: 'closed' });
  });

  test('waits for the morning', async () => {
    const { world, campaignId } = await openedWith(['pending']);
    world.now = new Date('2026-11-10T20:00:00Z');
    const chased = await chaseOutstanding(world.desk, { ...world.as(people.head), campaignId });
    expect(chased).toMatchObject({ kind: 'chased', at: '2026-11-11T07:30:00.000Z' });
    expect(await world.deliver()).toEqual([]);
    world.now = new Date('2026-11-11T07:30:00Z');
    expect(await world.follow()).toBe(0);
    expect((await world.deliver()).length).toBeGreaterThan(0);
  });
});

describe('one person', () => {
  test('gets a day of their own, and a reason that stays with the reminders', async () => {
    const { world, staff } = await openedWith(['pending', 'signed']);
    const [first, signed] = staff as [Signatory, Signatory];
    const extend = (signatoryId: string, dueOn: string, reason = 'on a course') =>
      extendSignatory(world.desk, { ...world.as(people.head), signatoryId, dueOn, reason });
    expect(await extend(first.id, '2026-11-30')).toMatchObject({
      kind: 'changed',
      signatory: { dueOn: '2026-11-30', reason: 'on a course', state: 'pending', asked: 1 },
    });
    expect(await extend(first.id, '2026-11-08')).toEqual({ kind: 'incomplete', what: 'day-past' });
    expect(await extend(first.id, 'soon')).toEqual({ kind: 'incomplete', what: 'no-day' });
    expect(await extend(first.id, '2026-11-30', 'x'.repeat(401))).toEqual({ kind: 'incomplete', what: 'too-long' });
    expect(await extend(signed.id, '2026-11-30')).toMatchObject({ kind: 'state' });
    expect(await extend('nobody', '2026-11-30')).toEqual({ kind: 'not-found' });
    later(world);
    const again = await askAgain(world.desk, { ...world.as(people.head), signatoryId: first.id });
    expect(again).toMatchObject({ kind: 'changed', signatory: { asked: 2, reason: 'on a course' } });
  });

  test('is exempt for a reason, and nobody who signed is', async () => {
    const { world, staff } = await openedWith(['declined', 'signed']);
    const [first, signed] = staff as [Signatory, Signatory];
    const exempt = (signatoryId: string, reason: string) =>
      exemptSignatory(world.desk, { ...world.as(people.head), signatoryId, reason });
    expect(await exempt(first.id, ' ')).toEqual({ kind: 'incomplete', what: 'reason' });
    expect(await exempt(first.id, 'on long leave')).toMatchObject({
      kind: 'changed',
      signatory: { state: 'exempt', reason: 'on long leave' },
    });
    expect(await exempt(signed.id, 'on long leave')).toMatchObject({ kind: 'state', signatory: { state: 'signed' } });
    expect((await world.deliver()).map(({ kind }) => kind)).toEqual(['signoff-settled']);
    const entries = await world.stores.ledger.entries({ schoolId: 'hill', chain: 'signoffs' }, 1, 100);
    expect(entries.at(-1)).toMatchObject({ kind: 'exempted', facts: { signatory: first.id } });
    expect(JSON.stringify(entries)).not.toContain('long leave');
  });

  test.each(['declined', 'query', 'exempt', 'left', 'unreachable'] as const)(
    'who is %s is asked again when the head says so',
    async (state) => {
      const { world, staff } = await openedWith([state]);
      const [first] = staff as [Signatory];
      const again = await askAgain(world.desk, { ...world.as(people.head), signatoryId: first.id });
      expect(again).toMatchObject({ kind: 'changed', signatory: { state: 'pending', asked: 2 } });
      const twice = await askAgain(world.desk, { ...world.as(people.head), signatoryId: first.id });
      expect(twice).toMatchObject({ kind: 'changed', signatory: { asked: 2 } });
      expect((await world.deliver()).map(({ kind }) => kind)).toEqual(['signoff-settled', 'signoff-asked']);
    },
  );

  test('who signed is not asked again', async () => {
    const { world, staff } = await openedWith(['signed']);
    const [first] = staff as [Signatory];
    expect(await askAgain(world.desk, { ...world.as(people.head), signatoryId: first.id })).toMatchObject({
      kind: 'state',
    });
  });
});

describe('signing on behalf', () => {
  test('makes a receipt that says who recorded it, before whom and where the paper is', async () => {
    const listed = [{ id: 'kit', name: 'Kit Kitchen', groups: ['kitchen'] }];
    const { world, campaignId } = await openedWith([], { listed, policy: phones('P.', { audience: 'contractors' }) });
    const [kit] = await world.stores.signoffs.signatories('hill', campaignId);
    if (!kit) throw new Error('Kit is there');
    const request = { signatoryId: kit.id, ...paper, typedName: ' Kit Kitchen ' };
    const act = world.as(people.office, 'same');
    const outcome = await signOnBehalf(world.desk, { ...act, ...request });
    if (outcome.kind !== 'signed') throw new Error(outcome.kind);
    const { receipt } = outcome;
    expect(receipt).toMatchObject({
      ...{ listed: 'kit', name: 'Kit Kitchen', typedName: 'Kit Kitchen', signatoryId: kit.id, campaignId },
      how: { kind: 'on-behalf', on: 'paper', witness: 'Wil Witness', place: 'Office, blue folder' },
    });
    expect(receipt.commitment).toBe(commitmentOf(receipt));
    expect(await world.stores.signoffs.receiptOf('hill', kit.id)).toEqual(receipt);
    const entries = await world.stores.ledger.entries({ schoolId: 'hill', chain: 'signoffs' }, 1, 100);
    expect(entries.at(-1)).toMatchObject({ kind: 'signed', facts: { commitment: receipt.commitment } });
    for (const again of [act, world.as(people.head)])
      expect(await signOnBehalf(world.desk, { ...again, ...request })).toMatchObject({
        kind: 'signed',
        before: true,
        receipt,
      });
    expect(await world.stores.signoffs.receipts('hill', campaignId)).toHaveLength(1);
  });

  test.each([
    [{ witness: '' }, 'witness'],
    [{ witness: 'staff 0010' }, 'witness'],
    [{ witness: ' STAFF  TEN.' }, 'witness'],
    [{ place: ' ' }, 'place'],
    [{ typedName: '' }, 'name'],
    [{ witness: 'x'.repeat(101) }, 'too-long'],
  ])('is not recorded with %j', async (changed, what) => {
    const { world, campaignId, staff } = await openedWith(['pending']);
    const [first] = staff as [Signatory];
    const request = { ...world.as(people.head), signatoryId: first.id, ...paper, ...changed };
    expect(await signOnBehalf(world.desk, request)).toEqual({ kind: 'incomplete', what });
    expect(await world.stores.signoffs.receipts('hill', campaignId)).toEqual([]);
  });

  test('is for whoever may, in an open campaign', async () => {
    const { world, campaignId, staff } = await openedWith(['pending']);
    const [first] = staff as [Signatory];
    const signed = (n: number) => signOnBehalf(world.desk, { ...world.as(n), signatoryId: first.id, ...paper });
    expect(await signed(10)).toEqual({ kind: 'not-yours' });
    expect(await signed(people.chair)).toEqual({ kind: 'not-yours' });
    await closeCampaign(world.desk, { ...world.as(people.head), campaignId });
    expect(await signed(people.head)).toEqual({ kind: 'closed' });
  });
});
