import { describe, expect, it } from 'vitest';
import { buttonOf } from '../questions/question-bench.ts';
import { openCast, people, tell, type Cast } from './broadcast-bench.ts';
import type { Who } from '../versions/version-bench.ts';

const submission = 'ab'.repeat(16);
const reads = 'The head writes to many';
const none = 'There is no such message';

/** Everything that can be done with one broadcast, by button and by typing. */
const onOne = (turns: Cast, who: Who, broadcast: string) => [
  () => turns.press(who, 'broadcasts.show', { broadcast }),
  () => turns.press(who, 'broadcasts.people', { broadcast, state: 'all', page: '0' }),
  () => turns.press(who, 'broadcasts.form', { broadcast, form: 'cancel' }),
  () => turns.press(who, 'broadcasts.correct', { broadcast, submission, message: 'x' }),
  () => turns.press(who, 'broadcasts.cancel', { broadcast, submission }),
  () => turns.press(who, 'broadcasts.recall', { broadcast, submission }),
  () => turns.press(who, 'broadcasts.again', { broadcast, submission }),
  () => turns.press(who, 'broadcasts.file', { broadcast, what: 'csv' }),
  () => turns.press(who, 'broadcasts.confirm', { broadcast, submission, answer: 'yes' }),
  () => turns.press(who, 'broadcasts.sample', { broadcast }),
  () => turns.say(who, `progress of ${broadcast}`),
  () => turns.say(who, `people in ${broadcast}`),
  () => turns.say(who, `cancel ${broadcast}`),
  () => turns.say(who, `recall ${broadcast}`),
  () => turns.say(who, `correct ${broadcast}: x`),
  () => turns.say(who, `send ${broadcast} again`),
  () => turns.say(who, `export ${broadcast} as csv`),
  () => turns.say(who, `confirm ${broadcast}`),
];
const toBegin = (turns: Cast, who: Who, draft: unknown) => [
  () => turns.press(who, 'broadcasts.list', { page: '0' }),
  () => turns.press(who, 'broadcasts.compose', { policy: '' }),
  () => turns.press(who, 'broadcasts.recompose', { draft }),
  () => turns.press(who, 'broadcasts.plan', { message: 'x' }),
  () => turns.press(who, 'broadcasts.audience', { groups: '', campaign: '', page: '0' }),
  () => turns.press(who, 'broadcasts.preview', { draft }),
  () => turns.press(who, 'broadcasts.open', { draft, submission }),
  () => turns.say(who, 'broadcasts'),
  () => turns.say(who, 'broadcast'),
  () => turns.say(who, tell),
  () => turns.say(who, `preview: ${tell}`),
  () => turns.say(who, `send it: ${tell}`),
];
const asks = 4; // the chair may confirm and see what they confirm: the last of each list

describe('who may write to many', () => {
  it.each(['teacher', 'deputyHead'] as const)('not the %s, who sees nothing of it', async (who) => {
    const turns = await openCast();
    const broadcast = await turns.open();
    const { draft } = buttonOf(await turns.say('head', 'tell everybody: another'), 'broadcasts.open');
    for (const attempt of [...toBegin(turns, who, draft), ...onOne(turns, who, broadcast.id)]) {
      const card = await attempt();
      expect(card).toContain(reads);
      expect(card).not.toMatch(/Ben Hughes|locker/);
    }
    expect(await turns.all()).toEqual([broadcast]);
  });

  it('not the chair, who may only confirm', async () => {
    const turns = await openCast();
    const broadcast = await turns.open();
    const { draft } = buttonOf(await turns.say('head', 'tell everybody: another'), 'broadcasts.open');
    for (const attempt of toBegin(turns, 'chair', draft)) expect(await attempt()).toContain(reads);
    const cards = await Promise.all(onOne(turns, 'chair', broadcast.id).map((attempt) => attempt()));
    expect(cards.filter((card) => card.includes(reads))).toHaveLength(cards.length - asks + 1);
    expect(cards.join('')).not.toContain('Ben Hughes');
    expect(await turns.all()).toEqual([broadcast]);
  });

  it('the head of another school writes to their own, and sees nothing of this one', async () => {
    const turns = await openCast();
    const broadcast = await turns.open();
    const { draft } = buttonOf(await turns.say('head', 'tell everybody: another'), 'broadcasts.open');
    expect(await turns.say('otherHead', 'broadcasts')).toContain('Nothing was sent to many yet');
    expect(await turns.press('otherHead', 'broadcasts.open', { draft, submission })).toContain('This form is too old');
    for (const attempt of onOne(turns, 'otherHead', broadcast.id)) {
      const card = await attempt();
      expect(card).toContain(none);
      expect(card).not.toMatch(/Ben Hughes|locker/);
    }
    const plan = await turns.say('otherHead', tell);
    expect(plan).not.toMatch(/Amara Okafor|Ben Hughes/);
    await turns.say('otherHead', `send it: ${tell}`);
    expect(await turns.all()).toEqual([broadcast]);
    const own = await turns.broadcasts.broadcasts('otter-lane');
    expect(own).toHaveLength(1);
    const rows = await turns.broadcasts.addressees('otter-lane', own[0]?.id ?? '');
    expect(rows.every(({ addressee }) => !addressee.person || addressee.person.objectId.startsWith('1'))).toBe(true);
  });

  it('a delegate sends what was given to them, and nothing else', async () => {
    const turns = await openCast();
    const heads = await turns.open();
    expect(await turns.say('dsl', 'tell Teaching: x')).toContain('Before anything is sent');
    for (const typed of [
      tell,
      'tell Leadership: x',
      'tell Teaching and Leadership: x',
      'tell Teaching: x\nchannel: yes',
      'tell Teaching about Staff Acceptable Use Policy: x\nkind: review',
    ]) {
      expect(await turns.say('dsl', typed)).toContain('You may send others, but not this one');
      expect(await turns.say('dsl', `send it: ${typed}`)).toContain('You may send others, but not this one');
    }
    expect(await turns.all()).toEqual([heads]);
    await turns.say('dsl', 'send it: tell Teaching: bring your laptop');
    const [, own] = await turns.all();
    expect(own).toMatchObject({ openedBy: { objectId: people.dsl.aadObjectId }, audience: { groups: ['teaching'] } });
    const list = await turns.say('dsl', 'broadcasts');
    expect(list).toContain(own?.id);
    expect(list).not.toContain(heads.id);
    expect(await turns.say('dsl', `people in ${own?.id}`)).toContain('Priya Nair');
    for (const attempt of onOne(turns, 'dsl', heads.id)) expect(await attempt()).toContain(reads);
    expect(await turns.say('head', `cancel ${own?.id}`)).toContain('Stopped');
  });

  it('a delegate sees the names of an audience only where they may write to it', async () => {
    const turns = await openCast();
    await turns.say('head', 'open it: ask for signatures on Staff Acceptable Use Policy by 2026-12-18: New rules');
    const [campaign] = await turns.signoffs.campaigns('marlow-bridge');
    const names = /Amara Okafor|Ben Hughes|Priya Nair|Janet Alcott/;
    for (const typed of [
      tell,
      'tell Leadership: x',
      'remind those who have not signed Staff Acceptable Use Policy',
      'preview: remind those who have not signed Staff Acceptable Use Policy',
      'send it: remind those who have not signed Staff Acceptable Use Policy',
    ]) {
      const plan = await turns.say('dsl', typed);
      expect(plan).toContain('You may send others, but not this one');
      expect(plan).not.toMatch(names);
    }
    const who = (fields: { groups?: string; campaign?: string | undefined }) =>
      turns.press('dsl', 'broadcasts.audience', { groups: '', campaign: '', page: '0', ...fields });
    for (const fields of [
      {},
      { groups: 'leadership' },
      { groups: 'teaching,leadership' },
      { campaign: campaign?.id },
    ]) {
      const card = await who(fields);
      expect(card).toContain(reads);
      expect(card).not.toMatch(names);
    }
    expect(await who({ groups: 'teaching' })).toContain('Priya Nair');
    expect(await turns.say('dsl', 'tell Teaching: x')).toContain('Priya Nair');
  });

  it('whoever stands in for the head, while they do', async () => {
    const turns = await openCast();
    const absence = { id: 'SA-1', schoolId: 'marlow-bridge', personId: 'helen-marsh', cover: 'tom-bellamy' };
    await turns.absences.addAbsence(
      { activityKey: 'away', submissionId: 'away' },
      { ...absence, from: '2026-11-20', to: '2026-11-27', at: '2026-11-20T08:00:00.000Z' },
      { owed: [], entries: [] },
    );
    expect(await turns.say('deputyHead', `send it: ${tell}`)).toContain('It is going out');
    expect(await turns.all()).toMatchObject([{ openedBy: { objectId: people.deputyHead.aadObjectId } }]);
  });

  it('in their own chat only', async () => {
    const turns = await openCast();
    const { id } = await turns.open();
    for (const card of [
      await turns.press('head', 'broadcasts.list', { page: '0' }, 'groupChat'),
      await turns.press('head', 'broadcasts.show', { broadcast: id }, 'groupChat'),
      await turns.press('head', 'broadcasts.cancel', { broadcast: id, submission }, 'groupChat'),
    ]) {
      expect(card).toContain('in your own chat');
      expect(card).not.toContain('Ben Hughes');
    }
    expect(await turns.all()).toMatchObject([{ state: 'open' }]);
  });
});
