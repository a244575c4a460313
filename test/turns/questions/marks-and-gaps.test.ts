import { describe, expect, it } from 'vitest';
import { buttonOf, openQuestions, people, phones, schoolId } from './question-bench.ts';

const words = 'May I take photographs of pupils on my own phone?';

describe('helpful and not helpful', () => {
  it('thanks, leaves the card usable and counts without who or what', async () => {
    const turns = await openQuestions();
    const { card } = await turns.say('teacher', words);
    const helpful = buttonOf(card, 'questions.mark');
    expect(helpful).toMatchObject({ helpful: true });
    const thanked = await turns.press('teacher', 'questions.mark', helpful);
    expect(thanked.card).toContain('Thank you. It was noted without your name.');
    const { clause, others, certainty, byReader } = helpful;
    expect(thanked.card).toContain(JSON.stringify({ clause, others, certainty, byReader }));
    await turns.submit('teacher', 'questions.mark', buttonOf(card, 'questions.mark', 1));
    const marks = await turns.questions.marks(schoolId);
    expect(marks.get(String(helpful['clause']))).toEqual({ helpful: 1, unhelpful: 0 });
  });

  it('counts the same card in a channel once for each person', async () => {
    const turns = await openQuestions();
    const { card } = await turns.say('teacher', words, 'staff team');
    const clause = String(buttonOf(card, 'questions.mark')['clause']);
    const data = { ...buttonOf(card, 'questions.mark'), helpful: false };
    for (const who of ['teacher', 'teacher', 'volunteer'] as const) {
      await turns.press(who, 'questions.mark', data, 'staff team');
    }
    expect((await turns.questions.marks(schoolId)).get(clause)).toEqual({
      helpful: 0,
      unhelpful: 2,
    });
  });

  it('says that a clause is gone and counts nothing for it', async () => {
    const turns = await openQuestions();
    const data = { clause: 'mobile-devices#zzzzzz', others: [], helpful: true, submission: '0'.repeat(32) };
    expect((await turns.press('teacher', 'questions.mark', data)).card).toContain('no longer in your school');
    expect((await turns.questions.marks(schoolId)).size).toBe(0);
  });
});

describe('telling the school what is missing', () => {
  const link = { clause: phones, others: [] };
  const open = async (turns: Awaited<ReturnType<typeof openQuestions>>) =>
    buttonOf((await turns.press('teacher', 'questions.gap-compose', link)).card, 'questions.gap');

  it('is offered where the policies do not say, with an empty box and a warning, and leads back', async () => {
    const turns = await openQuestions();
    const unsure = await turns.say('teacher', 'How many biscuits may I eat at break?');
    const form = await turns.press('teacher', 'questions.gap-compose', buttonOf(unsure.card, 'questions.gap-compose'));
    expect(form.card).toContain('Do not name a pupil, a parent or a colleague.');
    expect(form.card).not.toContain('allotment');
    const back = await turns.press('teacher', 'answering.unsure', buttonOf(form.card, 'answering.unsure'));
    expect(back.card).toContain('The policies do not clearly say');
    expect(await turns.questions.gaps(schoolId)).toEqual([]);
  });

  it('keeps the words sealed, once, and without who wrote them', async () => {
    const turns = await openQuestions();
    const press = turns.pressOf('teacher', 'questions.gap', { ...(await open(turns)), text: 'Dogs at the allotment' });
    expect((await turns.run(press)).card).toContain('Saved for the next review');
    await turns.run(press);
    await turns.run({ ...press, id: 'again' });
    const [gap, ...more] = await turns.questions.gaps(schoolId);
    expect(more).toEqual([]);
    expect(JSON.stringify(gap)).not.toContain('Dogs');
    expect(JSON.stringify(gap)).not.toContain(people.teacher.aadObjectId);
    const place = { schoolId, type: 'gap', id: gap?.id ?? '' };
    expect(await turns.sealer.open(gap?.sealedText ?? '', place)).toBe('Dogs at the allotment');
  });

  it.each([
    ['A boy in my class told me that his uncle hurts him', 'What you wrote was not passed on'],
    ['', 'There were no words in it'],
    ['a'.repeat(1_001), 'longer than 1,000 characters'],
  ])('keeps nothing of %j', async (text, shown) => {
    const turns = await openQuestions();
    const { card, sent } = await turns.press('teacher', 'questions.gap', { ...(await open(turns)), text });
    expect([card, ...sent].join()).toContain(shown);
    expect(await turns.questions.gaps(schoolId)).toEqual([]);
  });

  it('keeps nothing in a channel', async () => {
    const turns = await openQuestions();
    const data = { ...(await open(turns)), text: 'Dogs' };
    expect((await turns.press('teacher', 'questions.gap', data, 'staff team')).card).toContain('private chat');
    expect(await turns.questions.gaps(schoolId)).toEqual([]);
  });
});
