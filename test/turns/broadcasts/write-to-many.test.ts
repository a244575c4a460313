import { describe, expect, it } from 'vitest';
import { buttonOf } from '../questions/question-bench.ts';
import { openCast, people, schoolId, team, tell, words } from './broadcast-bench.ts';

const policy = 'tell everybody about Staff Acceptable Use Policy: Please read it again';

describe('writing to many', () => {
  it('shows who would get it and when before anything is sent, and sends nothing', async () => {
    const turns = await openCast();
    const form = await turns.press('head', 'broadcasts.compose', { policy: '' });
    expect(form).toContain('Write to many');
    const plan = await turns.press('head', 'broadcasts.plan', { message: words, buttons: 'done' });
    expect(plan).toContain('Before anything is sent: A message to staff');
    expect(plan).toContain('It goes out at once');
    expect(plan).toContain(words);
    for (const { name } of team) expect(plan).toContain(name);
    expect(plan).toContain('No account: please tell them yourself');
    expect(await turns.all()).toEqual([]);
    expect(await turns.owed()).toEqual([]);
  });

  it('carries nothing readable in its buttons', async () => {
    const turns = await openCast();
    const data = JSON.stringify(buttonOf(await turns.say('head', policy), 'broadcasts.open'));
    expect(data).not.toMatch(/Please read|staff-acceptable-use/);
  });

  it('sends what the dry run showed, once however often it is pressed', async () => {
    const turns = await openCast();
    const button = buttonOf(await turns.say('head', tell), 'broadcasts.open');
    const first = await turns.press('head', 'broadcasts.open', button);
    const [broadcast, ...others] = await turns.all();
    expect(others).toEqual([]);
    expect(broadcast).toMatchObject({
      state: 'open',
      message: words,
      buttons: ['done'],
      audience: { kind: 'everybody' },
    });
    expect(first).toContain('It is going out');
    expect(await turns.press('head', 'broadcasts.open', button)).toContain(broadcast?.id);
    expect(await turns.all()).toHaveLength(1);
    const told = await turns.deliver();
    expect(new Set(told.map(({ to }) => to)).size).toBe(told.length);
    for (const { objectId } of team) expect(told.map(({ to }) => to)).toContain(objectId);
    expect(await turns.deliver()).toEqual([]);
  });

  it('says who sent it, why this person gets it, and what to do', async () => {
    const turns = await openCast();
    await turns.open('head', `${policy}\nclause: 2.3\nbuttons: read, ask, done`);
    const card = (await turns.deliver()).find(({ to }) => to === people.teacher.aadObjectId)?.card ?? '';
    expect(card).toContain('From Helen Marsh, Headteacher, 20 November 2026 at 10:05');
    expect(card).toContain('You get this because you are on the staff of Marlow Bridge Primary School');
    expect(card).toContain('What to do: Please read the policy. Press “Done” once that is done.');
    expect(card).toContain('About Staff Acceptable Use Policy');
    expect(card).toContain('“Make your school password from three random words');
    expect(card).not.toMatch(/Ben Hughes|objectId/);
  });

  it('sends nothing where it would go to other people by now, and shows who', async () => {
    const turns = await openCast({ members: team.slice(1) });
    const button = buttonOf(await turns.say('head', tell), 'broadcasts.open');
    await turns.setTeam(team);
    const again = await turns.press('head', 'broadcasts.open', button);
    expect(again).toContain('It would go to other people by now');
    expect(again).toContain('Amara Okafor');
    expect(await turns.all()).toEqual([]);
  });

  it.each([
    ['without words', 'tell everybody:', 'Please write what you want to say'],
    ['with too many words', `tell everybody: ${'word '.repeat(300)}`, 'A message may have 1,200 characters'],
    ['about no policy', 'tell everybody about Quantum Policy: x', 'Please choose a policy that is in force'],
    ['with a clause that is not there', `${policy}\nclause: 99.99`, 'This policy has no such clause'],
    ['in an unknown group', 'tell Teaching and Wizards: x', 'Your school has no such group'],
    ['to nobody', 'tell Kitchen: x', 'Nobody would get it'],
    ['for no sign-off', 'remind those who have not signed Quantum: x', 'Please choose a sign-off that is open'],
    ['at no time', `${tell}\nat: teatime`, 'Please give both a day and a time'],
    ['in the past', `${tell}\nat: 2026-11-19 09:00`, 'That time is past'],
    ['too far ahead', `${tell}\nat: 2028-03-01 09:00`, 'more than a year away'],
  ])('asks again %s, and sends nothing', async (_, typed, problem) => {
    const turns = await openCast();
    expect(await turns.say('head', typed)).toContain(problem);
    expect(await turns.say('head', `send it: ${typed}`)).toContain(problem);
    expect(await turns.all()).toEqual([]);
  });

  it('keeps what was typed when something is wrong, and when it is changed', async () => {
    const turns = await openCast();
    const form = await turns.press('head', 'broadcasts.plan', {
      message: words,
      groups: 'teaching',
      day: '2026-12-01',
    });
    expect(form).toContain('Please give both a day and a time');
    expect(form).toContain(words);
    expect(form).toContain('"value":"teaching"');
    expect(form).toContain('"value":"2026-12-01"');
    const timed = await turns.press('head', 'broadcasts.plan', { message: words, groups: 'teaching', time: '09:15' });
    expect(timed).toContain('"value":"09:15"');
    const plan = await turns.say('head', `${policy}\nat: 2026-12-01 09:00`);
    const changed = await turns.press('head', 'broadcasts.recompose', buttonOf(plan, 'broadcasts.recompose'));
    expect(changed).toMatch(
      /Please read it again.*"value":"staff-acceptable-use".*"value":"2026-12-01".*"value":"09:00"/s,
    );
  });

  it('waits for its time on the school’s clock, and for the end of the quiet hours', async () => {
    const turns = await openCast();
    const { id } = await turns.open('head', `${tell}\nat: 1 December 2026 09:30`);
    expect(await turns.all()).toMatchObject([{ sendAt: '2026-12-01T09:30:00.000Z' }]);
    expect(await turns.say('head', `progress of ${id}`)).toContain('Goes out on 1 December 2026 at 09:30');
    expect(await turns.deliver()).toEqual([]);
    turns.clock.now = new Date('2026-12-01T09:30:00.000Z');
    expect((await turns.deliver()).length).toBeGreaterThan(team.length);
    turns.clock.now = new Date('2026-12-01T22:00:00.000Z');
    expect(await turns.say('head', 'tell everybody: good night')).toContain('on 2 December 2026 at 07:30');
  });

  it('sends no third one on one day', async () => {
    const turns = await openCast();
    await turns.open();
    await turns.open('head', 'tell everybody: a second one');
    const third = await turns.say('head', 'tell everybody: a third one');
    expect(third).toContain('2 messages go out on that day already');
    expect(await turns.say('head', 'send it: tell everybody: a third one')).toContain('2 messages go out');
    expect(await turns.all()).toHaveLength(2);
    expect(await turns.say('head', 'tell everybody: next week\nat: 2026-11-23 09:00')).toContain('It goes out on 23');
  });

  it('can be previewed, with buttons that note nothing', async () => {
    const turns = await openCast();
    const preview = await turns.say('head', `preview: ${policy}`);
    expect(preview).toContain('Preview, for you alone');
    expect(preview).toContain('Please read it again');
    expect(preview).not.toMatch(/"verb":"broadcasts\./);
    const plan = await turns.say('head', policy);
    const [, below] = await turns.runAll(
      'head',
      invoke('broadcasts.preview', buttonOf(plan, 'broadcasts.preview')),
      'personal',
    );
    expect(below).toContain('Preview, for you alone');
    expect(await turns.all()).toEqual([]);
  });

  it('can be done by typing alone, with all that the form has', async () => {
    const turns = await openCast();
    const typed = [
      'tell Teaching and Office and site about Staff Acceptable Use Policy: Please read it again',
      'and tell the office when you have.',
      'buttons: read, done',
      'channel: yes',
      'kind: review',
      'at: tomorrow 09:00',
    ].join('\n');
    expect(await turns.say('head', typed)).toContain('The staff team’s channel gets it too');
    expect(await turns.say('head', `send it: ${typed}`)).toContain('Policy review: Staff Acceptable Use Policy');
    expect(await turns.all()).toMatchObject([
      {
        template: 'review',
        policyId: 'staff-acceptable-use',
        message: 'Please read it again\nand tell the office when you have.',
        buttons: ['read', 'done'],
        audience: { kind: 'groups', groups: ['teaching', 'office'] },
        channel: true,
        sendAt: '2026-11-23T07:30:00.000Z', // the next school day
      },
    ]);
    expect(await turns.say('head', 'broadcasts')).toContain('Policy review: Staff Acceptable Use Policy');
    expect(await turns.say('head', 'broadcast')).toContain('Write to many');
  });

  it('keeps the mark at the end of a reminder that was typed, and passes it over behind the name', async () => {
    const turns = await openCast();
    await turns.say('head', 'open it: ask for signatures on Staff Acceptable Use Policy by 2026-12-18: New rules');
    const [campaign] = await turns.signoffs.campaigns(schoolId);
    const remind = 'send it: remind those who have not signed Staff Acceptable Use Policy';
    await turns.say('head', `${remind}: Could you sign by Friday?`);
    await turns.say('head', `${remind}.`);
    const audience = { kind: 'unsigned', campaignId: campaign?.id };
    expect(await turns.all()).toMatchObject([{ audience, message: 'Could you sign by Friday?' }, { audience }]);
  });

  it('takes no word of a question or a report for a message', async () => {
    const turns = await openCast();
    for (const said of [
      'tell the DSL: a pupil told me something',
      'tell me: who is the DSL?',
      'remind me of the rules',
    ])
      expect(await turns.say('head', said)).not.toMatch(/Before anything is sent|Write to many/);
    expect(await turns.all()).toEqual([]);
  });

  it('posts it in the staff team’s channel too, without buttons', async () => {
    const turns = await openCast();
    await turns.open('head', `${tell}\nchannel: yes`);
    const posts = (await turns.deliver()).filter(({ kind }) => kind === 'broadcast-channel');
    expect(posts).toMatchObject([{ to: '19:staff@thread.tacv2', edits: undefined }]);
    expect(posts[0]?.card).toContain(words);
    expect(posts[0]?.card).not.toContain('Action.');
  });

  it('logs nothing that anybody wrote, and no name', async () => {
    const turns = await openCast();
    await turns.open();
    expect(turns.logged.join('')).toContain('a broadcast was opened');
    expect(turns.logged.join('')).not.toMatch(/Phones|Amara|Helen/);
  });

  it('leaves in the ledger what happened, without names and words', async () => {
    const turns = await openCast();
    const { id } = await turns.open();
    await turns.say('head', `cancel ${id}`);
    const entries = await turns.ledger.entries({ schoolId, chain: 'signoffs' }, 1, 100);
    const own = entries.filter(({ facts }) => facts.broadcast === id);
    expect(own.map(({ kind }) => kind)).toEqual(['broadcast-opened', 'broadcast-cancelled']);
    expect(JSON.stringify(own)).not.toMatch(/Phones|Amara|Helen/);
  });
});

const invoke = (verb: string, data: unknown) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: { action: { type: 'Action.Execute', verb, data } },
});
