import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod/v4';
import { createActivityCount } from '../../src/teams/activity-count.ts';
import { openDialog, buttonOf, referenceOn, wordsOf, type Dialog } from './incidents/dialog-bench.ts';

const question = 'May I use my own phone in the classroom?';
const refusal = 'That is more than I can answer in a minute';
let now: number;
let dialog: Dialog;

/** The teacher has asked twenty questions in this minute, each of which was answered. */
beforeEach(async () => {
  now = 0;
  dialog = await openDialog({ countActivity: createActivityCount(() => now) });
  for (let n = 0; n < 20; n++) expect((await dialog.say('teacher', 'hello')).sent).toHaveLength(1);
});

describe('whoever asks more than twenty times a minute', () => {
  it('is told so once, by one card that says when to ask again, and then left in peace until then', async () => {
    now = 18_000;
    const { sent, summaries } = await dialog.say('teacher', question);
    expect(sent).toHaveLength(1);
    expect(wordsOf(sent[0] ?? '')).toMatch(/more than I can answer[\s\S]*Nothing was lost|nothing was lost/);
    expect(sent[0]).toContain('Please ask again in 42 seconds.');
    expect(sent[0]).toContain('999');
    expect(summaries).toEqual(['Staffroom: please ask again in a minute']);
    for (const text of [question, 'hello', 'help', 'who is the DSL?', 'my questions', 'asdfgh'])
      expect((await dialog.say('teacher', text)).sent).toEqual([]);
    now = 60_000;
    expect((await dialog.say('teacher', question)).card).not.toContain(refusal);
  });

  it('finds the card that they pressed as it was, with the same words beside it', async () => {
    now = 60_000;
    const { card } = await dialog.say('teacher', question);
    const section = dataOf(card, 'answering.section');
    for (let n = 0; n < 19; n++) await dialog.say('teacher', 'hello');
    for (let n = 0; n < 3; n++) {
      const { invoke, sent } = await dialog.press('teacher', 'answering.section', section);
      expect(invoke).toEqual({
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: `${refusal}. Nothing was lost; try again in 60 seconds.`,
      });
      expect(sent).toEqual([]);
    }
    expect((await dialog.press('teacher', 'nobody.knows', {})).invoke).toMatchObject({ statusCode: 200 });
    // What comes as a message is answered as one, once, whatever was pressed before.
    expect((await dialog.submit('teacher', 'answering.section', section)).sent.join()).toContain(refusal);
    expect((await dialog.submit('teacher', 'answering.section', section)).sent).toEqual([]);
  });

  it('takes no answer from anybody else', async () => {
    await dialog.say('teacher', question);
    expect((await dialog.say('volunteer', question)).card).toContain('mobile');
  });

  it.each([
    ['a child in danger', 'A boy has just swallowed tablets in the toilets', '999'],
    ['something that has happened', 'A girl told me that her uncle hits her', 'Designated Safeguarding Lead'],
  ])('gets the card of what to do now about %s, every time', async (_, words, card) => {
    for (let n = 0; n < 30; n++) {
      const { sent } = await dialog.say('teacher', words);
      expect(sent[0]).toContain(card);
      expect(sent.join()).not.toContain(refusal);
    }
  });

  it('writes, saves and sends a report by cards, every answer of it taken', async () => {
    for (let n = 0; n < 100; n++) await dialog.say('teacher', question);
    const first = await dialog.say('teacher', 'report');
    const answer = (card: string, said: string) =>
      dialog.press('teacher', 'incidents.answer', buttonOf(card, 'incidents.answer', { answer: said }));
    const third = await answer((await answer(first.card, 'no')).card, 'no');
    const about = { ...buttonOf(third.card, 'incidents.answer', { to: 'next' }), about: 'pupil' };
    const fourth = await dialog.press('teacher', 'incidents.answer', about);
    const send = buttonOf(fourth.card, 'incidents.answer', { to: 'send' });
    const { card } = await dialog.press('teacher', 'incidents.answer', send);
    const [report] = await dialog.reports('teacher');
    expect(report?.incident.id).toBe(referenceOn(card));
    expect(wordsOf((await dialog.say('teacher', 'my reports')).card)).toContain(referenceOn(card));
    expect((await dialog.owed()).map(({ delivery }) => delivery.subject.kind)).toContain('incident-report');
  });

  it('writes a report by typing, calls for help, and has a file turned away', async () => {
    await dialog.say('teacher', 'new report by typing');
    for (const word of ['no', 'no', 'pupil']) await dialog.say('teacher', word);
    expect((await dialog.drafts('teacher'))[0]?.answers).toMatchObject({ about: ['pupil'] });
    expect((await dialog.sendFile('teacher')).sent.join()).toContain('I do not open files');
    await dialog.say('teacher', 'I need them now');
    const kinds = (await dialog.owed()).map(({ delivery }) => delivery.subject.kind);
    expect(kinds).toEqual(expect.arrayContaining(['danger-now', 'file-turned-away']));
  });

  it('works on reports: a DSL is never put off', async () => {
    const first = await dialog.say('teacher', 'report');
    const answer = (card: string, said: string) =>
      dialog.press('teacher', 'incidents.answer', buttonOf(card, 'incidents.answer', { answer: said }));
    const third = await answer((await answer(first.card, 'no')).card, 'no');
    const about = { ...buttonOf(third.card, 'incidents.answer', { to: 'next' }), about: 'pupil' };
    const fourth = await dialog.press('teacher', 'incidents.answer', about);
    const sent = await dialog.press(
      'teacher',
      'incidents.answer',
      buttonOf(fourth.card, 'incidents.answer', { to: 'send' }),
    );
    const reference = referenceOn(sent.card);
    for (let n = 0; n < 40; n++) await dialog.say('dsl', 'hello');
    expect((await dialog.say('dsl', 'open reports')).card).toContain(reference);
    expect((await dialog.say('dsl', `take ${reference}`)).card).toContain('You have it');
    expect((await dialog.say('dsl', `ask ${reference} Where was that?`)).card).toContain('on its way to the reporter');
  });
});

describe('somebody who is not staff', () => {
  it('gets the one kind card until they write too much, and then nothing', async () => {
    for (let n = 0; n < 20; n++) expect((await dialog.say('stranger', 'hello')).sent).toHaveLength(1);
    for (let n = 0; n < 20; n++) expect((await dialog.say('stranger', 'hello')).sent).toEqual([]);
    expect((await dialog.press('stranger', 'answering.section', {})).card).toContain('school staff');
  });
});

/** The data of the first button with this verb, whatever is in it. */
function dataOf(card: string, verb: string): Record<string, unknown> {
  let found: Record<string, unknown> | undefined;
  JSON.parse(card, (_, value: unknown) => {
    const button = z.object({ verb: z.literal(verb), data: z.record(z.string(), z.unknown()) }).safeParse(value).data;
    found ??= button?.data;
    return value;
  });
  if (!found) throw new Error(`the card has no such button ${verb}: ${card}`);
  return found;
}
