import { describe, expect, it } from 'vitest';
import { buttonOf } from '../questions/question-bench.ts';
import { openSigning, people, references, schoolId, ticks, type Turns } from './signing-bench.ts';

const name = people.teacher.name;
const cardOf = async (turns: Turns) =>
  (await turns.send()).find(({ subject }) => subject.kind === 'signoff-asked')?.card ?? '';
const facts = async (turns: Turns, kind: string) => {
  const entries = await turns.ledger.entries({ schoolId, chain: 'signoffs' }, 1, 1_000);
  return entries.filter((entry) => entry.kind === kind).map((entry) => entry.facts);
};

describe('“I have a question”', () => {
  it('goes to the head, sealed, and the person may sign before and after the answer', async () => {
    const turns = await openSigning();
    const { campaign, of } = await turns.open();
    const form = await turns.press('teacher', 'signoffs.question', buttonOf(await cardOf(turns), 'signoffs.question'));
    expect(form).toContain('It goes to Helen Marsh, and to nobody else.');
    const text = 'May I use my own laptop at home?';
    const saved = await turns.press('teacher', 'signoffs.send', { ...buttonOf(form, 'signoffs.send'), text });
    const [reference] = /SQ-[2-9A-Z]{4}-[2-9A-Z]/.exec(saved) ?? [];
    expect(saved).toContain('Saved, and on its way to Helen Marsh');
    expect(await turns.signoffs.signatory(schoolId, of('teacher').id)).toMatchObject({
      state: 'query',
      questionId: reference,
    });
    expect(await facts(turns, 'signoff-query')).toEqual([{ campaign: campaign.id, question: reference }]);
    expect(JSON.stringify(await turns.transfer.exportAll())).not.toContain('laptop at home');

    const sent = await turns.send();
    const told = sent.find(({ subject }) => subject.kind === 'question-asked');
    expect(told?.to).toMatchObject({ objectId: people.head.aadObjectId });
    expect(told?.card).toContain('A question for you');
    expect(told?.summary).toBe('Staffroom: a colleague asks about a policy');
    expect(told?.card).toContain(`About signing “Staff Acceptable Use Policy”, version 4.0 (${campaign.id}): ${text}`);
    const settled = sent.find(({ subject }) => subject.kind === 'signoff-settled');
    expect(settled?.card).toContain(`You asked a question (${reference}). The answer comes to this chat.`);
    await turns.press('head', 'questions.answer', {
      ...buttonOf(told?.card ?? '', 'questions.answer'),
      text: 'Yes, with the school’s account.',
    });
    const answered = (await turns.send()).find(({ subject }) => subject.kind === 'question-answered');
    expect(answered?.to).toMatchObject({ objectId: people.teacher.aadObjectId });
    expect(answered?.card).toContain('Yes, with the school’s account.');

    const declare = await turns.press(
      'teacher',
      'signoffs.declare',
      buttonOf(
        await turns.press('teacher', 'signoffs.read', buttonOf(settled?.card ?? '', 'signoffs.read')),
        'signoffs.declare',
      ),
    );
    const receipt = await turns.press('teacher', 'signoffs.sign', {
      ...buttonOf(declare, 'signoffs.sign'),
      ...ticks,
      name,
    });
    expect(receipt).toContain('Signed: Staff Acceptable Use Policy');
  });

  it('is one question when its form comes twice, whatever the activity', async () => {
    const turns = await openSigning();
    await turns.open();
    const form = await turns.press('teacher', 'signoffs.question', buttonOf(await cardOf(turns), 'signoffs.question'));
    const data = { ...buttonOf(form, 'signoffs.send'), text: 'Is that so?' };
    const [first, second] = [
      await turns.press('teacher', 'signoffs.send', data),
      await turns.press('teacher', 'signoffs.send', data),
    ];
    const references = [first, second].map((card) => /SQ-[2-9A-Z]{4}-[2-9A-Z]/.exec(card)?.[0]);
    expect(new Set(references).size).toBe(1);
    expect(await facts(turns, 'signoff-query')).toHaveLength(1);
  });

  it.each([
    ['without words', ' ', 'There were no words in it'],
    ['with a book', 'x '.repeat(600), 'That was longer than 1,000 characters'],
    ['with what is an incident', 'A pupil told me that her stepfather hit her last night', 'was not passed on'],
  ])('%s records nothing', async (_, text, shown) => {
    const turns = await openSigning();
    const { of } = await turns.open();
    const form = await turns.press('teacher', 'signoffs.question', buttonOf(await cardOf(turns), 'signoffs.question'));
    const data = { ...buttonOf(form, 'signoffs.send'), text };
    const value = { action: { type: 'Action.Execute', verb: 'signoffs.send', data } };
    const cards = await turns.runAll('teacher', { type: 'invoke', name: 'adaptiveCard/action', value }, 'personal');
    expect(cards.join('')).toContain(shown);
    expect(await turns.stateOf(of('teacher').id)).toBe('pending');
    expect((await turns.transfer.exportAll()).questions).toEqual([]);
    expect(await facts(turns, 'signoff-query')).toEqual([]);
  });

  it('of the head goes to the chair, and of whoever stands in for the head to the head’s stand-in', async () => {
    const turns = await openSigning();
    const { of } = await turns.open(['head']);
    const { hash } = (await turns.signoffs.campaigns(schoolId))[0]?.document ?? {};
    const form = await turns.press('head', 'signoffs.question', { signatory: of('head').id, hash });
    expect(form).toContain('It goes to Margaret Oyelaran');
    const absence = { id: 'SA-1', schoolId, personId: 'helen-marsh', cover: 'tom-bellamy' };
    const dates = { from: '2026-11-20', to: '2026-11-27', at: '2026-11-20T08:00:00.000Z' };
    const act = { activityKey: 'away', submissionId: 'away' };
    await turns.absences.addAbsence(act, { ...absence, ...dates }, { owed: [], entries: [] });
    const covered = await turns.press('head', 'signoffs.question', { signatory: of('head').id, hash });
    expect(covered).toContain('It goes to Tom Bellamy');
  });
});

describe('“I cannot agree”', () => {
  it('is recorded, told to the head with the words given, and nobody signs until they are asked again', async () => {
    const turns = await openSigning();
    const { campaign, of } = await turns.open();
    const card = await cardOf(turns);
    const form = await turns.press('teacher', 'signoffs.cannot', buttonOf(card, 'signoffs.cannot'));
    const data = { ...buttonOf(form, 'signoffs.send'), text: 'The rule on phones is unfair.' };
    const done = await turns.press('teacher', 'signoffs.send', data);
    expect(done).toContain('Recorded: you cannot agree to Staff Acceptable Use Policy, version 4.0');
    expect(await turns.press('teacher', 'signoffs.send', data)).toContain('Recorded: you cannot agree');
    expect(await turns.stateOf(of('teacher').id)).toBe('declined');
    expect(await facts(turns, 'signoff-declined')).toHaveLength(1);

    const sent = await turns.send();
    const told = sent.find(({ subject }) => subject.kind === 'question-asked');
    expect(told?.summary).toBe('Staffroom: a colleague cannot agree to sign');
    expect(told?.card).toContain('Somebody cannot agree to sign');
    expect(told?.card).not.toContain('A question for you');
    const empty = { ...buttonOf(told?.card ?? '', 'questions.answer'), text: '' };
    expect(await turns.press('head', 'questions.answer', empty)).toContain('Somebody cannot agree to sign');
    expect(told?.card).toContain(
      `I cannot agree to sign “Staff Acceptable Use Policy”, version 4.0 (${campaign.id}). The rule on phones is unfair.`,
    );
    const settled = sent.find(({ subject }) => subject.kind === 'signoff-settled')?.card ?? '';
    expect(settled).toContain('You said that you cannot agree');
    expect(settled).not.toContain('signoffs.question');
    const { page: _page, ...named } = buttonOf(card, 'signoffs.read');
    expect(await turns.press('teacher', 'signoffs.declare', named)).toContain('You said that you cannot agree');
    expect(await turns.say('teacher', `I have read ${campaign.id}`)).toContain('once they ask you again, you can sign');

    await turns.change(of('teacher').id, { state: 'pending', asked: 2 });
    expect(await turns.say('teacher', `I have read ${campaign.id}`)).toContain('I agree');
  });

  it('needs no words', async () => {
    const turns = await openSigning();
    const { campaign } = await turns.open();
    await turns.send();
    expect(await turns.say('teacher', `I cannot agree ${campaign.id}`)).toContain('Recorded: you cannot agree');
    const told = (await turns.send()).find(({ subject }) => subject.kind === 'question-asked');
    expect(told?.card).toContain(`I cannot agree to sign “Staff Acceptable Use Policy”, version 4.0 (${campaign.id}).`);
  });
});

describe('the cards that asked', () => {
  it.each([
    ['exempt', { state: 'exempt', reason: 'on leave' }, 'you need not sign this'],
    ['left', { state: 'left', reason: 'left' }, 'You are no longer asked to sign this'],
    ['asked again', { asked: 2 }, 'please use the newer card further down'],
    ['given another day', { dueOn: '2027-01-15' }, 'by 15 January 2027'],
  ] as const)('say so once somebody is %s', async (_, changes, shown) => {
    const turns = await openSigning();
    const { of } = await turns.open();
    await turns.send();
    await turns.changeAndSettle(of('teacher').id, changes);
    const [settled, ...others] = await turns.send();
    expect(others).toEqual([]);
    expect(settled?.edits).toBeDefined();
    expect(settled?.card.toLowerCase()).toContain(shown.toLowerCase());
  });

  it('are sent to nobody who signed before they went out, or whose campaign closed', async () => {
    const turns = await openSigning();
    const { campaign, of } = await turns.open(['teacher', 'dsl']);
    const data = { signatory: of('teacher').id, hash: campaign.document.hash, submission: 'ab'.repeat(16) };
    await turns.press('teacher', 'signoffs.sign', { ...data, ...ticks, name });
    expect((await turns.send()).filter(({ card }) => card !== '""').map(({ to }) => to)).toEqual([
      expect.objectContaining({ objectId: people.dsl.aadObjectId }),
    ]);
    await turns.close(campaign);
    expect(await turns.press('dsl', 'signoffs.show', { signatory: of('dsl').id })).toContain('This is closed');
  });

  it.each(['show', 'declare', 'question', 'cannot'] as const)(
    'lead to the campaign that took the place of theirs: %s',
    async (look) => {
      const turns = await openSigning();
      const first = await turns.open();
      await turns.close(first.campaign, 'replaced');
      const next = await turns.open(['teacher'], { id: references[1] });
      const named = { signatory: first.of('teacher').id, hash: first.campaign.document.hash };
      const card = await turns.press(
        'teacher',
        `signoffs.${look}`,
        look === 'show' ? { signatory: named.signatory } : named,
      );
      expect(card).toContain('The card was of a request that was closed, so nothing was signed with it.');
      expect(card).toContain('Here is the current one.');
      expect(buttonOf(card, 'signoffs.read')).toMatchObject({ signatory: next.of('teacher').id });
      expect(await turns.refusals()).toEqual([]);
    },
  );

  it('lead there when their reference is typed', async () => {
    const turns = await openSigning();
    const first = await turns.open();
    await turns.close(first.campaign, 'replaced');
    await turns.open(['teacher'], { id: references[1] });
    for (const words of ['sign', 'I have read']) {
      const card = await turns.say('teacher', `${words} ${references[0]}`);
      expect(card).toContain('Here is the current one');
      expect(card).toContain(references[1]);
    }
  });

  it('give the receipt where that one is signed already', async () => {
    const turns = await openSigning();
    const first = await turns.open();
    await turns.close(first.campaign, 'replaced');
    const next = await turns.open(['teacher'], { id: references[1] });
    const data = { signatory: next.of('teacher').id, hash: next.campaign.document.hash, submission: 'ab'.repeat(16) };
    await turns.press('teacher', 'signoffs.sign', { ...data, ...ticks, name });
    const card = await turns.press('teacher', 'signoffs.show', { signatory: first.of('teacher').id });
    expect(card).toContain('Signed: Staff Acceptable Use Policy');
  });
});

describe('an answer that quotes a policy', () => {
  const question = 'How do I make a password?';

  it('says that its reader signed it, in their own chat alone', async () => {
    const turns = await openSigning();
    const { campaign, of } = await turns.open();
    expect(await turns.say('teacher', question)).not.toContain('You signed');
    const data = { signatory: of('teacher').id, hash: campaign.document.hash, submission: 'ab'.repeat(16) };
    await turns.press('teacher', 'signoffs.sign', { ...data, ...ticks, name });
    const own = await turns.say('teacher', question);
    expect(own).toContain('You signed version 4.0 of this policy on 20 November 2026.');
    const marked = await turns.press('teacher', 'questions.mark', buttonOf(own, 'questions.mark'));
    expect(marked).toContain('You signed version 4.0 of this policy on 20 November 2026.');
    expect(await turns.say('dsl', question)).not.toContain('You signed');
    const entities = [{ type: 'mention', text: '<at>Staffroom</at>', mentioned: { id: `28:${turns.ownAppId}` } }];
    const inChannel = {
      text: `<at>Staffroom</at> ${question}`,
      entities,
      conversation: {
        id: '19:staff@thread.tacv2;messageid=1',
        conversationType: 'channel',
        isGroup: true,
        tenantId: 'c0000000-0000-4000-8000-000000000001',
      },
      channelData: {
        tenant: { id: 'c0000000-0000-4000-8000-000000000001' },
        team: { id: '19:staff@thread.tacv2', aadGroupId: 'group-1' },
        channel: { id: '19:staff@thread.tacv2' },
      },
    };
    const shared = await turns.run('teacher', inChannel, 'groupChat');
    expect(shared).toContain('What the policy says');
    expect(shared).not.toContain('You signed');
  });

  it('comes without it, and as fast, where the store does not answer', async () => {
    const turns = await openSigning();
    turns.signoffs.receiptsOf = () => new Promise(() => undefined);
    expect(await turns.say('teacher', question)).toContain('random words');
    turns.signoffs.receiptsOf = () => Promise.reject(new Error('gone'));
    expect(await turns.say('dsl', question)).toContain('random words');
  });
});

describe('a copy of the receipt', () => {
  it('is offered to whoever signed, once and for ten minutes, and to nobody else', async () => {
    const turns = await openSigning({ publicUrl: 'https://staffroom.example' });
    const { campaign, of } = await turns.open();
    const data = { signatory: of('teacher').id, hash: campaign.document.hash, submission: 'ab'.repeat(16) };
    const receipt = await turns.press('teacher', 'signoffs.sign', { ...data, ...ticks, name });
    const button = buttonOf(receipt, 'signoffs.copy');
    const offered = await turns.press('teacher', 'signoffs.copy', button);
    expect(offered).toContain('https://staffroom.example/files/');
    expect(offered).toContain('It can be fetched once, until 20 November 2026 at 10:15.');
    expect(await turns.press('dsl', 'signoffs.copy', button)).toContain('There is no such receipt of yours');
    expect(await turns.press('teacher', 'signoffs.copy', button, 'groupChat')).toContain('in your own chat');
  });

  it('is not promised where no browser reaches the bot', async () => {
    const turns = await openSigning();
    const { campaign, of } = await turns.open();
    const data = { signatory: of('teacher').id, hash: campaign.document.hash, submission: 'ab'.repeat(16) };
    const receipt = await turns.press('teacher', 'signoffs.sign', { ...data, ...ticks, name });
    const card = await turns.press('teacher', 'signoffs.copy', buttonOf(receipt, 'signoffs.copy'));
    expect(card).toContain('no web address here');
  });
});
