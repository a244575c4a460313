import { describe, expect, it } from 'vitest';
import { createBroadcastsFollower } from '../../../src/jobs/follow-broadcasts.ts';
import { buttonOf } from '../questions/question-bench.ts';
import { openCast, people, schoolId, tell, type Cast } from './broadcast-bench.ts';

const policy = 'tell everybody about Staff Acceptable Use Policy: Please read it again\nbuttons: read, ask, done';
const amara = people.teacher.aadObjectId;
const invoke = (verb: string, data: unknown) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: { action: { type: 'Action.Execute', verb, data } },
});

/** A message that was sent, and the card that the teacher has. */
async function sent(turns: Cast, typed = policy) {
  const { id } = await turns.open('head', typed);
  const told = await turns.deliver();
  const card = told.find(({ to, kind }) => to === amara && kind === 'broadcast')?.card ?? '';
  return { id, card, addressee: await turns.addressee(id, 'Amara Okafor') };
}

const seen = (upTo: string) => ({
  type: 'event',
  name: 'application/vnd.microsoft.readReceipt',
  value: { lastReadMessageId: upTo },
  conversation: { id: `a:${amara}`, conversationType: 'personal', tenantId: 'c0000000-0000-4000-8000-000000000001' },
});

describe('a message’s buttons', () => {
  it('read: opens the policy below, and the card says so; “done” still counts after', async () => {
    const turns = await openCast();
    const { id, card, addressee } = await sent(turns);
    const [own = '', reading = ''] = await turns.runAll(
      'teacher',
      invoke('broadcasts.act', buttonOf(card, 'broadcasts.act', 1)),
      'personal',
    );
    expect(own).toContain('You opened the policy on 20 November 2026 at 10:05');
    expect(buttonOf(own, 'broadcasts.act')).toEqual({ addressee, what: 'done' });
    expect(reading).toContain('Who this policy is for');
    const next = await turns.press('teacher', 'broadcasts.read', buttonOf(reading, 'broadcasts.read'));
    expect(next).toContain('Page 2 of');
    expect(await turns.states(id)).toMatchObject({ 'Amara Okafor': 'acted', 'Ben Hughes': 'sent' });
    const done = await turns.press('teacher', 'broadcasts.act', { addressee, what: 'done' });
    expect(done).toContain('Done: About Staff Acceptable Use Policy');
    expect(done).toContain('that it is done');
    const rows = await turns.rows(id);
    expect(rows.find(({ addressee: one }) => one.id === addressee)?.addressee.acted?.what).toBe('done');
  });

  it('done: once, however often it is pressed', async () => {
    const turns = await openCast();
    const { id, addressee } = await sent(turns, tell);
    for (let times = 0; times < 3; times++) {
      const card = await turns.press('teacher', 'broadcasts.act', { addressee, what: 'done' });
      expect(card).toContain('Done: A message to staff');
      expect(card).not.toContain('Action.');
    }
    const rows = await turns.rows(id);
    expect(rows.find(({ addressee: one }) => one.id === addressee)?.addressee.revision).toBe(2);
    const [copy, ...others] = await turns.deliver();
    expect(others).toEqual([]);
    expect(copy).toMatchObject({
      to: amara,
      edits: rows.find(({ addressee: one }) => one.id === addressee)?.delivery?.message?.activityId,
    });
    expect(copy?.card).toContain('Done: A message to staff');
  });

  it('ask: a question about the clause goes to the policy’s owner; without one, how to ask', async () => {
    const turns = await openCast();
    const { id, addressee } = await sent(turns, `${policy}\nclause: 2.3`);
    const [own = '', form = ''] = await turns.runAll(
      'teacher',
      invoke('broadcasts.act', { addressee, what: 'ask' }),
      'personal',
    );
    expect(own).toContain('You asked on');
    expect(form).toContain('Callum Price');
    expect(form).toContain('three random words');
    const [, receipt = ''] = await turns.runAll(
      'teacher',
      { text: `ask about ${id}: May I write it down?` },
      'personal',
    );
    expect(receipt).toMatch(/SQ-[2-9A-Z]{4}-[2-9A-Z]/);
    expect(receipt).toContain('its words may be kept without your name');
    const other = await sent(turns, policy);
    const [, how = ''] = await turns.runAll('teacher', { text: `ask about ${other.id}` }, 'personal');
    expect(how).toContain('Ask in your own words');
  });

  it('can be used by typing alone', async () => {
    const turns = await openCast();
    const { id } = await sent(turns);
    const [own = '', reading = ''] = await turns.runAll('teacher', { text: `read ${id.toLowerCase()}` }, 'personal');
    expect(own).toContain('You opened the policy');
    expect(reading).toContain('Page 1 of');
    expect(await turns.say('teacher', `read ${id}, page 2`)).toContain('Page 2 of');
    expect(await turns.say('teacher', `done ${id}`)).toContain('that it is done');
    expect(await turns.say('teacher', `message ${id}`)).toContain('Done: About Staff Acceptable Use Policy');
    expect(await turns.states(id)).toMatchObject({ 'Amara Okafor': 'acted' });
  });

  it('are nobody else’s, and none that the message has not', async () => {
    const turns = await openCast();
    const { id, addressee } = await sent(turns, tell);
    for (const card of [
      await turns.press('dsl', 'broadcasts.act', { addressee, what: 'done' }),
      await turns.press('otherHead', 'broadcasts.act', { addressee, what: 'done' }),
      await turns.press('dsl', 'broadcasts.read', { addressee, page: '0' }),
      await turns.press('teacher', 'broadcasts.act', { addressee: 'f'.repeat(32), what: 'done' }),
      await turns.say('otherHead', `done ${id}`),
    ]) {
      expect(card).toContain('There is no such message to you');
      expect(card).not.toContain('locker');
    }
    for (const card of [
      await turns.press('teacher', 'broadcasts.act', { addressee, what: 'read' }),
      await turns.say('teacher', `sign ${id}`),
    ])
      expect(card).toContain('This message has no such button');
    const inGroup = await turns.press('teacher', 'broadcasts.act', { addressee, what: 'done' }, 'groupChat');
    expect(inGroup).toContain('in your own chat');
    expect(await turns.states(id)).toMatchObject({ 'Amara Okafor': 'sent' });
  });
});

describe('a message that was not sent to its reader yet', () => {
  it.each<[string, (turns: Cast) => Promise<unknown>]>([
    ['while it waits for its time', (turns) => turns.open('head', `${policy}\nat: 2026-11-23 09:00`)],
    [
      'while others have it already',
      async (turns) => {
        await turns.open('head', policy);
        await turns.deliver((to) => (to === amara ? { state: 'refused', code: 'http-403' } : 'sent'));
      },
    ],
    [
      'after it was stopped before their turn',
      async (turns) => {
        const { id } = await turns.open('head', `${policy}\nat: 2026-11-23 09:00`);
        await turns.say('head', `cancel ${id}`);
      },
    ],
  ])('is nobody’s to read or to act on %s', async (_, begin) => {
    const turns = await openCast();
    await begin(turns);
    const [{ id = '' } = {}] = await turns.all();
    const addressee = await turns.addressee(id, 'Amara Okafor');
    const before = await turns.states(id);
    for (const card of [
      await turns.press('teacher', 'broadcasts.act', { addressee, what: 'done' }),
      await turns.press('teacher', 'broadcasts.act', { addressee, what: 'read' }),
      await turns.press('teacher', 'broadcasts.read', { addressee, page: '0' }),
      await turns.say('teacher', `message ${id}`),
      await turns.say('teacher', `read ${id}`),
      await turns.say('teacher', `read ${id}, page 2`),
      await turns.say('teacher', `ask about ${id}: What is this?`),
      await turns.say('teacher', `done ${id}`),
    ]) {
      expect(card).toContain('There is no such message to you');
      expect(card).not.toMatch(/Please read it again|Acceptable Use/);
    }
    expect(await turns.states(id)).toEqual(before);
  });

  it('is theirs where it perhaps arrived', async () => {
    const turns = await openCast();
    const { id } = await turns.open();
    await turns.deliver((to) => (to === amara ? { state: 'unknown', code: 'ETIMEDOUT' } : 'sent'));
    expect(await turns.say('teacher', `done ${id}`)).toContain('Done: A message to staff');
    expect(await turns.states(id)).toMatchObject({ 'Amara Okafor': 'acted' });
  });
});

describe('a reminder to sign', () => {
  async function reminded(turns: Cast) {
    const ask = 'open it: ask for signatures on Staff Acceptable Use Policy by 2026-12-18: New rules';
    await turns.say('head', ask);
    await turns.deliver();
    return sent(turns, 'remind those who have not signed Staff Acceptable Use Policy');
  }

  it('goes to those who have not signed, says why, and leads to the signing card', async () => {
    const turns = await openCast();
    const { id, card, addressee } = await reminded(turns);
    expect(card).toContain('Reminder to sign: Staff Acceptable Use Policy, version 4.0');
    expect(card).toContain('your signature on Staff Acceptable Use Policy, version 4.0 is still missing');
    expect(card).toContain('Please read it and sign by 18 December 2026');
    const [own = '', signing = ''] = await turns.runAll(
      'teacher',
      invoke('broadcasts.act', { addressee, what: 'sign' }),
      'personal',
    );
    expect(own).toContain('You went on to sign');
    expect(signing).toContain('Please read and sign: Staff Acceptable Use Policy');
    expect(await turns.states(id)).toMatchObject({ 'Amara Okafor': 'acted' });
    await turns.deliver();
    const follow = createBroadcastsFollower(turns);
    await follow();
    await turns.deliver();
    turns.clock.now = new Date('2026-11-20T10:20:00.000Z');
    const declaration = await turns.say('teacher', 'I have read Staff Acceptable Use Policy');
    const [, toAgree = ''] = /“(I agree CA-[^ ]+ [0-9A-F]{4})/.exec(declaration) ?? [];
    expect(await turns.say('teacher', `${toAgree} Amara Okafor`)).toContain('SG-');
    turns.clock.now = new Date('2026-11-20T10:21:00.000Z');
    await follow();
    const changed = (await turns.deliver()).filter(({ kind }) => kind === 'broadcast-settled');
    expect(changed.map(({ card }) => card.includes('You signed on 20 November 2026 at 10:20'))).toEqual([true]);
    await follow();
    expect(await turns.deliver()).toEqual([]);
  });

  it('changes to done by itself once its reader has signed another way, and its sender learns that it is through, once', async () => {
    const turns = await openCast();
    const { id } = await reminded(turns);
    const [campaign] = await turns.signoffs.campaigns(schoolId);
    const own = (await turns.signoffs.signatories(schoolId, campaign?.id ?? '')).find(
      ({ name }) => name === 'Amara Okafor',
    );
    const paper = `paper signature of Amara Okafor in ${campaign?.id}: witness Janet Alcott, kept in the office safe`;
    expect(await turns.say('head', paper)).toContain('Signed on');
    expect(own).toBeDefined();
    await turns.deliver();
    const follow = createBroadcastsFollower(turns);
    await follow();
    const told = await turns.deliver();
    const changed = told.filter(({ kind }) => kind === 'broadcast-settled');
    expect(changed.map(({ to }) => to)).toEqual([amara]);
    expect(changed[0]?.card).toMatch(/Done: Reminder to sign.*You signed on 20 November 2026/s);
    expect(told.filter(({ kind }) => kind === 'broadcast-told').map(({ to }) => to)).toEqual([people.head.aadObjectId]);
    expect(await turns.states(id)).toMatchObject({ 'Amara Okafor': 'acted' });
    await follow();
    expect(await turns.deliver()).toEqual([]);
  });
});

describe('what Teams says was seen', () => {
  it('is noted for the messages up to that one, and nobody is answered', async () => {
    const turns = await openCast();
    const { id } = await sent(turns, tell);
    const row = (await turns.rows(id)).find(({ addressee }) => addressee.name === 'Amara Okafor');
    const activityId = row?.delivery?.message?.activityId ?? '';
    expect(await turns.runAll('teacher', seen(String(Number(activityId) - 1)), 'personal')).toEqual([]);
    expect(await turns.states(id)).toMatchObject({ 'Amara Okafor': 'sent' });
    expect(await turns.runAll('teacher', seen(activityId), 'personal')).toEqual([]);
    expect(await turns.states(id)).toMatchObject({ 'Amara Okafor': 'read', 'Ben Hughes': 'sent' });
    await turns.press('teacher', 'broadcasts.act', { addressee: row?.addressee.id, what: 'done' });
    expect(await turns.states(id)).toMatchObject({ 'Amara Okafor': 'acted' });
  });

  it.each([
    ['no id', { lastReadMessageId: '' }],
    ['a word', { lastReadMessageId: 'latest' }],
    ['a number', { lastReadMessageId: 7 }],
    ['nothing', undefined],
    ['an endless number', { lastReadMessageId: '9'.repeat(400) }],
  ])('is passed over with %s', async (_, value) => {
    const turns = await openCast();
    const { id } = await sent(turns, tell);
    expect(await turns.runAll('teacher', { ...seen('1'), value }, 'personal')).toEqual([]);
    expect(await turns.states(id)).toMatchObject({ 'Amara Okafor': 'sent' });
  });
});
