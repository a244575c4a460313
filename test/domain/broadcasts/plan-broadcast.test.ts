import { describe, expect, it } from 'vitest';
import type { BroadcastDesk } from '../../../src/domain/broadcasts/broadcast-desk.ts';
import {
  longestMessage,
  type BroadcastDraft,
  type BroadcastProblem,
} from '../../../src/domain/broadcasts/broadcast-draft.ts';
import { confirmBroadcast } from '../../../src/domain/broadcasts/confirm-broadcast.ts';
import { endBroadcast } from '../../../src/domain/broadcasts/end-broadcast.ts';
import { openBroadcast } from '../../../src/domain/broadcasts/open-broadcast.ts';
import { planBroadcast } from '../../../src/domain/broadcasts/plan-broadcast.ts';
import { openSignoffWorld, people, type SignoffWorld } from '../../support/signoff-world.ts';

const draft: BroadcastDraft = {
  template: 'notice',
  message: 'Phones stay in the locker.',
  buttons: ['done'],
  audience: { kind: 'everybody' },
  channel: false,
};
const deskOf = ({ desk, stores }: SignoffWorld): BroadcastDesk => ({ ...desk, broadcasts: stores.broadcasts });

async function plan(world: SignoffWorld, changed: Partial<BroadcastDraft> = {}, n: number = people.head) {
  const planned = await planBroadcast(deskOf(world), { ...world.as(n), draft: { ...draft, ...changed } });
  if (planned.kind !== 'plan') throw new Error(planned.kind);
  return planned;
}

async function open(world: SignoffWorld, changed: Partial<BroadcastDraft> = {}, n: number = people.head) {
  const opened = await openBroadcast(deskOf(world), { ...world.as(n), draft: { ...draft, ...changed } });
  if (opened.kind !== 'opened') throw new Error(JSON.stringify(opened));
  return opened.broadcast;
}

describe('what keeps a broadcast from being sent', () => {
  it.each<[string, Partial<BroadcastDraft>, readonly BroadcastProblem[]]>([
    ['nothing', {}, []],
    ['no words', { message: ' \n ' }, ['no-message']],
    ['too many words', { message: 'x'.repeat(longestMessage + 1) }, ['too-long']],
    ['just not too many', { message: ` ${'x'.repeat(longestMessage)} ` }, []],
    ['a policy that is not there', { policyId: 'quantum' }, ['no-policy']],
    ['a button that needs a policy', { buttons: ['read'] }, ['no-policy']],
    ['a template that needs one', { template: 'review' }, ['no-policy']],
    ['a clause that is not there', { policyId: 'phones', clauseId: 'zzzzzz' }, ['no-clause']],
    ['nothing, with a clause', { policyId: 'phones', clauseId: 'aaaaaa', buttons: ['read', 'ask'] }, []],
    ['a reminder of no campaign', { template: 'sign-off' }, ['no-campaign']],
    ['a button to sign without a campaign', { buttons: ['sign'] }, ['no-campaign']],
    ['a campaign that is not there', { audience: { kind: 'unsigned', campaignId: 'CA-1' } }, ['no-campaign', 'nobody']],
    ['an unknown group', { audience: { kind: 'groups', groups: ['wizards'] } }, ['unknown-group', 'nobody']],
    ['a group with nobody in it', { audience: { kind: 'groups', groups: ['kitchen'] } }, ['nobody']],
    ['a time that is none', { sendAt: 'teatime' }, ['bad-time']],
    ['a day without a time', { sendAt: '2026-11-20T' }, ['bad-time']],
    ['a day that does not exist', { sendAt: '2026-11-31T09:00' }, ['bad-time']],
    ['a time that is past', { sendAt: '2026-11-09T09:59' }, ['time-past']],
    ['a time more than a year away', { sendAt: '2027-11-11T09:00' }, ['time-far']],
  ])('%s', async (_, changed, problems) => {
    expect((await plan(await openSignoffWorld(), changed)).problems).toEqual(problems);
  });

  it('a channel that no staff team has', async () => {
    const world = await openSignoffWorld();
    await world.stores.persons.removeStaffTeam(world.as(people.head).actor.tenantId, 'team');
    expect((await plan(world, { channel: true })).problems).toContain('no-channel');
  });

  it('two that go out on that day of the school; one that reached nobody counts for nothing', async () => {
    const world = await openSignoffWorld();
    const first = await open(world, { sendAt: '2026-11-10T09:00' });
    await open(world, { sendAt: '2026-11-10T10:00', message: 'another' });
    expect((await plan(world, { sendAt: '2026-11-10T16:00' })).problems).toEqual(['day-full']);
    expect((await plan(world, { sendAt: '2026-11-11T16:00' })).problems).toEqual([]);
    await endBroadcast(deskOf(world), { ...world.as(people.head), broadcastId: first.id, why: 'cancelled' });
    expect((await plan(world, { sendAt: '2026-11-10T16:00' })).problems).toEqual([]);
  });

  it('a day that fills up while several are opened at once', async () => {
    const world = await openSignoffWorld();
    const opening = ['one', 'two', 'three', 'four'].map((message) =>
      openBroadcast(deskOf(world), { ...world.as(people.head), draft: { ...draft, message } }),
    );
    const kinds = (await Promise.all(opening)).map((outcome) =>
      outcome.kind === 'incomplete' ? outcome.plan.problems.join() : outcome.kind,
    );
    expect(kinds.sort()).toEqual(['day-full', 'day-full', 'opened', 'opened']);
  });

  it('a yes that comes on a day on which two go out already: it waits on, and can be given the day after', async () => {
    const world = await openSignoffWorld();
    world.setSchool({ signoffs: { secondPersonAbove: 3 } });
    const late = await open(world);
    expect(late.state).toBe('waiting');
    world.setSchool({});
    world.now = new Date('2026-11-10T10:00:00Z');
    await open(world, { message: 'one' });
    await open(world, { message: 'two' });
    const yes = () => confirmBroadcast(deskOf(world), { ...world.as(people.chair), broadcastId: late.id, yes: true });
    expect(await yes()).toEqual({ kind: 'day-full' });
    expect((await world.stores.broadcasts.broadcast(late.schoolId, late.id))?.state).toBe('waiting');
    world.now = new Date('2026-11-11T10:00:00Z');
    expect(await yes()).toMatchObject({ kind: 'confirmed' });
  });

  it('nobody else who could say yes, where a second person has to', async () => {
    const world = await openSignoffWorld();
    world.setSchool({ signoffs: { secondPersonAbove: 3 } });
    const planned = await plan(world);
    expect(planned).toMatchObject({ needsSecond: true, problems: [] });
    expect(planned.seconds.map(({ id }) => id)).not.toContain('head');
    expect(planned.seconds.map(({ id }) => id)).toEqual(expect.arrayContaining(['chair', 'delegate']));
    const alone = [{ id: 'head', name: 'Ada Head', objectId: world.as(people.head).actor.objectId, roles: ['head'] }];
    world.setSchool({ signoffs: { secondPersonAbove: 3 }, people: alone, groups: [] });
    expect((await plan(world)).problems).toEqual(['no-second']);
  });

  it('counts for a second person only those whom it reaches', async () => {
    const world = await openSignoffWorld({
      listed: [{ id: 'asif', name: 'Asif', groups: ['teaching'] }],
    });
    const { asked } = await plan(world);
    const reached = asked.filter(({ person }) => person !== undefined).length;
    expect(asked).toHaveLength(reached + 1);
    world.setSchool({ signoffs: { secondPersonAbove: reached } });
    expect(await plan(world)).toMatchObject({ needsSecond: false, problems: [] });
    world.setSchool({ signoffs: { secondPersonAbove: reached - 1 } });
    expect(await plan(world)).toMatchObject({ needsSecond: true, problems: [] });
    const broadcast = await open(world);
    const say = () =>
      confirmBroadcast(deskOf(world), { ...world.as(people.chair), broadcastId: broadcast.id, yes: true });
    expect(await say()).toMatchObject({ kind: 'confirmed', count: reached });
    expect(await say()).toMatchObject({ kind: 'confirmed', count: reached });
  });

  it('what was not given to a delegate', async () => {
    const world = await openSignoffWorld();
    const own = { person: 'office', templates: ['notice'], groups: ['teaching'] };
    world.setSchool({ broadcasts: { delegates: [own] } });
    const may = async (changed: Partial<BroadcastDraft>) => (await plan(world, changed, people.office)).problems;
    const teaching = { kind: 'groups', groups: ['teaching'] } as const;
    expect(await may({ audience: teaching })).toEqual([]);
    expect(await may({})).toEqual(['not-delegated']);
    expect(await may({ audience: teaching, channel: true })).toEqual(['not-delegated']);
    expect(await may({ audience: teaching, template: 'review', policyId: 'phones' })).toEqual(['not-delegated']);
    expect(await may({ audience: { kind: 'groups', groups: ['teaching', 'office'] } })).toEqual(['not-delegated']);
    world.setSchool({ broadcasts: { delegates: [{ person: 'office', templates: ['notice'] }] } });
    expect(await may({})).toEqual([]);
    const asked = await planBroadcast(deskOf(world), { ...world.as(people.governor), draft });
    expect(asked).toEqual({ kind: 'not-yours' });
  });
});

describe('whom it is for, and when', () => {
  it('is whoever has not signed, as things stand when it is opened', async () => {
    const world = await openSignoffWorld();
    const campaign = await world.open();
    if (campaign.kind !== 'opened') throw new Error(campaign.kind);
    const audience = { kind: 'unsigned', campaignId: campaign.campaign.id } as const;
    const signatories = await world.stores.signoffs.signatories('hill', campaign.campaign.id);
    const planned = await plan(world, { template: 'sign-off', buttons: ['sign'], audience });
    expect(planned.problems).toEqual([]);
    expect(planned.asked.map(({ name }) => name).sort()).toEqual(signatories.map(({ name }) => name).sort());
  });

  it('changes its fingerprint with whom it goes to and what it says, and with nothing else', async () => {
    const world = await openSignoffWorld();
    const { fingerprint } = await plan(world);
    expect((await plan(world)).fingerprint).toBe(fingerprint);
    expect((await plan(world, { message: ` ${draft.message} ` })).fingerprint).toBe(fingerprint);
    for (const changed of [
      { message: 'Other words.' },
      { buttons: [] },
      { channel: true },
      { sendAt: '2026-11-10T09:00' },
      { audience: { kind: 'groups', groups: ['teaching'] } },
    ] satisfies Partial<BroadcastDraft>[])
      expect((await plan(world, changed)).fingerprint).not.toBe(fingerprint);
    await world.setTeam([]);
    expect((await plan(world)).fingerprint).not.toBe(fingerprint);
  });

  it.each([
    ['on a school day, at once', '2026-11-09T10:00:00.000Z', undefined, '2026-11-09T10:00:00.000Z'],
    ['in the evening, the next morning', '2026-11-09T18:30:00.000Z', undefined, '2026-11-10T07:30:00.000Z'],
    ['on a Friday night, on Monday', '2026-11-13T20:00:00.000Z', undefined, '2026-11-16T07:30:00.000Z'],
    ['in the holidays, after them', '2026-12-19T10:00:00.000Z', undefined, '2027-01-04T07:30:00.000Z'],
    ['at its time', '2026-11-09T10:00:00.000Z', '2026-11-10T09:15', '2026-11-10T09:15:00.000Z'],
    [
      'at its time in summer, by the clock on the wall',
      '2026-09-09T10:00:00.000Z',
      '2026-09-10T09:15',
      '2026-09-10T08:15:00.000Z',
    ],
    [
      'after the quiet hours, where its time is in them',
      '2026-11-09T10:00:00.000Z',
      '2026-11-10T05:00',
      '2026-11-10T07:30:00.000Z',
    ],
  ])('goes out %s', async (_, now, sendAt, expected) => {
    const world = await openSignoffWorld();
    world.now = new Date(now);
    expect((await plan(world, sendAt === undefined ? {} : { sendAt })).sendAt).toBe(expected);
  });
});
