import { describe, expect, it } from 'vitest';
import { openDialog, referenceOn, wordsOf, type Dialog } from './dialog-bench.ts';

async function say(dialog: Dialog, ...lines: string[]) {
  let seen = await dialog.say('teacher', lines[0] ?? '');
  for (const line of lines.slice(1)) seen = await dialog.say('teacher', line);
  return { ...seen, words: wordsOf(seen.card) };
}

describe('a report by typing alone', () => {
  it('can be made from its beginning to the receipt without a button', async () => {
    const dialog = await openDialog();
    const first = await say(dialog, 'report by typing');
    expect(first.words).toContain('What you type stays in your Teams chat; forms do not.');
    expect(first.words).toMatch(/Step 1 of 9[\s\S]*1 Yes · 2 No · 3 Not known/);
    expect((await say(dialog, 'no')).words).toContain('Step 2 of 9');
    expect((await say(dialog, '2')).words).toContain('Step 3 of 9');
    expect((await say(dialog, 'a pupil, George Whitlock')).words).toContain('Step 4 of 9');
    expect((await say(dialog, 'bullied or threatened')).words).toContain('The day on which it happened');
    expect((await say(dialog, 'yesterday')).words).toContain('About what time');
    await say(dialog, '2.30 pm', 'skip', 'The library', 'not known');
    expect((await say(dialog, '3')).words).toContain('Step 6 of 9');
    await say(dialog, 'Ella Whitfield, Year 5', 'skip');
    const seen = await say(dialog, 'He shouted\nat her', '“Leave me alone”', 'skip');
    expect(seen.words).toContain('Step 8 of 9');
    const review = await say(dialog, 'on purpose', 'skip', 'I told her to sit with me', 'skip', 'skip', 'yes');
    expect(review.words).toContain('Read it once more');
    expect(review.words).toContain('Write “send” to send it');
    const receipt = await say(dialog, 'send');
    const [sent] = await dialog.reports('teacher');
    expect(referenceOn(receipt.card)).toBe(sent?.incident.id);
    expect(sent?.report.answers).toMatchObject({
      about: ['pupil', `member:00000000-0000-4000-8000-0000000000a2`],
      happenedOn: '2026-11-23',
      happenedAt: '14:30',
      place: 'The library',
      platform: '',
      seen: 'He shouted\nat her',
      childsWords: '“Leave me alone”',
      intent: 'deliberate',
      wantsSupport: true,
    });
  });

  it('takes each message once, however often Teams brings it', async () => {
    const dialog = await openDialog();
    const texts = ['report by typing', 'no', 'no', 'pupil', '5', 'skip', 'skip', 'skip', 'The library', 'skip', 'skip'];
    const messages = [...texts, 'Ella Whitfield', 'skip', 'She hid', 'skip', 'skip'].map((text) =>
      dialog.sayOf('teacher', text, 'personal'),
    );
    const again = async (from: number, to: number) => {
      for (const message of messages.slice(Math.max(from, 0), to)) await dialog.run(message);
    };
    for (const [at, message] of messages.entries()) {
      await dialog.run(message);
      await again(at - 3, at + 1);
    }
    const [draft] = await dialog.drafts('teacher');
    expect(draft?.answers).toMatchObject({ danger: 'no', image: 'no', place: 'The library', people: 'Ella Whitfield' });
    expect(draft?.answers).toMatchObject({ platform: '', seen: 'She hid', childsWords: '', at: 'more/intent' });
    await say(dialog, 'send');
    expect(await dialog.reports('teacher')).toHaveLength(1);
  });

  it('is short and without words where an image is involved', async () => {
    const dialog = await openDialog();
    await say(dialog, 'report by typing', 'no');
    expect((await say(dialog, 'yes')).words).toContain('Step 3 of 4');
    await say(dialog, 'pupil', '1');
    await say(dialog, 'send');
    const [sent] = await dialog.reports('teacher');
    expect(sent?.report.answers).toMatchObject({ image: 'yes', imageOn: 'pupil-device', seen: '' });
  });

  it('takes no guess for an answer, and says what it did not take', async () => {
    const dialog = await openDialog();
    await say(dialog, 'report by typing');
    expect((await say(dialog, 'perhaps')).words).toContain('none of the choices');
    await say(dialog, 'no', 'no');
    expect((await say(dialog, 'Gandalf')).words).toContain('No adult of the school has that name');
    expect((await say(dialog, 'skip')).words).toContain('No adult of the school has that name');
    await say(dialog, 'the head');
    expect((await dialog.drafts('teacher'))[0]?.answers.about).toEqual(['role:head']);
  });

  it('answers a question to the policies in between, and goes on where it was', async () => {
    const dialog = await openDialog();
    await say(dialog, 'report by typing', 'no');
    const asked = await say(dialog, 'ask: May I use my own phone in class?');
    expect(asked.words).toContain('phone');
    expect((await dialog.drafts('teacher'))[0]?.answers.at).toBe('image/image');
    expect((await say(dialog, 'no')).words).toContain('Step 3 of 9');
  });

  it('puts danger first, and keeps what was written as the answer', async () => {
    const dialog = await openDialog();
    await say(
      dialog,
      'report by typing',
      'no',
      'no',
      'pupil',
      'skip',
      'skip',
      'skip',
      'skip',
      'skip',
      'skip',
      'skip',
      'skip',
      'skip',
    );
    expect((await dialog.drafts('teacher'))[0]?.answers.at).toBe('seen/seen');
    const { sent } = await dialog.say('teacher', 'A man has a knife in the playground right now');
    expect(wordsOf(sent[0] ?? '')).toContain('In danger now? Call 999.');
    expect((await dialog.drafts('teacher'))[0]?.answers.seen).toBe('A man has a knife in the playground right now');
  });

  it('asks whether it is about somebody who would receive it, and takes yes or no', async () => {
    const dialog = await openDialog();
    await say(
      dialog,
      'report by typing',
      'no',
      'no',
      'not known',
      'skip',
      'skip',
      'skip',
      'skip',
      'skip',
      'skip',
      'skip',
    );
    const asked = await say(dialog, 'Priya Nair saw it', 'send');
    expect(asked.words).toContain('Is this about Priya Nair, who would receive it?');
    referenceOn((await say(dialog, 'no')).card);
    const [sent] = await dialog.reports('teacher');
    expect(sent?.report.answers.aboutRecipient).toEqual({ 'priya-nair': false });
    expect(sent?.report.route.recipients.map(({ personId }) => personId)).toContain('priya-nair');
  });

  it('goes back, changes an answer of the read-back, and takes the words of several lines', async () => {
    const dialog = await openDialog();
    await say(dialog, 'report by typing', 'no', 'no', 'pupil');
    expect((await say(dialog, 'back')).words).toContain('Step 3 of 9');
    await say(dialog, 'outsider');
    const skips: string[] = Array.from({ length: 18 }, () => 'skip');
    const review = await say(dialog, ...skips);
    expect(review.words).toContain('Read it once more');
    expect((await say(dialog, 'change 3')).words).toContain('Step 3 of 9');
    expect((await say(dialog, 'pupil')).words).toContain('Read it once more');
    expect((await dialog.drafts('teacher'))[0]?.answers.about).toEqual(['pupil']);
  });

  it('rests after “later”, goes on with “go on”, and is deleted only by the second words', async () => {
    const dialog = await openDialog();
    await say(dialog, 'report by typing', 'no');
    expect((await say(dialog, 'later')).words).toContain('Saved for later');
    expect((await say(dialog, 'May I use my own phone in class?')).words).toContain('phone');
    expect((await say(dialog, 'go on')).words).toContain('Step 2 of 9');
    expect((await say(dialog, 'cancel')).words).toContain('Delete this report?');
    expect(await dialog.drafts('teacher')).toHaveLength(1);
    expect((await say(dialog, 'delete report')).words).toContain('was deleted');
    expect(await dialog.drafts('teacher')).toEqual([]);
  });

  it('goes on with forms at a word', async () => {
    const dialog = await openDialog();
    await say(dialog, 'report by typing', 'no', 'no');
    const { card } = await say(dialog, 'forms');
    expect(card).toContain('Input.ChoiceSet');
    expect((await dialog.drafts('teacher'))[0]?.draft.typing).toBe(false);
  });
});
