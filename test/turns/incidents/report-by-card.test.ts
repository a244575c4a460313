import { describe, expect, it } from 'vitest';
import { buttonOf, openDialog, referenceOn, wordsOf, type Dialog, type Who } from './dialog-bench.ts';

type Inputs = Record<string, string>;
/** Presses "Next" (or another way on) on the card that is shown, with these inputs. */
const next = (dialog: Dialog, card: string, inputs: Inputs = {}, to = 'next', who: Who = 'teacher') =>
  dialog.press(who, 'incidents.answer', { ...buttonOf(card, 'incidents.answer', { to }), ...inputs });
const quick = (dialog: Dialog, card: string, answer: string, who: Who = 'teacher') =>
  dialog.press(who, 'incidents.answer', buttonOf(card, 'incidents.answer', { answer }));
const stepOn = (card: string) => /step (\d) of (\d)/.exec(card)?.slice(1).map(Number);

async function toAbout(dialog: Dialog, image = 'no', who: Who = 'teacher') {
  const first = await dialog.say(who, 'report');
  const second = await quick(dialog, first.card, 'no', who);
  return quick(dialog, second.card, image, who);
}

describe('a report by cards', () => {
  it('takes nine cards, and each answer is saved as it is given', async () => {
    const dialog = await openDialog();
    const first = await dialog.say('teacher', 'report');
    expect(stepOn(first.card)).toEqual([1, 9]);
    expect(wordsOf(first.card)).toMatch(/999[\s\S]*Daniel Reid[\s\S]*01632 960102[\s\S]*never anonymous[\s\S]*NSPCC/);

    const second = await quick(dialog, first.card, 'no');
    expect(stepOn(second.card)).toEqual([2, 9]);
    const third = await quick(dialog, second.card, 'no');
    expect(stepOn(third.card)).toEqual([3, 9]);
    const fourth = await next(dialog, third.card, { about: 'pupil' });
    expect(stepOn(fourth.card)).toEqual([4, 9]);
    expect(wordsOf(fourth.card)).toContain('This goes to the Designated Safeguarding Lead');
    const fifth = await next(dialog, fourth.card, { kind: 'conduct' });
    const sixth = await next(dialog, fifth.card, {
      happenedOn: '2026-11-23',
      happenedAt: '10:30',
      place: 'Playground',
    });
    const seventh = await next(dialog, sixth.card, { people: 'Ella Whitfield, Year 5' });
    const eighth = await next(dialog, seventh.card, { seen: 'A push.', childsWords: '“He hurt me”' });
    const ninth = await next(dialog, eighth.card, { intent: 'deliberate', wantsSupport: 'true' });
    expect(stepOn(ninth.card)).toEqual([9, 9]);
    for (const words of ['Playground', 'Ella Whitfield, Year 5', '“He hurt me”', '23 November 2026', 'On purpose'])
      expect(wordsOf(ninth.card)).toContain(words);
    expect((await dialog.drafts('teacher'))[0]?.answers).toMatchObject({ place: 'Playground', kind: 'conduct' });

    const { card } = await dialog.press('teacher', 'incidents.send', buttonOf(ninth.card, 'incidents.send'));
    const reference = referenceOn(card);
    expect(wordsOf(card)).toMatch(/saved[\s\S]*24 November 2026 at 10:05[\s\S]*Designated Safeguarding Lead/);
    expect(card).toMatch(/Ledger [0-9a-f]{4}-/);
    expect(wordsOf(card)).not.toMatch(/delivered|Ella|push/i);
    expect(await dialog.drafts('teacher')).toEqual([]);
    const [sent] = await dialog.reports('teacher');
    expect(sent?.incident).toMatchObject({ id: reference, kind: 'conduct', urgent: false });
    expect(sent?.report.answers).toMatchObject({ people: 'Ella Whitfield, Year 5', wantsSupport: true });
  });

  it('takes four cards where an image is involved, and holds no words at all', async () => {
    const dialog = await openDialog();
    const third = await toAbout(dialog, 'yes');
    expect(stepOn(third.card)).toEqual([3, 4]);
    expect(third.card).not.toContain('"type":"Input.Text"');
    const fourth = await next(dialog, third.card, { about: 'pupil', imageOn: 'pupil-device', seen: 'what it shows' });
    expect(stepOn(fourth.card)).toEqual([4, 4]);
    expect(fourth.card).not.toContain('what it shows');
    await dialog.press('teacher', 'incidents.send', buttonOf(fourth.card, 'incidents.send'));
    const [sent] = await dialog.reports('teacher');
    expect(sent?.incident).toMatchObject({ kind: 'image', urgent: true });
    expect(sent?.report.answers.seen).toBe('');
  });

  it('takes out what was written when it turns out to be about an image, and says so', async () => {
    const dialog = await openDialog();
    const third = await toAbout(dialog);
    const fourth = await next(dialog, third.card, { about: 'pupil' });
    let card = (await next(dialog, fourth.card)).card;
    for (const inputs of [{ place: 'Bus' }, { people: 'Ella' }, { seen: 'She showed me a picture' }, {}])
      card = (await next(dialog, card, inputs)).card;
    const edit = await dialog.press('teacher', 'incidents.edit', buttonOf(card, 'incidents.edit', { step: 'image' }));
    const review = await quick(dialog, edit.card, 'yes');
    expect(stepOn(review.card)).toEqual([4, 4]);
    expect(wordsOf(review.card)).toContain('was taken out');
    expect((await dialog.drafts('teacher'))[0]?.answers).toMatchObject({ seen: '', people: '', about: ['pupil'] });
  });

  it('asks only for whom it is about, and then sends what there is', async () => {
    const dialog = await openDialog();
    const third = await toAbout(dialog);
    expect(third.card).not.toContain('Send what I have now');
    const again = await next(dialog, third.card);
    expect(wordsOf(again.card)).toContain('Please say whom it is about first');
    const fourth = await next(dialog, again.card, { about: 'not-known' });
    const { card } = await next(dialog, fourth.card, {}, 'send');
    expect(referenceOn(card)).toBe((await dialog.reports('teacher'))[0]?.incident.id);
  });

  it('goes to the chair when it is about the head, who gets nothing', async () => {
    const dialog = await openDialog();
    const third = await toAbout(dialog);
    const [, value] = /"title":"Helen Marsh, Headteacher","value":"([0-9a-f]{10})"/.exec(third.card) ?? [];
    const fourth = await next(dialog, third.card, { person: value ?? '' });
    expect(wordsOf(fourth.card)).toContain('This goes to the Chair of Governors because it is about the headteacher');
    await next(dialog, fourth.card, {}, 'send');
    const [sent] = await dialog.reports('teacher');
    expect(sent?.report.answers.about).toEqual(['person:helen-marsh']);
    const to = (await dialog.owed()).filter(({ delivery }) => delivery.subject.kind === 'incident-report');
    expect(to.map(({ delivery }) => delivery.to)).toEqual([
      expect.objectContaining({ objectId: '00000000-0000-4000-8000-000000000005' }),
    ]);
  });

  it('asks before anything leaves whether it is about somebody who would receive it', async () => {
    const dialog = await openDialog();
    const third = await toAbout(dialog);
    const fourth = await next(dialog, third.card, { about: 'not-known' });
    const fifth = await next(dialog, fourth.card, { kind: 'other-child' });
    const sixth = await next(dialog, fifth.card);
    const asked = await next(dialog, sixth.card, { people: 'Daniel Reid was there' }, 'send');
    expect(wordsOf(asked.card)).toContain('Is this about Daniel Reid, who would receive it?');
    expect(asked.card).not.toContain('daniel-reid');
    expect(await dialog.reports('teacher')).toEqual([]);
    const yes = buttonOf(asked.card, 'incidents.recipient', { about: 'yes' });
    const { card } = await dialog.press('teacher', 'incidents.recipient', yes);
    referenceOn(card);
    const [sent] = await dialog.reports('teacher');
    expect(sent?.report.route.subjects).toContain('daniel-reid');
    expect(sent?.report.route.recipients.map(({ personId }) => personId)).not.toContain('daniel-reid');
  });

  it('shows the card as it stands to whoever answers an old one, and changes nothing', async () => {
    const dialog = await openDialog();
    const first = await dialog.say('teacher', 'report');
    const second = await quick(dialog, first.card, 'no');
    const again = await quick(dialog, first.card, 'yes');
    expect(wordsOf(again.card)).toContain('answered already');
    expect(stepOn(again.card)).toEqual([2, 9]);
    expect((await dialog.drafts('teacher'))[0]?.answers).toMatchObject({ danger: 'no', at: 'image' });
    await quick(dialog, second.card, 'no');
    expect((await dialog.drafts('teacher'))[0]?.answers.at).toBe('about');
  });

  it('keeps what two devices answer at once from being mixed: one wins, the other is shown it', async () => {
    const dialog = await openDialog();
    const third = await toAbout(dialog);
    const seen = await Promise.all([
      next(dialog, third.card, { about: 'pupil' }),
      next(dialog, third.card, { about: 'outsider' }),
    ]);
    expect(seen.filter(({ card }) => wordsOf(card).includes('answered already'))).toHaveLength(1);
    expect((await dialog.drafts('teacher'))[0]?.answers.about).toHaveLength(1);
  });

  it('goes back, and keeps what was typed on the card that is left', async () => {
    const dialog = await openDialog();
    const third = await toAbout(dialog);
    const fourth = await next(dialog, third.card, { about: 'pupil' });
    const fifth = await next(dialog, fourth.card, { kind: 'contact' });
    const back = await next(dialog, fifth.card, { place: 'Library' }, 'back');
    expect(stepOn(back.card)).toEqual([4, 9]);
    expect(back.card).toContain('"value":"contact"');
    const forth = await next(dialog, back.card);
    expect(wordsOf(forth.card)).toContain('Library');
  });

  it('adds to a text that is there, or replaces it where that is ticked', async () => {
    const dialog = await openDialog();
    const third = await toAbout(dialog);
    const fourth = await next(dialog, third.card, { about: 'pupil' });
    const sixth = await next(dialog, (await next(dialog, fourth.card)).card);
    await next(dialog, sixth.card, { people: 'Ella' });
    const back = await next(
      dialog,
      (await dialog.press('teacher', 'incidents.open', { draft: referenceOn(sixth.card, 'SD') })).card,
      {},
      'back',
    );
    await next(dialog, back.card, { people: 'Tom' });
    expect((await dialog.drafts('teacher'))[0]?.answers.people).toBe('Ella\nTom');
    const again = await next(
      dialog,
      (await dialog.press('teacher', 'incidents.open', { draft: referenceOn(sixth.card, 'SD') })).card,
      {},
      'back',
    );
    await next(dialog, again.card, { people: 'Nobody', replace: 'true' });
    expect((await dialog.drafts('teacher'))[0]?.answers.people).toBe('Nobody');
  });

  it('waits for its reporter on every device, and is listed', async () => {
    const dialog = await openDialog();
    const third = await toAbout(dialog);
    const saved = await next(dialog, third.card, { about: 'pupil' }, 'later');
    expect(wordsOf(saved.card)).toContain('Saved for later');
    const list = await dialog.say('teacher', 'report');
    expect(wordsOf(list.card)).toContain(`Go on with ${referenceOn(third.card, 'SD')}`);
    const open = await dialog.press('teacher', 'incidents.open', buttonOf(list.card, 'incidents.open'));
    expect(stepOn(open.card)).toEqual([3, 9]);
    expect(open.card).toContain('"value":"pupil"');
  });

  it('is deleted only by a second deliberate tap', async () => {
    const dialog = await openDialog();
    const third = await toAbout(dialog);
    const sure = await dialog.press('teacher', 'incidents.cancel', buttonOf(third.card, 'incidents.cancel'));
    expect(await dialog.drafts('teacher')).toHaveLength(1);
    const gone = await dialog.press('teacher', 'incidents.delete', buttonOf(sure.card, 'incidents.delete'));
    expect(wordsOf(gone.card)).toContain('was deleted');
    expect(await dialog.drafts('teacher')).toEqual([]);
    const late = await next(dialog, third.card, { about: 'pupil' });
    expect(wordsOf(late.card)).toContain('This report was deleted');
  });

  it('is one report however often and under whatever id its sending comes', async () => {
    const dialog = await openDialog();
    const third = await toAbout(dialog);
    const fourth = await next(dialog, third.card, { about: 'pupil' });
    const data = buttonOf(fourth.card, 'incidents.answer', { to: 'send' });
    const press = dialog.pressOf('teacher', 'incidents.answer', data);
    const seen = await Promise.all([1, 2, 3, 4, 5].map((at) => dialog.run({ ...press, id: `again-${at}` })));
    await dialog.run({ ...press, id: 'later' });
    expect(await dialog.reports('teacher')).toHaveLength(1);
    expect(seen.filter(({ card }) => /SR-/.test(card)).length).toBeGreaterThan(0);
  });

  it('gives nobody the draft of somebody else', async () => {
    const dialog = await openDialog();
    const third = await toAbout(dialog);
    const draft = referenceOn(third.card, 'SD');
    for (const [verb, data] of [
      ['incidents.open', { draft }],
      ['incidents.answer', { ...buttonOf(third.card, 'incidents.answer', { to: 'next' }), about: 'pupil' }],
      ['incidents.send', { draft }],
      ['incidents.delete', { draft, turn: '2' }],
      ['incidents.cancel', { draft }],
      ['incidents.needed', { draft }],
      ['incidents.typing', { draft }],
      ['incidents.forms', { draft }],
      ['incidents.edit', { draft, turn: '2', step: 'about' }],
      ['incidents.recipient', { draft, turn: '2', person: '0123456789', about: 'yes' }],
    ] as const) {
      const { card } = await dialog.press('dsl', verb, data);
      expect(wordsOf(card), verb).toContain('There is no such report for you');
    }
    expect((await dialog.drafts('teacher'))[0]?.answers).toMatchObject({ at: 'about', about: [] });
  });

  it('is not begun in a channel or a group: a link to the private chat, and nothing is stored', async () => {
    const dialog = await openDialog();
    for (const where of ['staff team', 'group chat'] as const) {
      const { card } = await dialog.say('teacher', 'I want to report that Liam was hurt', where);
      expect(wordsOf(card)).toContain('Please report in our private chat');
      expect(card).toContain('https://teams.microsoft.com/l/chat/0/0?users=28%3A');
      expect(card).not.toContain('Liam');
    }
    const pressed = await dialog.press('teacher', 'incidents.new', { submission: '0'.repeat(32) }, 'staff team');
    expect(wordsOf(pressed.card)).toContain('Please report in our private chat');
    expect(await dialog.drafts('teacher')).toEqual([]);
  });

  it('begins below what sounds like an incident, and takes none of its words', async () => {
    const dialog = await openDialog();
    const { sent } = await dialog.say('teacher', 'A pupil just told me that her stepfather hits her');
    const data = buttonOf(sent[0] ?? '', 'incidents.report');
    const first = await dialog.press('teacher', 'incidents.report', data);
    expect(stepOn(first.card)).toEqual([1, 9]);
    expect(JSON.stringify((await dialog.drafts('teacher'))[0]?.answers)).not.toContain('stepfather');
    const again = await dialog.press('teacher', 'incidents.report', data);
    expect(await dialog.drafts('teacher')).toHaveLength(1);
    expect(wordsOf(again.card)).toContain('Go on with');
  });

  it('goes through with Action.Submit, each card in the place of the one before', async () => {
    const dialog = await openDialog();
    let { card } = await dialog.say('teacher', 'report an incident');
    const on = async (data: Record<string, string>) =>
      ({ card } = await dialog.submit('teacher', 'incidents.answer', data));
    await on(buttonOf(card, 'incidents.answer', { answer: 'no' }));
    await on(buttonOf(card, 'incidents.answer', { answer: 'no' }));
    await on({ ...buttonOf(card, 'incidents.answer', { to: 'next' }), about: 'pupil' });
    await on(buttonOf(card, 'incidents.answer', { to: 'send' }));
    expect(referenceOn(card)).toBe((await dialog.reports('teacher'))[0]?.incident.id);
  });

  it('leaves neither names nor words in the log, the store or a notification', async () => {
    const dialog = await openDialog();
    const third = await toAbout(dialog);
    const fourth = await next(dialog, third.card, { about: 'pupil' });
    const sixth = await next(dialog, (await next(dialog, fourth.card)).card);
    const seventh = await next(dialog, sixth.card, { people: 'QZXELLA' });
    await next(dialog, seventh.card, { seen: 'QZXELLA was hurt' }, 'send');
    expect(dialog.logged.join('\n')).not.toContain('QZXELLA');
    expect(JSON.stringify(await dialog.stores.transfer.exportAll())).not.toContain('QZXELLA');
    const owed = await dialog.owed();
    expect(owed.map(({ summary }) => summary).join()).not.toMatch(/QZX|SR-|SD-/);
    expect(JSON.stringify(owed.map(({ delivery }) => delivery))).not.toContain('QZXELLA');
  });
});
