import { describe, expect, test } from 'vitest';
import type { Delivery } from '../../../src/domain/delivery/delivery.ts';
import { closeCampaign } from '../../../src/domain/signoffs/close-campaign.ts';
import { createCampaignFollower } from '../../../src/domain/signoffs/create-campaign-follower.ts';
import { exemptSignatory } from '../../../src/domain/signoffs/exempt.ts';
import { extendSignatory } from '../../../src/domain/signoffs/extend.ts';
import type { Signatory } from '../../../src/domain/signoffs/signatory.ts';
import { signOnBehalf } from '../../../src/domain/signoffs/sign-on-behalf.ts';
import { member, openSignoffWorld, people, phones, tenantId, type SignoffWorld } from '../../support/signoff-world.ts';

const team = (...numbers: number[]) => numbers.map((n) => member(n));

async function opened(world: SignoffWorld, ...args: Parameters<SignoffWorld['open']>) {
  const outcome = await world.open(...args);
  if (outcome.kind !== 'opened') throw new Error(JSON.stringify(outcome));
  return outcome.campaign;
}

const rounds = (subjects: readonly Delivery['subject'][]) =>
  subjects.flatMap((one) => (one.kind === 'signoff-asked' ? [one.round] : []));

async function one(world: SignoffWorld, campaignId: string, name: string): Promise<Signatory> {
  const found = (await world.stores.signoffs.signatories('hill', campaignId)).find((each) => each.name === name);
  if (!found) throw new Error(`${name} is not in it`);
  return found;
}

const lastEntry = async ({ stores }: SignoffWorld) =>
  (await stores.ledger.entries({ schoolId: 'hill', chain: 'signoffs' }, 1, 1000)).at(-1);

const sign = (world: SignoffWorld, signatoryId: string) =>
  signOnBehalf(world.desk, {
    ...world.as(people.head),
    ...{ signatoryId, typedName: 'Sam', on: 'paper', witness: 'Wil Witness', place: 'Office, blue folder' },
  });

describe('joiners and leavers', () => {
  test('are asked and noted by themselves, once', async () => {
    const world = await openSignoffWorld({ staff: 2 });
    const campaign = await opened(world);
    await world.deliver();
    await world.setTeam(team(1, 2, 4, 5, 11, 12));
    expect(await world.follow()).toBe(1);
    expect(await one(world, campaign.id, 'Staff 0010')).toMatchObject({
      state: 'left',
      reason: 'no longer in the staff team',
    });
    expect(await one(world, campaign.id, 'Staff 0012')).toMatchObject({ state: 'pending', asked: 1 });
    expect(await lastEntry(world)).toMatchObject({
      kind: 'audience-changed',
      facts: { campaign: campaign.id, joined: 1, left: 1, back: 0 },
    });
    expect((await world.deliver()).map(({ kind }) => kind).sort()).toEqual(['signoff-asked', 'signoff-settled']);
    expect(await world.follow()).toBe(0);

    world.now = new Date('2026-11-10T10:00:00Z');
    await world.setTeam(team(1, 2, 4, 5, 10, 11, 12));
    await world.follow();
    const back = await one(world, campaign.id, 'Staff 0010');
    expect(back).toMatchObject({ state: 'pending', asked: 2 });
    expect(back.reason).toBeUndefined();
  });

  test('have at least five school days, whenever they join', async () => {
    const world = await openSignoffWorld({ staff: 1 });
    const campaign = await opened(world);
    world.now = new Date('2026-11-19T10:00:00Z');
    await world.setTeam(team(1, 2, 4, 5, 10, 11));
    await world.follow();
    expect(await one(world, campaign.id, 'Staff 0011')).toMatchObject({ dueOn: '2026-11-26' });
  });

  test('leave what they said: who signed, declined or is exempt stays so', async () => {
    const world = await openSignoffWorld({ staff: 3 });
    const campaign = await opened(world);
    const [signs, declines, isExempt] = await Promise.all(
      ['Staff 0010', 'Staff 0011', 'Staff 0012'].map((name) => one(world, campaign.id, name)),
    );
    if (!signs || !declines || !isExempt) throw new Error('three are there');
    await sign(world, signs.id);
    const declined = { ...declines, state: 'declined' as const, revision: 2 };
    await world.stores.signoffs.record({
      ...{ schoolId: 'hill', at: world.now.toISOString(), signatories: [declined] },
      then: { owed: [], entries: [] },
    });
    await exemptSignatory(world.desk, { ...world.as(people.head), signatoryId: isExempt.id, reason: 'long leave' });
    const before = await world.stores.signoffs.signatory('hill', isExempt.id);
    await world.setTeam(team(1, 2, 4, 5));
    await world.follow();
    expect(await world.stores.signoffs.signatory('hill', signs.id)).toMatchObject({ state: 'signed' });
    expect(await world.stores.signoffs.signatory('hill', isExempt.id)).toEqual(before);
    expect(await world.stores.signoffs.signatory('hill', declines.id)).toMatchObject({
      state: 'declined',
      reason: 'no longer in the staff team',
    });
    expect(await world.follow()).toBe(0);
    await world.setTeam(team(1, 2, 4, 5, 10, 11, 12));
    await world.follow();
    const again = await world.stores.signoffs.signatory('hill', declines.id);
    expect(again).toMatchObject({ state: 'declined', asked: 1 });
    expect(again?.reason).toBeUndefined();
  });

  test('nobody leaves because the staff team is gone', async () => {
    const world = await openSignoffWorld();
    await opened(world);
    await world.stores.persons.removeStaffTeam(tenantId, 'team');
    expect(await world.follow()).toBe(0);
  });

  test('follow the list too, by its days', async () => {
    const kit = { id: 'kit', name: 'Kit Kitchen', groups: ['kitchen'], until: '2026-11-11' };
    const world = await openSignoffWorld({
      policy: phones('Phones.', { audience: 'staff, contractors' }),
      listed: [kit],
    });
    const campaign = await opened(world);
    expect(await one(world, campaign.id, 'Kit Kitchen')).toMatchObject({ listed: 'kit', asked: 0, state: 'pending' });
    world.now = new Date('2026-11-12T10:00:00Z');
    await world.follow();
    expect(await one(world, campaign.id, 'Kit Kitchen')).toMatchObject({
      state: 'left',
      reason: 'their last day on the school’s list is over',
    });
  });

  test('several followers at once add and ask nobody twice', async () => {
    const world = await openSignoffWorld({ staff: 1 });
    const campaign = await opened(world);
    await world.deliver();
    await world.setTeam(team(1, 2, 4, 5, 10, 11, 12, 13));
    const followers = Array.from({ length: 4 }, () => createCampaignFollower(world.desk));
    await Promise.all(followers.map((follow) => follow(campaign, world.library)));
    expect(await world.stores.signoffs.signatories('hill', campaign.id)).toHaveLength(8);
    expect(rounds(await world.deliver())).toEqual([1, 1, 1]);
  });
});

describe('who cannot be reached', () => {
  test('is unreachable, and asked again once there is a chat with them', async () => {
    const world = await openSignoffWorld({ staff: 2 });
    const campaign = await opened(world);
    const lost = member(10).objectId;
    await world.deliver((id) => id !== lost);
    await world.follow();
    expect(await one(world, campaign.id, 'Staff 0010')).toMatchObject({
      state: 'unreachable',
      reason: expect.stringContaining('they have to add it in Teams') as string,
    });
    expect(await world.follow()).toBe(0);
    const address = { serviceUrl: 'https://smba.example', conversationId: 'chat', userId: '29:x', botId: '28:bot' };
    await world.stores.persons.rememberAddress({ ...address, tenantId, objectId: lost });
    await world.follow();
    expect(await one(world, campaign.id, 'Staff 0010')).toMatchObject({ state: 'pending', asked: 2 });
    expect(rounds(await world.deliver((id) => id !== lost))).toEqual([]);
    await world.follow();
    expect(await one(world, campaign.id, 'Staff 0010')).toMatchObject({
      state: 'unreachable',
      reason: expect.stringContaining('blocked or removed') as string,
    });
    expect(await world.follow()).toBe(0);
  });
});

describe('reminders', () => {
  /** What goes out on each day at 10:00, by the day. */
  async function remindersOf(world: SignoffWorld, days: number, from = '2026-11-09') {
    const sent: [string, number][] = [];
    for (let day = 0; day < days; day += 1) {
      world.now = new Date(Date.parse(`${from}T10:00:00Z`) + day * 86_400_000);
      await world.follow();
      expect(await world.follow()).toBe(0);
      const asked = rounds(await world.deliver());
      if (asked.length > 0) sent.push([world.now.toISOString().slice(5, 10), asked.length]);
    }
    return sent;
  }

  test('go out every five school days, on the day before the last and on the last, and after it', async () => {
    const world = await openSignoffWorld({ staff: 1 });
    await opened(world, { dueOn: '2026-11-24' });
    expect(await remindersOf(world, 26)).toEqual([
      ['11-09', 5],
      ['11-16', 5],
      ['11-23', 5],
      ['11-24', 5],
      ['12-01', 5],
    ]);
  });

  test('stay away in the quiet hours, at weekends and in the holidays', async () => {
    const world = await openSignoffWorld({ staff: 1 });
    await opened(world, { dueOn: '2026-12-20', chaseEvery: 5 });
    await world.deliver();
    for (const quiet of [
      '2026-11-16T07:29:00Z',
      '2026-11-16T18:00:00Z',
      '2026-11-21T10:00:00Z',
      '2026-12-28T10:00:00Z',
    ]) {
      world.now = new Date(quiet);
      expect(await world.follow()).toBe(0);
    }
    // The day is a Sunday, the last one of the term the Friday before.
    world.now = new Date('2026-12-18T10:00:00Z');
    await world.follow();
    expect(rounds(await world.deliver())).toEqual([2, 2, 2, 2, 2]);
  });

  test('are none by themselves where the head said so', async () => {
    const world = await openSignoffWorld({ staff: 1 });
    await opened(world, { chaseEvery: 0 });
    expect(await remindersOf(world, 15)).toEqual([['11-09', 5]]);
  });

  test('go to nobody who signed, is exempt or has more time, nor after the end', async () => {
    const world = await openSignoffWorld({ staff: 3 });
    const campaign = await opened(world, { groups: ['teaching'], dueOn: '2026-11-12' });
    const [first, second] = await world.stores.signoffs.signatories('hill', campaign.id);
    if (!first || !second) throw new Error('two are there');
    await world.deliver();
    await sign(world, first.id);
    const more = { ...world.as(people.head), signatoryId: second.id, dueOn: '2026-11-20', reason: 'new here' };
    expect(await extendSignatory(world.desk, more)).toMatchObject({ kind: 'changed' });
    expect(await remindersOf(world, 5)).toEqual([]);
    expect(await remindersOf(world, 7, '2026-11-14')).toEqual([
      ['11-16', 1],
      ['11-19', 1],
      ['11-20', 1],
    ]);
    expect(await world.stores.signoffs.signatory('hill', second.id)).toMatchObject({ reason: 'new here' });
    await closeCampaign(world.desk, { ...world.as(people.head), campaignId: campaign.id });
    expect(await remindersOf(world, 12, '2026-11-21')).toEqual([]);
  });

  test('wait for whoever is away, and their day moves', async () => {
    const world = await openSignoffWorld({ staff: 0 });
    const away = [{ from: '2026-11-16', to: '2026-11-23', cover: 'head' }];
    const named = world.library.school.people.map((person) => (person.id === 'deputy' ? { ...person, away } : person));
    const campaign = await opened(world, { dueOn: '2026-11-20' });
    world.setSchool({ people: named });
    expect(await world.follow()).toBe(1);
    expect(await one(world, campaign.id, 'Bo Deputy')).toMatchObject({ dueOn: '2026-11-25', asked: 1 });
    await world.deliver();
    world.now = new Date('2026-11-16T10:00:00Z');
    await world.follow();
    expect(rounds(await world.deliver())).toEqual([2, 2, 2]);
    world.now = new Date('2026-11-24T10:00:00Z');
    await world.follow();
    expect(await one(world, campaign.id, 'Bo Deputy')).toMatchObject({ asked: 2 });
  });
});

describe('new words', () => {
  test('that are binding end the reminders and add nobody; minor ones change nothing', async () => {
    const world = await openSignoffWorld({ staff: 1 });
    const campaign = await opened(world);
    await world.deliver();
    world.now = new Date('2026-11-16T10:00:00Z');
    await world.adopt(phones('Phones stay in a locker.', { version: '1.1' }), 'minor');
    await world.follow();
    expect(rounds(await world.deliver())).toEqual([2, 2, 2, 2, 2]);
    world.now = new Date('2026-11-19T10:00:00Z');
    await world.adopt(phones('Phones stay at home.', { version: '2.0' }), 'binding');
    await world.setTeam(team(1, 2, 4, 5, 11));
    await world.follow();
    expect(rounds(await world.deliver())).toEqual([]);
    const all = await world.stores.signoffs.signatories('hill', campaign.id);
    expect(all.map(({ name, state }) => [name, state])).toContainEqual(['Staff 0010', 'left']);
    expect(all.map(({ name }) => name)).not.toContain('Staff 0011');
  });

  test('that are minor ask nobody again who signed, and nobody is added later', async () => {
    const world = await openSignoffWorld({ staff: 2 });
    const first = await opened(world);
    await sign(world, (await one(world, first.id, 'Staff 0010')).id);
    world.now = new Date('2026-11-10T10:00:00Z');
    await world.adopt(phones('Phones stay in a locker.', { version: '1.1' }), 'minor');
    world.now = new Date('2026-11-11T10:00:00Z');
    const second = await opened(world);
    const names = async (id: string) => (await world.stores.signoffs.signatories('hill', id)).map(({ name }) => name);
    expect(await names(second.id)).not.toContain('Staff 0010');
    expect(await names(second.id)).toContain('Staff 0011');
    expect(await world.follow()).toBe(0);
    const third = await opened(world, { again: true });
    expect(await names(third.id)).toContain('Staff 0010');
    await world.adopt(phones('Phones stay at home.', { version: '2.0' }), 'binding');
    world.now = new Date('2026-11-12T10:00:00Z');
    const fourth = await opened(world);
    expect(await names(fourth.id)).toContain('Staff 0010');
  });
});
