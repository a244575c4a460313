import { beforeAll, describe, expect, it, test } from 'vitest';
import { buttonsOf } from '../support/buttons-of.ts';
import { activity, openTurns, places, says, tenant, type Turns, type Where } from './turn-bench.ts';

const listed = (n: number) => ({
  id: `29:${n}`,
  name: `Person ${n}`,
  aadObjectId: `00000000-0000-4000-8000-00000000000${n}`,
});
/** Of the sample school; the teacher is in its staff team, and school.yaml gives them no role. */
const readers = {
  teacher: { id: '29:Tess Teacher', name: 'Tess Teacher', aadObjectId: '1a000000-0000-4000-8000-0000000000aa' },
  head: listed(1),
  dsl: listed(2),
  deputyDsl: listed(3),
  chair: listed(5),
  ictLead: listed(6),
  businessManager: listed(7),
};
type Reader = keyof typeof readers;

/** What only some may write, and what is refused to the teacher. */
const commands = [
  'I am away until Friday',
  'ask for signatures',
  'sign-offs',
  'versions',
  'broadcast',
  'broadcasts',
  'permissions',
  'reviews',
];
const away = 'I am away until Friday';
const shown: Readonly<Record<Reader, readonly string[]>> = {
  teacher: [],
  head: ['open reports', away, 'I am back', ...commands.slice(1), '@Staffroom connect staff'],
  dsl: ['open reports', '@Staffroom connect safeguarding', away, 'I am back', 'reviews'],
  deputyDsl: ['open reports', '@Staffroom connect safeguarding', away, 'I am back'],
  chair: ['open reports', 'permissions', 'reviews'],
  ictLead: ['open reports', 'permissions', 'reviews', '@Staffroom connect staff'],
  businessManager: ['open reports', 'paper signature of', 'in', 'permissions', 'reviews'],
};
const roles = Object.keys(shown) as Reader[];

let turns: Turns;
beforeAll(async () => {
  turns = await openTurns({ policiesDir: 'policies' });
  await say('teacher', 'help'); // the first answer prepares the search
});
const say = async (who: Reader, text: string, where: Where = 'personal') =>
  (await turns.run(says(text, where, 'teacher', { from: readers[who] }))).sent.join('');

/** The sentences of a help card that are for this reader, behind the heading. */
function forYou(card: string): string {
  const at = card.indexOf('For you, because of what you do');
  return at < 0 ? '' : card.slice(at, card.indexOf('"actions"'));
}

describe.each(roles)('help for: %s', (who) => {
  it('names what they can write because of their role, and nothing else', async () => {
    const quoted = [...forYou(await say(who, 'help')).matchAll(/“(.+?)”/g)].map(([, words]) => words);
    expect(quoted).toEqual(shown[who]);
  });

  it('is what they see first, too', async () => {
    const welcome = await turns.run(
      activity({ type: 'installationUpdate', action: 'add', from: readers[who], ...places.personal }),
    );
    expect(forYou(welcome.sent.join(''))).toBe(forYou(await say(who, 'help')));
    expect(welcome.sent).toHaveLength(1);
  });

  test.each(commands)('“%s” is named exactly where it is not refused', async (command) => {
    const isRefused = titleOf(await say(who, command)) === titleOf(await say('teacher', command));
    expect(isRefused).toBe(!shown[who].includes(command));
  });

  test.each(['tell', 'ask permission', 'my permissions'])('says “%s”, and it is not refused', async (command) => {
    expect(await say(who, 'help')).toContain(`“${command}”`);
    expect(titleOf(await say(who, command))).toMatch(/^(?:Tell the head|Ask permission|What you told)/);
  });

  it('has two buttons to begin with, which they may press', async () => {
    const card = await say(who, 'help');
    expect(buttonsOf(card, 'incidents.report')).toHaveLength(2);
    expect(buttonsOf(card, 'incidents.mine')).toHaveLength(2);
  });
});

describe('help in the staff team', () => {
  test.each(roles)('says to the %s what it says to everybody: all of them read along', async (who) => {
    const card = await say(who, 'help', 'staff team');
    expect(card).toContain('Ask what the policies say');
    expect(forYou(card)).toBe('');
    expect(buttonsOf(card, 'incidents.report')).toEqual([]);
  });
});

describe('help at a school that takes nothing to tell or ask', () => {
  it('names neither', async () => {
    const without = await openTurns();
    const card = (await without.run(says('help'))).sent.join('');
    expect(card).toContain('Ask what the policies say');
    expect(card).not.toContain('permission');
  });
});

describe('somebody who has just begun to work in two schools', () => {
  it('is asked which one before they are welcomed', async () => {
    const schools = await openTurns();
    await schools.persons.saveStaffTeam({
      ...{
        schoolId: 'otter-lane',
        tenantId: tenant,
        teamId: 'aaaaaaaa-0000-4000-8000-000000000003',
        teamName: 'Otters',
      },
      ...{ serviceUrl: 'https://smba.example/uk/', conversationId: '19:otter@thread.tacv2', connectedBy: 'x' },
      ...{ connectedAt: '2026-11-01T09:00:00.000Z', refreshedAt: '2026-11-01T09:00:00.000Z' },
      members: [{ objectId: readers.teacher.aadObjectId, name: readers.teacher.name }],
    });
    const first = await schools.run(activity({ type: 'installationUpdate', action: 'add' }));
    expect(first.sent.join('')).toContain('Which school is this for?');
    const help = await schools.run(says('school Otter Lane School'));
    expect(help.sent.join('')).toContain('You are at Otter Lane School now');
    expect((await schools.run(says('help'))).sent.join('')).toContain('For another of your schools');
  });
});

function titleOf(card: string): string | undefined {
  return /"text":"(.+?)"/.exec(card)?.[1];
}
