import { describe, expect, it } from 'vitest';
import { createBroadcastsFollower } from '../../../src/jobs/follow-broadcasts.ts';
import { buttonOf } from '../questions/question-bench.ts';
import { openCast, people, team, tell, type Told } from './broadcast-bench.ts';

const [amara, ben, chloe] = team.map(({ objectId }) => objectId);

const sampleOf = (broadcast: string) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: { action: { type: 'Action.Execute', verb: 'broadcasts.sample', data: { broadcast } } },
});

describe('what became of it', () => {
  it('puts everybody into one state, and the numbers add up to the audience', async () => {
    const turns = await openCast();
    const { id } = await turns.open();
    await turns.deliver((to) => {
      if (to === amara) return { state: 'undeliverable', code: 'http-404' };
      if (to === ben) return { state: 'refused', code: 'http-403-MessageWritesBlocked' };
      return to === chloe ? { state: 'unknown', code: 'ETIMEDOUT' } : 'sent';
    });
    expect(await turns.states(id)).toMatchObject({
      'Amara Okafor': 'never-installed',
      'Ben Hughes': 'refused',
      'Chloe Adams': 'unknown',
      'Dilys Rhys': 'sent',
      'Asif Mahmood': 'no-account',
    });
    const card = await turns.say('head', `progress of ${id}`);
    const [, sum = '', all] = /"(\d+ acted on it \+ [^=]*)= (\d+) in all/.exec(card) ?? [];
    const numbers = [...sum.matchAll(/\d+/g)].map(Number);
    expect(numbers).toHaveLength(10);
    expect(numbers.reduce((one, other) => one + other, 0)).toBe(Number(all));
    expect(Number(all)).toBe((await turns.rows(id)).length);
    expect(card).toMatch(/Staffroom is not installed for them \(1\).*Amara Okafor/s);
    expect(card).toContain('Teams admin centre');
    expect(card).toMatch(/They blocked Staffroom \(1\).*Ben Hughes/s);
    expect(card).toMatch(/it is not sent twice \(1\).*Chloe Adams/s);
    const missed = await turns.say('head', `who did not get ${id}`);
    expect(missed).not.toContain('Dilys Rhys');
    expect(await turns.say('head', `people in ${id}`)).toContain('Dilys Rhys');
  });

  it('tells apart who could not be reached for a day from who has no Staffroom', async () => {
    const turns = await openCast();
    const { id } = await turns.open();
    await turns.deliver((to) => {
      if (to === amara) return { state: 'undeliverable', code: 'ECONNREFUSED', outcome: 'retry' };
      return to === ben ? { state: 'undeliverable', code: 'http-404' } : 'sent';
    });
    expect(await turns.states(id)).toMatchObject({ 'Amara Okafor': 'refused', 'Ben Hughes': 'never-installed' });
    const card = await turns.say('head', `progress of ${id}`);
    expect(card).toMatch(/Teams could not be reached for a day \(1\).*Amara Okafor/s);
    expect(card).toMatch(/Staffroom is not installed for them \(1\).*Ben Hughes/s);
    expect(await turns.say('head', `send ${id} again`)).toContain('2 people get it once more now');
  });

  it('sends again to those whom it surely did not reach, and to nobody else', async () => {
    const turns = await openCast();
    const { id } = await turns.open();
    await turns.deliver((to) => {
      if (to === amara) return { state: 'undeliverable', code: 'http-404' };
      return to === chloe ? { state: 'unknown', code: 'ETIMEDOUT' } : 'sent';
    });
    const button = buttonOf(await turns.say('head', `show ${id}`), 'broadcasts.again');
    expect(await turns.press('head', 'broadcasts.again', button)).toContain('1 person gets it once more now');
    await turns.press('head', 'broadcasts.again', button);
    const told = (await turns.deliver()).filter(({ kind }) => kind === 'broadcast');
    expect(told.map(({ to }) => to)).toEqual([amara]);
    expect(await turns.states(id)).toMatchObject({ 'Amara Okafor': 'sent', 'Chloe Adams': 'unknown' });
    expect(await turns.say('head', `send ${id} again`)).toContain('Nobody gets it again');
  });

  it('sends nothing to anybody when the same press comes again later', async () => {
    const turns = await openCast();
    const { id } = await turns.open();
    const refuse = (to: string) => (to === amara ? ({ state: 'refused', code: 'http-403' } as const) : 'sent');
    await turns.deliver(refuse);
    const button = buttonOf(await turns.say('head', `show ${id}`), 'broadcasts.again');
    await turns.press('head', 'broadcasts.again', button);
    await turns.deliver(refuse);
    const again = await turns.press('head', 'broadcasts.again', button);
    expect(again).toContain(`${id} ·`);
    expect(again).not.toMatch(/once more|Nobody gets it again/);
    expect(await turns.deliver()).toEqual([]);
  });

  it('tells whoever is no longer of the school nothing, and says so', async () => {
    const turns = await openCast();
    const { id } = await turns.open('head', `${tell}\nat: 2026-11-23 09:00`);
    await turns.setTeam(team.slice(1));
    turns.clock.now = new Date('2026-11-23T09:00:00.000Z');
    const told = await turns.deliver();
    expect(told.map(({ to }) => to)).not.toContain(amara);
    expect(await turns.states(id)).toMatchObject({ 'Amara Okafor': 'left', 'Ben Hughes': 'sent' });
    expect(await turns.say('head', `progress of ${id}`)).toContain('Not of the school any more');
  });
});

describe('stopping, correcting and taking back', () => {
  it('stops at once: who has not got it does not get it', async () => {
    const turns = await openCast();
    const { id } = await turns.open();
    const first = await turns.deliver(() => 'sent', 2);
    const form = await turns.press('head', 'broadcasts.form', { broadcast: id, form: 'cancel' });
    expect(form).toContain(`Stop ${id}?`);
    expect(form).toContain('2 people have it');
    const button = buttonOf(form, 'broadcasts.cancel');
    expect(await turns.press('head', 'broadcasts.cancel', button)).toContain('Stopped: nobody else gets it');
    expect((await turns.deliver()).filter(({ kind }) => kind === 'broadcast')).toEqual([]);
    const states = Object.values(await turns.states(id));
    expect(states.filter((state) => state === 'sent')).toHaveLength(first.length);
    expect(states.filter((state) => state === 'pending')).toEqual([]);
    expect(states).toContain('cancelled');
    expect(await turns.say('head', `send ${id} again`)).toContain('Nothing of this message is sent any more');
  });

  it('says of whom nobody knows whether they got it, when it is stopped', async () => {
    const turns = await openCast();
    const unsure = '1 person may have got it or not: those copies cannot be changed.';
    const { id } = await turns.open();
    await turns.deliver(() => ({ state: 'unknown', code: 'ETIMEDOUT' }), 1);
    await turns.deliver(() => 'sent', 1);
    for (const form of ['cancel', 'edit', 'recall'])
      expect(await turns.press('head', 'broadcasts.form', { broadcast: id, form })).toMatch(
        new RegExp(`1 person has it.*${unsure}`, 's'),
      );
    const stopped = await turns.say('head', `cancel ${id}`);
    expect(stopped).toContain(
      `Stopped: nobody else gets it. 1 person has it; their copies stay as they are. ${unsure}`,
    );

    await turns.deliver();

    const other = await turns.open('head', 'tell everybody: another');
    await turns.deliver(() => ({ state: 'unknown', code: 'ETIMEDOUT' }), 1);
    const form = await turns.press('head', 'broadcasts.form', { broadcast: other.id, form: 'edit' });
    expect(form).toContain(unsure);
    expect(form).not.toMatch(/Nobody has got it yet|0 people/);
    const end = await turns.say('head', `cancel ${other.id}`);
    expect(end).toContain(`Stopped: nobody else gets it. ${unsure}`);
    expect(end).not.toMatch(/Nobody got it|0 people/);
  });

  it('says that nobody got it where that is so', async () => {
    const turns = await openCast();
    const { id } = await turns.open('head', `${tell}\nat: 2026-11-23 09:00`);
    const form = await turns.press('head', 'broadcasts.form', { broadcast: id, form: 'edit' });
    expect(form).toContain('Nobody has got it yet.');
    expect(await turns.say('head', `cancel ${id}`)).toContain('Stopped. Nobody got it.');
  });

  it('keeps the mark at the end of words that were typed', async () => {
    const turns = await openCast();
    const { id } = await turns.open('head', `${tell}\nat: 2026-11-23 09:00`);
    for (const message of ['Are they in the locker?', 'In the locker!', 'At home.']) {
      expect(await turns.say('head', `correct ${id}: ${message}`)).toContain('Nobody had got it yet');
      expect(await turns.all()).toMatchObject([{ message }]);
    }
    expect(await turns.say('head', `progress of ${id}.`)).toContain('At home.');
  });

  it('gives other words before anything was sent, and nobody hears of the old ones', async () => {
    const turns = await openCast();
    const { id } = await turns.open('head', `${tell}\nat: 2026-11-23 09:00`);
    const form = await turns.press('head', 'broadcasts.form', { broadcast: id, form: 'edit' });
    const button = buttonOf(form, 'broadcasts.correct');
    expect(await turns.press('head', 'broadcasts.correct', { ...button, message: ' ' })).toContain(
      'Please write the new words',
    );
    expect(await turns.press('head', 'broadcasts.correct', { ...button, message: 'Phones stay at home' })).toContain(
      'Nobody had got it yet',
    );
    turns.clock.now = new Date('2026-11-23T09:00:00.000Z');
    const [{ card = '' } = {}] = await turns.deliver();
    expect(card).toContain('Phones stay at home');
    expect(card).not.toMatch(/Corrected|locker/);
  });

  it('changes every copy that was sent, and the post in the channel, and says so on them', async () => {
    const turns = await openCast();
    const { id } = await turns.open('head', `${tell}\nchannel: yes`);
    const before = await turns.deliver((to) => (to === chloe ? { state: 'unknown', code: 'ETIMEDOUT' } : 'sent'));
    const said = await turns.say('head', `correct ${id}: Phones stay at home`);
    expect(said).toMatch(/Corrected: \d+ copies are being changed and will say so. 1 person may have got it or not/);
    const after = await turns.deliver();
    const places = (told: typeof after) => told.map(({ to }) => to).sort();
    expect(places(after)).toEqual(places(before));
    for (const { card, edits } of after) {
      expect(edits).toBeDefined();
      expect(card).toContain('Phones stay at home');
      expect(card).toContain('Corrected on 20 November 2026');
      expect(card).not.toContain('locker');
    }
    expect(await turns.say('head', `correct ${id}: Phones stay at home`)).toContain('Those are its words already');
  });

  it('changes nothing when the same press comes again after newer words', async () => {
    const turns = await openCast();
    const { id } = await turns.open();
    const form = await turns.press('head', 'broadcasts.form', { broadcast: id, form: 'edit' });
    const first = { ...buttonOf(form, 'broadcasts.correct'), message: 'First' };
    await turns.press('head', 'broadcasts.correct', first);
    await turns.say('head', `correct ${id}: Second`);
    const again = await turns.press('head', 'broadcasts.correct', first);
    expect(again).toContain(`${id} ·`);
    expect(again).not.toMatch(/First|Corrected:|Nobody had got it/);
    expect(await turns.all()).toMatchObject([{ message: 'Second' }]);
  });

  it('takes every copy back: it says that it is withdrawn, and its buttons are gone', async () => {
    const turns = await openCast();
    const { id } = await turns.open();
    await turns.deliver();
    const form = await turns.press('head', 'broadcasts.form', { broadcast: id, form: 'recall' });
    expect(await turns.press('head', 'broadcasts.recall', buttonOf(form, 'broadcasts.recall'))).toContain('Taken back');
    const after = await turns.deliver();
    expect(after.length).toBeGreaterThanOrEqual(team.length);
    for (const { card, edits } of after) {
      expect(edits).toBeDefined();
      expect(card).toContain('Withdrawn: A message to staff');
      expect(card).not.toMatch(/locker|Action\./);
    }
    const addressee = await turns.addressee(id, 'Amara Okafor');
    const pressed = await turns.press('teacher', 'broadcasts.act', { addressee, what: 'done' });
    expect(pressed).toContain('This message was taken back');
    expect(await turns.states(id)).toMatchObject({ 'Amara Okafor': 'sent' });
    expect(await turns.say('head', `correct ${id}: x`)).toContain('Nothing of this message is sent any more');
  });

  it('can be taken back after it was stopped, by typing', async () => {
    const turns = await openCast();
    const { id } = await turns.open();
    await turns.deliver(() => 'sent', 1);
    expect(await turns.say('head', `cancel ${id}`)).toContain('Stopped');
    expect(await turns.say('head', `recall ${id}`)).toContain('Taken back: 1 person has it');
    const after = await turns.deliver();
    expect(after.map(({ card }) => card.includes('Withdrawn'))).toEqual([true]);
    expect(Object.values(await turns.states(id))).toContain('cancelled');
  });

  it('says on which day it was taken back, which may be after it was stopped', async () => {
    const turns = await openCast();
    const { id } = await turns.open();
    await turns.deliver(() => 'sent', 1);
    await turns.say('head', `cancel ${id}`);
    turns.clock.now = new Date('2026-11-23T09:00:00.000Z');
    await turns.say('head', `recall ${id}`);
    const [copy] = await turns.deliver();
    expect(copy?.card).toContain('Taken back on 23 November 2026 at 09:00');
    const { ended } = (await turns.broadcasts.broadcast('marlow-bridge', id)) ?? {};
    expect(ended).toMatchObject({ at: '2026-11-20T10:05:00.000Z', recalledAt: '2026-11-23T09:00:00.000Z' });
    expect(Object.values(await turns.states(id))).not.toContain('left');
  });
});

describe('a broadcast that is too large for one person', () => {
  const many = Array.from({ length: 160 }, (_, at) => ({
    objectId: `00000000-0000-4000-8000-${String(9_000 + at).padStart(12, '0')}`,
    name: `Member ${at}`,
  }));

  it('reaches nobody before a second person says yes, and not whoever wrote it', async () => {
    const turns = await openCast({ members: [...team, ...many] });
    const { id, state } = await turns.open();
    expect(state).toBe('waiting');
    const asked = await turns.deliver();
    expect(asked.map(({ to, kind }) => [to, kind])).toEqual([[people.chair.aadObjectId, 'broadcast-confirm']]);
    expect(asked[0]?.card).toMatch(/May \d+ people get this message\?.*Phones stay in the locker/s);
    expect(await turns.say('head', `confirm ${id}`)).toContain('Somebody else has to say yes');
    expect(await turns.say('dsl', `confirm ${id}`)).toContain('The head writes to many');
    expect(await turns.say('teacher', `confirm ${id}`)).toContain('The head writes to many');
    expect(await turns.all()).toMatchObject([{ state: 'waiting' }]);
    const button = buttonOf(asked[0]?.card ?? '', 'broadcasts.confirm');
    expect(await turns.runAll('chair', sampleOf(id), 'personal')).toHaveLength(2);
    const said = await turns.press('chair', 'broadcasts.confirm', button);
    expect(said).toContain('You said yes');
    expect(said).not.toContain('Ben Hughes');
    expect(await turns.press('chair', 'broadcasts.confirm', button)).toBe(said);
    expect(await turns.say('chair', `confirm ${id}`)).toContain('You said yes');
    const [settled = '', ...below] = await turns.runAll('chair', sampleOf(id), 'personal');
    expect(settled).toContain('nothing is left to do');
    expect(below).toEqual([]);
    const told = await turns.deliver();
    expect(told.filter(({ kind }) => kind === 'broadcast').length).toBeGreaterThan(150);
    expect(told.find(({ kind }) => kind === 'broadcast-told')).toMatchObject({ to: people.head.aadObjectId });
    expect(told.find(({ kind }) => kind === 'broadcast-told')?.card).toContain(
      'Margaret Oyelaran, Chair of Governors, said yes',
    );
    expect(await turns.say('chair', `no, send nothing: ${id}`)).toContain('does not wait any more');
  });

  const going = async () => {
    const turns = await openCast({ members: [...team, ...many] });
    const { id } = await turns.open();
    await turns.say('chair', `confirm ${id}`);
    expect((await turns.deliver(() => 'sent', 40)).map(({ kind }) => kind)).not.toContain('broadcast-progress');
    const toHead = ({ to, kind }: Told) => to === people.head.aadObjectId && kind === 'broadcast-progress';
    const after = async (seconds: number, most: number) => {
      turns.clock.now = new Date(turns.clock.now.getTime() + seconds * 1_000);
      return (await turns.deliver(() => 'sent', most)).filter(toHead);
    };
    const [shown, ...others] = await after(5, 30);
    expect(others).toEqual([]);
    expect(shown?.card).toContain('Going out since 20 November 2026 at 10:05');
    expect(shown?.card).not.toMatch(/Action\.|Ben Hughes|Phones/);
    expect(shown?.edits).toBeUndefined();
    const all = await turns.deliveries.all('marlow-bridge');
    const place = all.find(({ subject }) => subject.kind === 'broadcast-progress' && subject.mark === '1')?.message;
    return { turns, id, after, place: place?.activityId };
  };
  const sentOn = (card = '') => Number(/\+ (\d+) sent \+/.exec(card)?.[1]);

  it('shows its sender how far it is, in one message that changes by itself to its end', async () => {
    const { turns, id, after, place } = await going();
    const [next, ...others] = await after(5, 30);
    expect(others).toEqual([]);
    expect(next?.edits).toBe(place);
    expect(next?.card).toContain('Going out since');
    expect(sentOn(next?.card)).toBeGreaterThan(39);
    const rows = await turns.rows(id);
    const numbers = [...(/"(\d+ acted on it [^"]*)"/.exec(next?.card ?? '')?.[1] ?? '').matchAll(/\d+/g)].map(Number);
    expect(numbers.pop()).toBe(rows.length);
    expect(numbers.reduce((one, other) => one + other, 0)).toBe(rows.length);
    expect(await after(5, 10_000)).toEqual([]);
    await createBroadcastsFollower(turns)();
    const [last, ...none] = await after(30, 10_000);
    expect(none).toEqual([]);
    expect(last?.edits).toBe(place);
    expect(last?.card).toContain('Sent on 20 November 2026 at 10:05');
    expect(last?.card).toContain('0 still to be sent');
    await createBroadcastsFollower(turns)();
    expect(await after(3_600, 10_000)).toEqual([]);
  });

  it('shows its sender there that it was stopped, and nothing after', async () => {
    const { turns, id, after, place } = await going();
    await turns.say('head', `cancel ${id}`);
    const [last, ...none] = await after(1, 10_000);
    expect(none).toEqual([]);
    expect(last?.edits).toBe(place);
    expect(last?.card).toContain('Stopped on 20 November 2026 at 10:05');
    expect(await after(3_600, 10_000)).toEqual([]);
    await turns.say('head', `recall ${id}`);
    const [recalled] = await after(1, 10_000);
    expect(recalled?.edits).toBe(place);
    expect(recalled?.card).toContain('Withdrawn');
  });

  it('comes to nothing where the second person says no', async () => {
    const turns = await openCast({ members: [...team, ...many] });
    const { id } = await turns.open();
    for (let times = 0; times < 2; times++)
      expect(await turns.say('chair', `do not confirm ${id}`)).toContain('You said no: nobody got it');
    expect(await turns.say('chair', `confirm ${id}`)).toContain('does not wait any more');
    expect(await turns.all()).toMatchObject([{ state: 'ended', ended: { why: 'not-confirmed' } }]);
    expect((await turns.deliver()).map(({ kind }) => kind)).not.toContain('broadcast');
  });
});

describe('the list and the report', () => {
  it('are given by a link, which is for whoever may look at it', async () => {
    const turns = await openCast({ publicUrl: 'https://staffroom.example' });
    const { id } = await turns.open();
    for (const what of ['csv', 'pdf'])
      expect(await turns.press('head', 'broadcasts.file', { broadcast: id, what })).toContain(
        'https://staffroom.example/files/',
      );
    expect(await turns.say('head', `export ${id} as csv`)).toContain('the list');
    expect(await turns.say('dsl', `export ${id} as csv`)).toContain('The head writes to many');
  });
});
