import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ids } from '../../support/activities.ts';
import { namedFaults } from '../../support/fake-connector-faults.ts';
import {
  classTeam,
  dslTeam,
  people,
  privateChannel,
  startPeopleBench,
  type Where,
  type Who,
} from '../people/people-bench.ts';

let bench: Awaited<ReturnType<typeof startPeopleBench>>;
beforeAll(async () => {
  bench = await startPeopleBench();
});
beforeEach(async () => {
  bench.reset();
  await bench.say('head', 'staff team', 'connect staff');
  await bench.say('deputyDsl', 'personal', 'help');
  await bench.say('otherHead', 'personal', 'help');
});
afterAll(() => bench.close());

const connect = (who: Who = 'dsl', where: Where = 'private channel') => bench.say(who, where, 'connect safeguarding');
const stored = () => bench.stores().places.places('oak');
const bot = { id: `28:${ids.bot}` };

const refusals = {
  'not-allowed': 'This is for a DSL or a deputy',
  'not-in-a-channel': 'Please do this in the safeguarding channel',
  'not-staff': 'Childline',
  refused: '[]',
} as const;
const who: Record<Exclude<Who, 'dsl' | 'deputyDsl'>, keyof typeof refusals> = {
  head: 'not-allowed',
  ictLead: 'not-allowed',
  teacher: 'not-allowed',
  volunteer: 'not-allowed',
  pupil: 'not-staff',
  guest: 'not-staff',
  otherTenant: 'refused',
  otherHead: 'not-allowed',
  trustHead: 'not-allowed',
  central: 'not-staff',
};
const others = Object.keys(who) as (keyof typeof who)[];
const commands = ['connect safeguarding', 'accept safeguarding', 'disconnect safeguarding'];

describe('whoever is no DSL', () => {
  test.each(
    others.flatMap((one) =>
      (['private channel', 'dsl team', 'class team'] as const).flatMap((where) =>
        commands.map((words) => [one, where, words] as const),
      ),
    ),
  )('%s in the %s, “%s”: refused, nothing stored, nothing read', async (one, where, words) => {
    await connect('dsl', where === 'class team' ? 'private channel' : where);
    const before = await stored();
    const calls = bench.calls().length;
    const { status, cards } = await bench.say(one, where, words);
    expect(status).toBe(who[one] === 'refused' ? 403 : 200);
    expect(cards).toContain(refusals[who[one]]);
    expect(await stored()).toEqual(before);
    const rosters = bench
      .calls()
      .slice(calls)
      .filter(({ path }) => path.includes('pagedmembers'));
    expect(rosters).toEqual([]);
  });

  test.each(others)('%s cannot press Accept', async (one) => {
    await connect();
    for (const way of ['press', 'submit'] as const) {
      const { card } = await bench[way](one, 'private channel', 'safeguarding.accept');
      if (who[one] !== 'refused') expect(card).toContain(refusals[who[one]]);
    }
    expect((await stored())[0]?.acceptedAt).toBeUndefined();
  });
});

describe('connecting a channel', () => {
  test.each([
    ['private channel', privateChannel, classTeam, 'private', 'Reports'],
    ['dsl team', dslTeam, dslTeam, 'standard', 'General'],
  ] as const)(
    '%s: is stored, not accepted yet, and gets a harmless test',
    async (where, channelId, teamId, kind, name) => {
      const { cards } = await connect('dsl', where);
      expect(cards).toContain('This is a test');
      expect(cards).toContain('In this channel now: dsl and deputy');
      expect(cards).toContain('"verb":"safeguarding.accept"');
      expect(await stored()).toEqual([
        {
          schoolId: 'oak',
          tenantId: ids.tenant,
          channelId,
          teamId,
          teamName: where === 'dsl team' ? 'Safeguarding' : 'Class 4',
          channelName: name,
          kind,
          serviceUrl: bench.url,
          connectedBy: people.dsl.aadObjectId,
          connectedAt: '2026-11-20T10:00:00.000Z',
          checkedAt: '2026-11-20T10:00:00.000Z',
          check: 'ok',
        },
      ]);
    },
  );

  test('whoever is no DSL there is named, and nothing is stored', async () => {
    bench.setMembers(privateChannel, [people.dsl, people.deputyDsl, people.head, people.pupil]);
    const { cards } = await connect();
    expect(cards).toContain('Neither DSL nor deputy: head and pupil');
    expect(await stored()).toEqual([]);
    expect(bench.logged()).not.toMatch(/pupil/);
  });

  test('a deputy whom nobody vouches for yet is told apart, with what to do', async () => {
    bench.reset();
    const { cards } = await connect();
    expect(cards).toContain('Not known to Staffroom yet: deputy');
    expect(cards).not.toContain('Neither DSL nor deputy');
    expect(await stored()).toEqual([]);
    await bench.say('deputyDsl', 'personal', 'help');
    await connect();
    expect(await stored()).toHaveLength(1);
  });

  test.each([
    ['403-roster', 'Teams does not know Staffroom here'],
    ['403-permissions', 'not in this channel'],
    ['404', 'not in this channel'],
    ['403-admin', 'An administrator of Teams blocked Staffroom'],
    ['403-writes', 'An administrator of Teams blocked Staffroom'],
    ['503', 'Please try again in a few minutes'],
  ] as const)('a roster that meets %s: “%s”, nothing stored', async (fault, words) => {
    bench.fail(({ path }) => path.includes('pagedmembers'), namedFaults[fault]);
    const { cards } = await connect();
    expect(cards).toContain(words);
    expect(await stored()).toEqual([]);
  });

  test('an empty roster is none', async () => {
    bench.setMembers(privateChannel, []);
    expect((await connect()).cards).toContain('no-members');
    expect(await stored()).toEqual([]);
  });

  test.each(['personal', 'group chat'] as const)('in the %s it is said where to do it', async (where) => {
    for (const words of commands) {
      expect((await bench.say('dsl', where, words)).cards).toContain(refusals['not-in-a-channel']);
    }
    expect(await stored()).toEqual([]);
  });

  test('words that go on otherwise are no command', async () => {
    await bench.say('dsl', 'private channel', 'connect safeguarding to the printer?');
    expect(await stored()).toEqual([]);
  });
});

describe('accepting', () => {
  test.each([
    ['a press', async () => (await bench.press('deputyDsl', 'private channel', 'safeguarding.accept')).card],
    ['its fallback', async () => (await bench.submit('deputyDsl', 'private channel', 'safeguarding.accept')).card],
    ['typing', async () => (await bench.say('dsl', 'private channel', 'accept safeguarding')).cards],
  ])('by %s lets reports come, once and for all', async (_, accept) => {
    await connect();
    bench.setClock('2026-11-20T10:05:00.000Z');
    expect(await accept()).toContain('Reports come to this channel');
    expect((await stored())[0]?.acceptedAt).toBe('2026-11-20T10:05:00.000Z');
    bench.setClock('2026-11-20T11:00:00.000Z');
    expect(await accept()).toContain('Reports come to this channel');
    expect((await connect('deputyDsl')).cards).toContain('Reports come to this channel');
    expect((await stored())[0]).toMatchObject({
      connectedAt: '2026-11-20T10:00:00.000Z',
      acceptedAt: '2026-11-20T10:05:00.000Z',
      checkedAt: '2026-11-20T11:00:00.000Z',
    });
  });

  test('reads who is there again: somebody who came since is named, and nothing is accepted', async () => {
    await connect();
    bench.setMembers(privateChannel, [people.dsl, people.teacher]);
    const { card } = await bench.press('dsl', 'private channel', 'safeguarding.accept');
    expect(card).toContain('Neither DSL nor deputy: teacher');
    expect((await stored())[0]?.acceptedAt).toBeUndefined();
  });

  test('of a channel that nobody connected does nothing', async () => {
    expect((await bench.press('dsl', 'private channel', 'safeguarding.accept')).card).toContain('was not connected');
    expect((await bench.press('dsl', 'personal', 'safeguarding.accept')).card).toContain(refusals['not-in-a-channel']);
    expect(await stored()).toEqual([]);
  });
});

describe('disconnecting', () => {
  test('forgets the channel, and says when there is none', async () => {
    expect((await bench.say('dsl', 'private channel', 'disconnect safeguarding')).cards).toContain('was not connected');
    await connect();
    expect((await bench.say('deputyDsl', 'private channel', 'disconnect safeguarding')).cards).toContain(
      'is disconnected',
    );
    expect(await stored()).toEqual([]);
  });
});

describe('what Teams tells about a connected channel', () => {
  const update = (changes: object = {}) => ({ type: 'conversationUpdate', ...changes });
  beforeEach(async () => {
    await connect();
    await bench.press('dsl', 'private channel', 'safeguarding.accept');
  });

  test.each([
    ['the channel is deleted', 'private channel', update(), { eventType: 'channelDeleted' }],
    ['the team is deleted', 'class team', update(), { eventType: 'teamDeleted' }],
    ['the bot is taken out of the team', 'class team', { type: 'installationUpdate', action: 'remove' }, {}],
    ['the bot is taken out of the channel', 'private channel', { type: 'installationUpdate', action: 'remove' }, {}],
    [
      'the bot leaves the channel',
      'private channel',
      update({ membersRemoved: [bot] }),
      { eventType: 'channelMemberRemoved' },
    ],
  ] as const)('when %s, no report goes there any more, until it is connected anew', async (_, where, changes, data) => {
    await bench.event('head', where, changes, data);
    expect((await stored())[0]).toMatchObject({ check: 'gone' });
    expect((await stored())[0]?.acceptedAt).toBeUndefined();
    expect((await bench.press('dsl', 'private channel', 'safeguarding.accept')).card).toContain('was not connected');
    await connect('dsl', 'dsl team');
    expect((await stored()).map(({ channelId }) => channelId)).toEqual([dslTeam]);
  });

  test('a renamed channel and team have their new names', async () => {
    const team = { id: classTeam, name: 'Year 4' };
    const channel = { id: privateChannel, name: 'Concerns' };
    await bench.event('head', 'private channel', update(), { eventType: 'channelRenamed', team, channel });
    await bench.event('head', 'class team', update(), { eventType: 'teamRenamed', team });
    expect((await stored())[0]).toMatchObject({ channelName: 'Concerns', teamName: 'Year 4', check: 'ok' });
  });

  test('whoever comes in is noticed at once, and so is when they leave', async () => {
    const joined = { membersAdded: [{ id: people.teacher.id }] };
    bench.setMembers(privateChannel, [people.dsl, people.deputyDsl, people.teacher]);
    await bench.event('head', 'private channel', update(joined), { eventType: 'channelMemberAdded' });
    expect((await stored())[0]).toMatchObject({ check: 'roster-wider' });
    bench.setMembers(privateChannel, [people.dsl, people.deputyDsl]);
    const left = { membersRemoved: [{ id: people.teacher.id }] };
    await bench.event('head', 'private channel', update(left), { eventType: 'channelMemberRemoved' });
    expect((await stored())[0]).toMatchObject({ check: 'ok', acceptedAt: '2026-11-20T10:00:00.000Z' });
  });

  test('who leaves a channel stays in the staff team', async () => {
    const data = { eventType: 'channelMemberRemoved', channel: { id: '19:other@thread.tacv2' } };
    const { aadObjectId, id } = people.teacher;
    await bench.event('head', 'staff team', update({ membersRemoved: [{ id, aadObjectId }, bot] }), data);
    expect((await bench.recognise('teacher', 'personal'))?.kind).toBe('staff');
  });

  test.each([
    [
      'an event of another channel',
      'private channel',
      update(),
      { eventType: 'channelDeleted', channel: { id: '19:x' } },
    ],
    ['an upgrade of the app', 'class team', { type: 'installationUpdate', action: 'remove-upgrade' }, {}],
    [
      'an outage of Teams',
      'private channel',
      update({ membersAdded: [{ id: '29:x' }] }),
      { eventType: 'channelMemberAdded' },
    ],
  ] as const)('%s changes nothing', async (_, where, changes, data) => {
    const before = await stored();
    bench.fail(({ path }) => path.includes('pagedmembers'), namedFaults['503']);
    await bench.event('head', where, changes, data);
    expect(await stored()).toEqual(before);
  });
});
