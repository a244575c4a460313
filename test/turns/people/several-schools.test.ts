import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf } from '../../support/buttons-of.ts';
import { openTurns, people, presses, says, submits, tenant, type Turns } from '../turn-bench.ts';

const asked = 'Which school is this for?';
const foreign = 'This card belongs to another school';
const atLarch = 'out of sight while pupils are present';
const atOtter = 'a small gift from a family';
const inLarch = 'May I use my own mobile phone when pupils are present?';
const inOtter = 'May I keep a gift from a family?';
const phones = { clause: 'phones#own1', others: [] };
const gifts = { clause: 'gifts#gift1', others: [] };

let turns: Turns;
/** The teacher is in the staff team of Larch Road, and here in that of Otter Lane too. */
beforeEach(async () => {
  turns = await openTurns();
  await turns.persons.saveStaffTeam({
    ...{ schoolId: 'otter-lane', tenantId: tenant, teamId: 'aaaaaaaa-0000-4000-8000-000000000003', teamName: 'Otters' },
    ...{ serviceUrl: 'https://smba.example/uk/', conversationId: '19:otter@thread.tacv2' },
    connectedBy: people.otherHead.aadObjectId,
    ...{ connectedAt: '2026-11-01T09:00:00.000Z', refreshedAt: '2026-11-01T09:00:00.000Z' },
    members: [{ objectId: people.teacher.aadObjectId, name: people.teacher.name }],
  });
});
const say = async (text: string, changes: Record<string, unknown> = {}) =>
  (await turns.run(says(text, 'personal', 'teacher', changes))).sent.join('');
const chosen = async () => (await turns.persons.findAddress(tenant, people.teacher.aadObjectId))?.schoolId;

describe('somebody who works in two schools', () => {
  it('is asked which one before anything is answered, and again until they chose', async () => {
    for (const words of [inLarch, inOtter, 'help', 'report', 'hello']) {
      const card = await say(words);
      expect(card).toContain(asked);
      expect(card).not.toMatch(/out of sight|small gift/);
      expect(buttonsOf(card, 'people.school')).toEqual([
        { school: 'larch-road' },
        { school: 'larch-road' },
        { school: 'otter-lane' },
        { school: 'otter-lane' },
      ]);
    }
    expect(await chosen()).toBeUndefined();
  });

  it('chooses by the button, and is answered from that school from then on', async () => {
    const pressed = await turns.run(presses('people.school', { school: 'otter-lane' }));
    expect(pressed.answered).toContain('You are at Otter Lane School now');
    const answer = await say(inOtter);
    expect(answer).toContain(atOtter);
    expect(answer).toContain('From Otter Lane School. For another of your schools, write: school Larch Road School');
    expect(await say(inLarch)).not.toContain(atLarch);
  });

  it('chooses by the fallback of the button', async () => {
    const { replaced } = await turns.run(submits({ verb: 'people.school', school: 'otter-lane' }));
    expect(replaced.join('')).toContain('You are at Otter Lane School now');
    expect(await chosen()).toBe('otter-lane');
  });

  it.each(['school otter lane', 'School: Otter Lane School', 'other school otter-lane.'])(
    'chooses by writing “%s”',
    async (words) => {
      expect(await say(words)).toContain('You are at Otter Lane School now');
      expect(await say(inOtter)).toContain(atOtter);
      expect(await say('school larch road')).toContain('You are at Larch Road School now');
      expect(await say(inLarch)).toContain(atLarch);
    },
  );

  it('sees which there are by writing “school”, and what is no school of theirs is a question', async () => {
    await say('school larch road');
    expect(await say('my schools')).toContain(asked);
    expect(await say('school trips')).not.toMatch(/You are at|Which school/);
    expect(await chosen()).toBe('larch-road');
  });

  it('is told what to do in danger at once, and that files are not opened', async () => {
    const card = await say('A child is being hurt in the playground right now');
    expect(card).not.toContain(asked);
    expect(card).toContain('999');
    const attachments = [{ contentType: 'image/png', contentUrl: 'https://files.example/1.png' }];
    expect(await say('', { attachments })).toContain('I do not open files');
    expect(await chosen()).toBeUndefined();
  });

  it('presses a card of either school, which is then the one that they mean', async () => {
    await say('school larch road');
    const answer = await say(inLarch);
    const [button] = buttonsOf(answer, 'answering.section');
    expect(button).toMatchObject({ school: 'larch-road' });
    await say('school otter lane');
    expect((await turns.run(presses('answering.section', button))).answered).toContain(atLarch);
    expect(await chosen()).toBe('larch-road');
    expect(await say(inLarch)).toContain(atLarch);
  });

  it('is served by the school whose staff team they speak in, whatever they chose, and that stays chosen', async () => {
    await say('school otter lane');
    const { sent } = await turns.run(says(inLarch, 'staff team'));
    expect(sent.join('')).toContain(atLarch);
    expect(sent.join('')).not.toContain('For another of your schools');
    expect(await chosen()).toBe('otter-lane');
  });

  it('gets nothing of one school in the staff team of the other', async () => {
    const { sent } = await turns.run(
      submits({ verb: 'answering.section', ...gifts, school: 'otter-lane' }, 'staff team'),
    );
    expect(sent.join('')).toContain('Please ask me in our private chat');
    expect(sent.join('')).not.toContain(atOtter);
  });

  it('keeps the school when their chat is another', async () => {
    await say('school otter lane');
    await turns.run({ ...says(inOtter), conversation: { ...says(inOtter).conversation, id: 'a:new' } } as never);
    expect(await turns.persons.findAddress(tenant, people.teacher.aadObjectId)).toMatchObject({
      conversationId: 'a:new',
      schoolId: 'otter-lane',
    });
  });
});

describe('somebody of one school', () => {
  it.each([
    ['another one', 'larch-road'],
    ['none that there is', 'elm-road'],
    ['a number', 7],
    ['nothing', null],
    ['an object', { $ne: null }],
  ])('who presses a card that names %s is refused, as button, fallback and dialog', async (_, school) => {
    const invoked = await turns.run(presses('answering.section', { ...phones, school }, 'personal', 'otherHead'));
    const submitted = await turns.run(
      submits({ verb: 'answering.section', ...phones, school }, 'personal', 'otherHead'),
    );
    const dialog = await turns.run({
      ...presses('', {}, 'personal', 'otherHead'),
      name: 'task/fetch',
      value: { data: { verb: 'answering.section', ...phones, school } },
    });
    for (const card of [invoked.answered, submitted.sent.join(''), JSON.stringify(dialog.activities)]) {
      expect(card).toContain(foreign);
      expect(card).not.toMatch(/out of sight|Larch/);
    }
    expect(submitted.replaced).toEqual([]);
    expect(await turns.persons.findAddress(tenant, people.otherHead.aadObjectId)).toBeUndefined();
  });

  it('asks a question that begins with “school”, and has nothing to choose', async () => {
    const { sent } = await turns.run(says('school larch road', 'personal', 'otherHead'));
    expect(sent.join('')).not.toMatch(/You are at|Which school/);
    expect((await turns.run(presses('people.school', {}, 'personal', 'otherHead'))).answered).toContain(
      'the only school here that you are listed at',
    );
  });

  it('who is no member of staff gets the card for everybody, whatever school the button names', async () => {
    const { answered } = await turns.run(presses('people.school', { school: 'larch-road' }, 'personal', 'pupil'));
    expect(answered).toContain('This is for school staff');
  });
});
