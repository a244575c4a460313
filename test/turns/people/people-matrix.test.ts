import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPeopleBench, type Where, type Who } from './people-bench.ts';

let bench: Awaited<ReturnType<typeof startPeopleBench>>;
beforeAll(async () => {
  bench = await startPeopleBench();
  await bench.say('head', 'staff team', 'connect staff');
});
afterAll(() => bench.close());

const words = {
  connected: 'is the staff team of Oak School',
  'not-allowed': 'This is for the head or the ICT lead',
  'not-in-a-team': 'Please do this in the staff team',
  'not-staff': 'Childline',
  totals: 'Here you see the totals of your schools',
  'other-school': 'This team belongs to another school',
};
type Reply = keyof typeof words | 'refused';

const places: Where[] = ['personal', 'staff team', 'class team', 'group chat'];
const replies: Record<Exclude<Who, 'trustHead'>, [Reply, Reply, Reply, Reply]> = {
  head: ['not-in-a-team', 'connected', 'connected', 'not-in-a-team'],
  ictLead: ['not-in-a-team', 'connected', 'connected', 'not-in-a-team'],
  dsl: ['not-in-a-team', 'not-allowed', 'not-allowed', 'not-in-a-team'],
  deputyDsl: ['not-in-a-team', 'not-allowed', 'not-allowed', 'not-in-a-team'],
  teacher: ['not-in-a-team', 'not-allowed', 'not-allowed', 'not-in-a-team'],
  volunteer: ['not-in-a-team', 'not-allowed', 'not-allowed', 'not-in-a-team'],
  pupil: ['not-staff', 'not-staff', 'not-staff', 'not-staff'],
  guest: ['not-staff', 'not-staff', 'not-staff', 'not-staff'],
  otherTenant: ['refused', 'refused', 'refused', 'refused'],
  central: ['totals', 'not-staff', 'not-staff', 'not-staff'],
  otherHead: ['not-in-a-team', 'other-school', 'other-school', 'not-in-a-team'],
};
const whos = Object.keys(replies) as (keyof typeof replies)[];
const commands = whos.flatMap((who) => places.map((where, n) => [who, where, replies[who][n] ?? 'refused'] as const));

describe('"connect staff"', () => {
  test.each(commands)('%s in the %s: %s', async (who, where, reply) => {
    if (where === 'class team' && reply === 'other-school') await bench.say('head', where, 'connect staff');
    const before = await bench.persons().staffTeams();
    const { status, cards } = await bench.say(who, where, 'Connect staff.');
    if (reply === 'refused') {
      expect([status, cards]).toEqual([403, '[]']);
    } else {
      expect(status).toBe(200);
      expect(cards).toContain(words[reply]);
    }
    if (reply !== 'connected') expect(await bench.persons().staffTeams()).toEqual(before);
    if (where === 'class team') await bench.say('head', where, 'disconnect staff');
  });
});

const served: Record<Exclude<Who, 'trustHead'>, string> = {
  head: 'oak',
  ictLead: 'oak',
  dsl: 'oak',
  deputyDsl: 'oak',
  teacher: 'oak',
  volunteer: 'oak',
  pupil: 'not-staff',
  guest: 'not-staff',
  otherTenant: 'refused',
  otherHead: 'yew',
  central: 'not-staff',
};

/** What somebody of `school` sees who asks for help there; only Oak School has connected the staff team. */
function answerTo(who: Who, school: string, where: Where): string {
  if (who === 'central' && where === 'personal') return words.totals;
  if (school === 'refused') return '[]';
  if (school === 'not-staff') return 'Childline';
  const answered = where === 'personal' || (where === 'staff team' && school === 'oak');
  return answered ? 'Write your question in your own words' : 'Please ask me in our private chat';
}

describe('being served', () => {
  test.each(whos.flatMap((who) => places.map((where) => [who, where, served[who]] as const)))(
    '%s in the %s: %s',
    async (who, where, school) => {
      const recognition = await bench.recognise(who, where);
      const found = recognition?.kind === 'staff' ? recognition.library.school.id : recognition?.kind;
      expect(found ?? 'refused').toBe(school);
      const { cards } = await bench.say(who, where, 'help');
      expect(cards).toContain(answerTo(who, school, where));
    },
  );

  test.each(whos.flatMap((who) => places.map((where) => [who, where] as const)))(
    'the totals of the trust: %s in the %s',
    async (who, where) => {
      const { cards } = await bench.say(who, where, 'trust');
      expect(cards.includes('Totals of Tree Trust')).toBe(who === 'central' && where === 'personal');
    },
  );

  test('nothing of whoever is not staff is kept, and of staff only their personal chat', async () => {
    const kept = await Promise.all(
      whos.map(async (who) => [who, (await bench.addressOf(who))?.conversationId] as const),
    );
    expect(Object.fromEntries(kept)).toEqual({
      head: 'a:head',
      ictLead: 'a:ict',
      dsl: 'a:dsl',
      deputyDsl: 'a:deputy',
      teacher: 'a:teacher',
      volunteer: 'a:volunteer',
      pupil: undefined,
      guest: undefined,
      otherTenant: undefined,
      central: undefined,
      otherHead: 'a:otherhead',
    });
    const stored = JSON.stringify(await bench.persons().staffTeams());
    expect(stored).not.toMatch(/pupil|guest|visitor|central/);
  });
});
