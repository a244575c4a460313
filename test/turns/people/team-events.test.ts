import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ids } from '../../support/activities.ts';
import { people, staffTeam, startPeopleBench } from './people-bench.ts';

let bench: Awaited<ReturnType<typeof startPeopleBench>>;
beforeAll(async () => {
  bench = await startPeopleBench();
});
beforeEach(async () => {
  bench.reset();
  await bench.say('head', 'staff team', 'connect staff');
  bench.setClock('2026-11-20T11:00:00.000Z');
});
afterAll(() => bench.close());

const update = (changes: object) => ({ type: 'conversationUpdate', ...changes });
const account = ({ id, aadObjectId }: { id: string; aadObjectId: string }) => ({ id, aadObjectId });
const bot = { id: `28:${ids.bot}` };
const isServed = async (who: 'teacher' | 'pupil') => (await bench.recognise(who, 'personal'))?.kind === 'staff';

describe('what Teams tells about a connected team', () => {
  test('a person who joins is served from then on', async () => {
    bench.setMembers(staffTeam, [people.head, people.teacher, people.pupil]);
    await bench.event('head', 'staff team', update({ membersAdded: [account(people.pupil)] }));
    expect(await isServed('pupil')).toBe(true);
    expect((await bench.persons().staffTeams())[0]?.refreshedAt).toBe('2026-11-20T11:00:00.000Z');
  });

  test('a guest who joins is not', async () => {
    bench.setMembers(staffTeam, [people.head, people.guest]);
    await bench.event('head', 'staff team', update({ membersAdded: [account(people.guest)] }));
    expect((await bench.recognise('guest', 'personal'))?.kind).toBe('not-staff');
  });

  test('a person who leaves is served no longer, even when the roster cannot be read', async () => {
    bench.fail(({ path }) => path.includes('pagedmembers'), { kind: 'status', status: 503 });
    await bench.event('head', 'staff team', update({ membersRemoved: [account(people.teacher)] }));
    expect(await isServed('teacher')).toBe(false);
    expect(bench.logged()).toContain('http-503');
    expect((await bench.persons().staffTeams())[0]?.members).toHaveLength(4);
  });

  test.each([
    ['the bot is removed', { type: 'installationUpdate', action: 'remove' }, {}],
    ['the bot is among those removed', update({ membersRemoved: [bot] }), {}],
    ['the team is deleted', update({}), { eventType: 'teamDeleted' }],
    ['the team is deleted for good', update({}), { eventType: 'teamHardDeleted' }],
  ])('when %s, the team is forgotten and its members are served no longer', async (_, changes, data) => {
    await bench.event('head', 'staff team', changes, data);
    expect(await bench.persons().staffTeams()).toEqual([]);
    expect(await isServed('teacher')).toBe(false);
  });

  test.each([
    ['an upgrade of the app', { type: 'installationUpdate', action: 'remove-upgrade' }, {}],
    ['the installation in another team', { type: 'installationUpdate', action: 'add' }, {}],
    ['a renamed channel', update({}), { eventType: 'channelRenamed' }],
  ])('%s changes nothing', async (_, changes, data) => {
    const before = await bench.persons().staffTeams();
    await bench.event('head', 'staff team', changes, data);
    expect(await bench.persons().staffTeams()).toEqual(before);
  });

  test('the end of a team that is not connected touches no other, and its members are not read', async () => {
    const calls = bench.calls().length;
    await bench.event('head', 'class team', update({ membersAdded: [account(people.pupil)] }));
    await bench.event('head', 'class team', update({}), { eventType: 'teamDeleted' });
    expect(await bench.persons().staffTeams()).toHaveLength(1);
    expect(bench.calls().slice(calls)).toEqual([]);
    expect(await isServed('pupil')).toBe(false);
  });

  test('the bot answers no event with a message', async () => {
    const shown = bench.seen().length;
    await bench.event('head', 'staff team', update({ membersAdded: [account(people.volunteer)] }));
    await bench.event('head', 'staff team', update({ membersRemoved: [bot] }));
    expect(bench.seen()).toHaveLength(shown);
  });

  test('members given without an object id, or not as a list, do no harm', async () => {
    expect((await bench.event('head', 'staff team', update({ membersRemoved: [{ id: '29:x' }] }))).status).toBe(200);
    expect((await bench.event('head', 'staff team', update({ membersRemoved: 'everybody' }))).status).toBe(200);
    expect((await bench.persons().staffTeams())[0]?.members).toHaveLength(5);
  });
});

describe('where staff can be written to', () => {
  const personal = { id: 'a:teacher', conversationType: 'personal', tenantId: ids.tenant };
  const installed = (action: string) => ({ type: 'installationUpdate', action, conversation: personal });

  test('is known from the installation on, follows their chat, and is not taken from the app’s removal', async () => {
    await bench.event('teacher', 'personal', installed('remove'));
    expect(await bench.addressOf('teacher')).toBeUndefined();
    await bench.event('teacher', 'personal', installed('add'));
    expect(await bench.addressOf('teacher')).toEqual({
      objectId: people.teacher.aadObjectId,
      tenantId: ids.tenant,
      serviceUrl: bench.url,
      conversationId: 'a:teacher',
      userId: '29:teacher',
      botId: `28:${ids.bot}`,
    });
    await bench.say('teacher', 'personal', 'hello', { conversation: { ...personal, id: 'a:new' } });
    expect((await bench.addressOf('teacher'))?.conversationId).toBe('a:new');
  });

  test('is not taken from a channel or a group', async () => {
    await bench.say('teacher', 'staff team', 'help');
    await bench.say('teacher', 'group chat', 'help');
    expect(await bench.addressOf('teacher')).toBeUndefined();
  });
});

describe('sign-in names', () => {
  test('one that moves to another person is refused to them and stays with the first', async () => {
    expect((await bench.recognise('dsl', 'personal'))?.kind).toBe('staff');
    const successor = { ...people.pupil, userPrincipalName: 'DSL@oak.example' };
    bench.setMembers('a:pupil', [successor]);
    expect(await bench.recognise('pupil', 'personal')).toEqual({ kind: 'not-staff', reason: 'sign-in-name-taken' });
    expect(bench.logged().split('"code":"sign-in-name-taken"')).toHaveLength(2);
    expect((await bench.recognise('dsl', 'personal'))?.kind).toBe('staff');
  });

  test('one from a guest or of another person’s object id binds nothing', async () => {
    bench.setMembers('a:pupil', [{ ...people.pupil, userPrincipalName: 'dsl@oak.example', userRole: 'guest' }]);
    expect(await bench.recognise('pupil', 'personal')).toEqual({ kind: 'not-staff' });
    bench.setMembers('a:pupil', [{ ...people.dsl, id: people.pupil.id }]);
    expect(await bench.recognise('pupil', 'personal')).toEqual({ kind: 'not-staff' });
    expect((await bench.persons().boundUpns(ids.tenant)).get('dsl@oak.example')).toBeUndefined();
  });

  test('one that cannot be asked for fails the turn instead of turning staff away', async () => {
    bench.fail(({ path }) => path.includes('/members/'), { kind: 'status', status: 500 });
    expect(await bench.recognise('otherHead', 'personal')).toBeUndefined();
    bench.clearFaults();
    expect((await bench.recognise('otherHead', 'personal'))?.kind).toBe('staff');
  });

  test('one is asked for once a person: a bound name and a person known by object id cost no call', async () => {
    await bench.recognise('head', 'personal');
    const asked = () => bench.calls().filter(({ path }) => path.includes('/members/')).length;
    const before = asked();
    await bench.recognise('head', 'personal');
    await bench.recognise('ictLead', 'personal');
    await bench.recognise('teacher', 'personal');
    expect(asked()).toBe(before);
  });
});
