import { describe, expect, it } from 'vitest';
import { takeFile } from '../../../src/domain/files/take-file.ts';
import { createSlipsFollower } from '../../../src/jobs/follow-slips.ts';
import { createFileDrawer, type DrawDesk } from '../../../src/sheets/draw-file.ts';
import { bytesOf } from '../../support/bytes-of.ts';
import { buttonOf } from '../questions/question-bench.ts';
import { openVersions, people, schoolId, type Who } from '../versions/version-bench.ts';

type Turns = Awaited<ReturnType<typeof openVersions>>;
const words = {
  a1: 'The mill display, with all of 4B and Kestrel Dray',
  a2: 'Everybody said yes this morning',
  a3: 'On the tablet until Friday, then in the library',
};
const canary = /Kestrel|Dray|this morning|until Friday|shadows|library|corridor/;
const follow = async (turns: Turns) => createSlipsFollower(turns)();

/** What is owed now, each as Teams takes it: to whom, and the card. */
async function deliver(turns: Turns) {
  const at = turns.clock.now.toISOString();
  const holder = turns.newSubmission();
  const claimed = await turns.deliveries.claim(at, { limit: 50, leaseMs: 60_000, holder });
  const out: { to: (typeof claimed)[number]['to']; card: string }[] = [];
  for (const one of claimed) {
    out.push({ to: one.to, card: JSON.stringify(await turns.cardFor(one, { secondCopy: false })) });
    const attempt = { at, outcome: 'sent', code: 'ok' } as const;
    await turns.deliveries.settle(one.key, holder, { attempt, state: 'sent' });
  }
  return out;
}

async function asked(turns: Turns, who: Who = 'teacher'): Promise<string> {
  const form = await turns.press(who, 'slips.compose', { kind: 'images', clause: 'mobile-devices#qtafxd' });
  const sent = await turns.press(who, 'slips.send', { ...buttonOf(form, 'slips.send'), ...words });
  return /Reference (SP-\w{4}-\w)/.exec(sent)?.[1] ?? sent;
}

describe('a permission, from the button of the answer to its end', () => {
  it('begins at the answer whose clause demands it, with that clause', async () => {
    const turns = await openVersions();
    const answer = await turns.say('teacher', 'Do I have to tell anybody that I take pictures with the school tablet?');
    expect(answer).toContain('tell the class teacher or a senior leader that you are taking pictures');
    expect(buttonOf(answer, 'slips.compose')).toEqual({ kind: 'images', clause: 'mobile-devices#qtafxd' });
  });

  it('is asked, given with a condition, reminded of, ended and answered; both sides have a receipt of each step', async () => {
    const turns = await openVersions();
    const begun = { kind: 'images', clause: 'mobile-devices#qtafxd' };
    const form = await turns.press('teacher', 'slips.compose', begun);
    expect(form).toContain('Helen Marsh (Headteacher)');
    expect(form).toContain('Have you looked at the consent list, and what does it say?');
    const data = { ...buttonOf(form, 'slips.send'), ...words, until: '2026-12-18' };
    const receipt = await turns.press('teacher', 'slips.send', data);
    expect(receipt).toContain('Asked, and kept for you');
    expect(receipt).toMatch(/Reference SP-\w{4}-\w · Ledger/);
    expect(await turns.press('teacher', 'slips.send', data)).toContain('Asked, and kept for you');

    const [owed, ...others] = await deliver(turns);
    expect(others).toEqual([]);
    expect(owed?.to).toMatchObject({ objectId: people.head.aadObjectId });
    expect(owed?.card).toContain('You are asked: Taking or using pictures of pupils');
    expect(owed?.card).toContain('Kestrel Dray');
    expect(owed?.card).toContain('Asked for until 18 December 2026');
    expect(owed?.card).toContain('Staffroom: a colleague tells or asks you something');
    const given = { ...buttonOf(owed?.card ?? '', 'slips.answer'), answer: 'given', until: '2026-12-18' };
    const saved = await turns.press('head', 'slips.answer', { ...given, text: 'Only their shadows' });
    expect(saved).toMatch(/Saved.*Given until 18 December 2026/s);
    expect(saved).toContain('You said yes, until 18 December 2026');
    const told = await deliver(turns);
    expect(told).toMatchObject([{ to: { objectId: people.teacher.aadObjectId } }]);
    expect(told[0]?.card).toContain('An answer about your permission');
    expect(told[0]?.card).toContain('Only their shadows');

    turns.clock.now = new Date('2026-12-11T10:00:00Z');
    await follow(turns);
    expect((await deliver(turns))[0]?.card).toContain('Your permission ends on 18 December 2026');
    turns.clock.now = new Date('2027-01-04T10:00:00Z');
    await follow(turns);
    const ended = (await deliver(turns))[0]?.card ?? '';
    expect(ended).toContain('Your permission is over: one question');
    expect(ended).toContain('Have the pictures been deleted from the tablet');
    const done = await turns.press('teacher', 'slips.end', buttonOf(ended, 'slips.end'));
    expect(done).toMatch(/Saved.*Ended on 18 December 2026\./s);
    await follow(turns);
    expect(await deliver(turns)).toEqual([]);
    expect(turns.logged.join('\n')).not.toMatch(canary);
  });

  it('in a channel or group leads to the private chat, and nothing is kept', async () => {
    const turns = await openVersions();
    const link = { kind: 'images', clause: 'mobile-devices#qtafxd' };
    for (const [verb, data] of [
      ['slips.compose', link],
      ['slips.send', { ...link, submission: turns.newSubmission(), ...words }],
      ['slips.register', { page: '0' }],
    ] as const)
      expect(await turns.press('teacher', verb, data, 'groupChat')).toContain('Please do this in our private chat');
    expect(await turns.slips.all(schoolId)).toEqual([]);
  });

  it('by a clause that belongs into a report leads there', async () => {
    const turns = await openVersions();
    const answer = await turns.say('teacher', 'A colleague misuses the school systems. Whom must I tell?');
    const card = answer.includes('incidents.report')
      ? answer
      : await turns.say('teacher', 'Who is told about misuse of school systems by a colleague?');
    expect(card).toContain('incidents.report');
  });
});

describe('an answer that does not come', () => {
  it('is chased: the head once more, then the deputy, and the sender hears of each step', async () => {
    const turns = await openVersions();
    const id = await asked(turns);
    await deliver(turns);
    const step = async (day: string) => {
      turns.clock.now = new Date(`${day}T10:00:00Z`);
      await follow(turns);
      await follow(turns);
      return deliver(turns);
    };
    const [head, teacher, ...more] = await step('2026-11-25');
    expect(more).toEqual([]);
    expect(head?.to).toMatchObject({ objectId: people.head.aadObjectId });
    expect(head?.card).toContain('Your answer is still to come: Taking or using pictures of pupils');
    expect(teacher?.to).toMatchObject({ objectId: people.teacher.aadObjectId });
    expect(teacher?.card).toContain('No answer yet: they are reminded');
    expect(teacher?.card).toContain('They are reminded: Helen Marsh, Headteacher');
    const before = await turns.say('deputyHead', `yes ${id}`);
    expect(before).toContain('There is nothing of that reference for you');
    const [deputy, told] = await step('2026-11-30');
    expect(deputy?.to).toMatchObject({ objectId: people.deputyHead.aadObjectId });
    expect(deputy?.card).toContain('You are asked: Taking or using pictures of pupils');
    expect(deputy?.card).toContain('Kestrel Dray');
    expect(told?.card).toContain('it went on to Tom Bellamy, Deputy head');
    const [last] = await step('2026-12-03');
    expect(last?.card).toContain('Still no answer');
    expect(last?.card).toContain('Please speak to them yourself.');
    expect(await turns.say('deputyHead', 'permissions')).toContain(id);
    const data = { ...buttonOf(deputy?.card ?? '', 'slips.answer'), answer: 'given', until: '2026-12-18', text: '' };
    expect(await turns.press('deputyHead', 'slips.answer', data)).toContain('You said yes');
    expect(await step('2026-12-08')).toMatchObject([{ to: { objectId: people.teacher.aadObjectId } }]);
    expect(turns.logged.join('\n')).not.toMatch(canary);
  });
});

describe('by typing alone', () => {
  it('a permission goes its whole way', async () => {
    const turns = await openVersions();
    expect(await turns.say('teacher', 'ask permission')).toContain('Taking or using pictures of pupils');
    const sent = await turns.say(
      'teacher',
      'ask permission images, until 18 December: 4B at the mill, all on the list',
    );
    const id = /Reference (SP-\w{4}-\w)/.exec(sent)?.[1] ?? '';
    expect(sent).toContain('until 18 December 2026');
    expect(await turns.say('head', `no ${id}`)).toContain('please say why');
    expect(await turns.say('head', `yes ${id} until 27 November: not on the website`)).toContain('27 November 2026');
    expect(await turns.say('teacher', 'my permissions')).toContain(id);
    expect(await turns.say('teacher', id)).toContain('not on the website');
    expect(await turns.say('teacher', `longer ${id} until 4 December: rain`)).toContain('asked for longer');
    expect(await turns.say('head', id.toLowerCase())).toContain('For longer: ');
    expect(await turns.say('head', `no ${id}: it is enough`)).toContain('Given until 27 November 2026.');
    expect(await turns.say('head', `withdraw ${id}: a family changed its mind`)).toContain('Withdrawn');
    expect(await turns.say('teacher', `not done ${id} prints are left`)).toContain('not yet');
    expect(await turns.say('teacher', `done ${id}`)).toContain('Withdrawn, or taken back.');
    expect(await turns.say('teacher', `done ${id}`)).toContain('Saved');
    expect(await turns.say('head', `yes ${id}`)).toContain('Nothing was changed');
  });

  it('something is told, talked about and noted', async () => {
    const turns = await openVersions();
    expect(await turns.say('teacher', 'tell the head')).toContain('Something of mine that could be misunderstood');
    const sent = await turns.say('teacher', 'tell misread: I hugged a crying child in the corridor');
    expect(sent).toContain('Told, and kept for you');
    const id = /Reference (SP-\w{4}-\w)/.exec(sent)?.[1] ?? '';
    expect(await turns.say('head', `talk ${id}: at four?`)).toContain('To be talked about');
    expect(await turns.say('head', `noted ${id}`)).toContain('Noted.');
    expect(await turns.say('teacher', 'tell the head that a parent wrote me an angry message')).toContain(
      'An unsuitable message from a family',
    );
    expect(turns.logged.join('\n')).not.toMatch(canary);
  });

  it.each([
    ['tell me what the policy says about phones'],
    ['Can I tell parents my number?'],
    ['tell them: come in'],
    ['permissions for photographs on the website'],
    ['yes'],
  ])('“%s” is no command of this', async (text) => {
    const turns = await openVersions();
    expect(await turns.say('teacher', text)).not.toMatch(/slips\.(?:send|register|answer)/);
  });

  it('what sounds like danger is not taken, and what sounds like an incident is told apart', async () => {
    const turns = await openVersions();
    expect(await turns.say('teacher', 'tell other-tell: he has a knife, come quickly')).toContain('999');
    expect(await turns.slips.all(schoolId)).toEqual([]);
    const told = await turns.say('teacher', 'tell misread: A boy told me that his father hits him');
    expect(told).toContain('This is no report');
  });

  it('says what is wrong with a day, a text or a kind, and keeps what was typed on the form', async () => {
    const turns = await openVersions();
    const late = await turns.say('teacher', 'ask permission images, until the moon: For the newsletter');
    expect(late).toContain('That day cannot be used');
    expect(late).toContain('For the newsletter');
    const long = await turns.say('teacher', `tell misread: ${'long words '.repeat(400)}`);
    expect(long).toContain('longer than 2,400 characters');
    expect(await turns.slips.all(schoolId)).toEqual([]);
  });
});

describe('about somebody who could get it', () => {
  it('about the head it goes to the chair, and the head never sees it', async () => {
    const turns = await openVersions();
    const sent = await turns.say('teacher', 'tell misread, about the head: We disagreed loudly');
    const id = /Reference (SP-\w{4}-\w)/.exec(sent)?.[1] ?? '';
    expect(await deliver(turns)).toMatchObject([{ to: { objectId: people.chair.aadObjectId } }]);
    for (const text of [id, `noted ${id}`, `withdraw ${id}: x`])
      expect(await turns.say('head', text)).toContain('There is nothing of that reference for you');
    expect(await turns.say('head', 'permissions')).toContain('0 in all');
    expect(await turns.say('chair', 'permissions')).toContain(id);
    expect(await turns.say('chair', `noted ${id}`)).toContain('Noted.');
  });

  it('a name is asked about first, on a card that carries the words under a seal', async () => {
    const turns = await openVersions();
    const form = await turns.say('teacher', 'tell misread: Helen Marsh and I disagreed');
    expect(form).toContain('It names Helen Marsh, who could get it. Is it about them?');
    expect(form).not.toContain('disagreed');
    expect(await turns.slips.all(schoolId)).toEqual([]);
    const yes = buttonOf(form, 'slips.named', 1);
    expect(await turns.press('dsl', 'slips.named', yes)).toContain('cannot be used any more');
    expect(await turns.press('teacher', 'slips.named', yes)).toContain('Told, and kept for you');
    expect(await turns.press('teacher', 'slips.named', yes)).toContain('Told, and kept for you');
    expect(await turns.slips.all(schoolId)).toHaveLength(1);
    expect(await deliver(turns)).toMatchObject([{ to: { objectId: people.chair.aadObjectId } }]);
  });

  it('the head’s own goes to the chair, and nobody’s own is answered by themselves', async () => {
    const turns = await openVersions();
    const id = await asked(turns, 'head');
    expect(await deliver(turns)).toMatchObject([{ to: { objectId: people.chair.aadObjectId } }]);
    expect(await turns.say('head', `yes ${id}`)).toContain('That is for somebody else to do');
    expect(await turns.say('chair', `yes ${id}`)).toContain('Saved');
  });
});

describe('nobody else', () => {
  const others: readonly Who[] = ['dsl', 'deputyHead', 'chair', 'otherHead'];

  it.each(others)('%s sees, answers or changes anything of it, by any button or word', async (who) => {
    const turns = await openVersions();
    const id = await asked(turns);
    const before = await turns.slips.find(schoolId, id);
    const act = () => ({ slip: id, submission: turns.newSubmission() });
    const presses = [
      ['slips.open', { slip: id }],
      ['slips.answer', { ...act(), answer: 'given', until: '', text: '' }],
      ['slips.renew', { ...act(), until: '', why: '' }],
      ['slips.withdraw', { ...act(), reason: 'x' }],
      ['slips.end', { ...act(), done: 'yes' }],
      ['slips.register', { page: '0' }],
      ['slips.list', { page: '0' }],
      ['slips.file', { as: 'csv' }],
    ] as const;
    const cards = [
      ...(await Promise.all(presses.map(([verb, data]) => turns.press(who, verb, data)))),
      ...(await Promise.all([id, `yes ${id}`, `done ${id}`, 'permissions'].map((text) => turns.say(who, text)))),
    ].join('\n');
    expect(cards).not.toMatch(canary);
    expect(cards).not.toContain('Amara Okafor');
    expect(await turns.slips.find(schoolId, id)).toEqual(before);
  });

  it('the author does not answer it, and the head does not take it back', async () => {
    const turns = await openVersions();
    const id = await asked(turns);
    expect(await turns.say('teacher', `yes ${id}`)).toContain('That is for somebody else to do');
    expect(await turns.say('head', `withdraw ${id}: x`)).toContain('Nothing was changed');
    expect(await turns.say('head', `done ${id}`)).toContain('That is for somebody else to do');
    expect(await turns.slips.find(schoolId, id)).toMatchObject({ events: [] });
  });
});

it('no button carries a word that anybody typed', async () => {
  const turns = await openVersions();
  const id = await asked(turns);
  const form = await turns.press('teacher', 'slips.compose', { kind: 'misread', clause: '' });
  const again = { ...buttonOf(form, 'slips.send'), a1: 'The corridor', a2: '' };
  const cards = [
    await turns.press('teacher', 'slips.send', again),
    ...(await deliver(turns)).map(({ card }) => card),
    await turns.say('head', `no ${id}: the corridor is no place`),
    await turns.say('teacher', id),
    await turns.say('teacher', 'tell misread: Helen Marsh was in the corridor'),
    await turns.say('head', 'permissions from corridor'),
  ];
  expect(cards.join()).toMatch(canary);
  const datas = cards.flatMap((card) => [...card.matchAll(/"data":(\{[^{}]*\})/g)].map(([, data]) => data));
  expect(datas.length).toBeGreaterThan(10);
  expect(datas.join()).not.toMatch(canary);
});

describe('the register', () => {
  it('is narrowed by state, kind, person and day, by form and by words', async () => {
    const turns = await openVersions();
    const first = await asked(turns);
    await turns.say('head', `no ${first}: not now`);
    turns.clock.now = new Date('2026-11-24T10:05:00Z');
    const second = await asked(turns, 'dsl');
    await turns.say('teacher', 'tell misread: A hug in the corridor');
    const all = await turns.say('head', 'permissions');
    expect(all).toContain('3 in all, 2 open, 0 running.');
    const only = async (text: string) => {
      const card = await turns.say('head', text);
      return [first, second].filter((id) => card.includes(`· ${id}`)).join() + (card.includes('Not') ? '' : '');
    };
    expect(await only('permissions refused')).toBe(first);
    expect(await only('permissions open images')).toBe(second);
    expect(await only('permissions from Amara Okafor')).toBe(first);
    expect(await only('permissions from daniel')).toBe(second);
    expect(await only('permissions since 24 November')).toBe(second);
    expect(await only('permissions images to 23 November')).toBe(first);
    expect(await only('permissions from Nobody')).toBe('');
    const form = {
      page: '0',
      show: 'refused',
      kind: 'images',
      who: people.teacher.aadObjectId,
      from: '2026-11-01',
      to: '2026-11-30',
    };
    expect(await turns.press('head', 'slips.register', form)).toContain(`· ${first}`);
    expect(await turns.say('teacher', 'permissions')).toContain('This list is for those who answer');
  });

  it('is fetched as a table and as a PDF, once, by whoever may still see it', async () => {
    const turns = await openVersions({ publicUrl: 'https://staffroom.example' });
    const id = await asked(turns);
    const desk = { ...turns, signer: () => Promise.reject(new Error('not needed')) } as unknown as DrawDesk;
    const fetched = async (text: string, who: Who = 'head') => {
      const card = await turns.say(who, text);
      const token = /files\/([\w-]{22})/.exec(card)?.[1] ?? '';
      const code = /(\d{3}) (\d{3})/.exec(card)?.slice(1).join('') ?? '';
      return takeFile({ files: turns.files, draw: createFileDrawer(desk), now: turns.now }, { token, code });
    };
    const table = await fetched('permissions csv');
    const text = Buffer.from(table?.bytes as Uint8Array).toString('utf8');
    expect(table?.name).toBe('told-and-asked-2026-11-20.csv');
    expect(text).toContain(`${id},Amara Okafor,asked,Taking or using pictures of pupils`);
    expect(text).toContain('Kestrel Dray');
    expect(Buffer.from((await fetched('permissions given csv'))?.bytes as Uint8Array).toString()).not.toContain(id);
    const sheet = await fetched('permissions open pdf');
    expect(sheet?.type).toBe('application/pdf');
    expect(Buffer.from((await bytesOf(sheet)).subarray(0, 5)).toString()).toBe('%PDF-');
    expect(await fetched('permissions csv', 'teacher')).toBeUndefined();
  });
});
