import { expect, it, describe } from 'vitest';
import {
  buttonOf,
  keyOf,
  openQuestions,
  people,
  phones,
  referenceOn,
  schoolId,
  type Questions,
} from './question-bench.ts';

const words = 'May I take photographs of pupils on my own phone?';
const link = { clause: phones, others: [], from: 'answer' };

async function compose(turns: Questions, data: object = link) {
  return buttonOf((await turns.press('teacher', 'questions.compose', data)).card, 'questions.ask');
}

async function ask(turns: Questions, text = words) {
  const { card } = await turns.press('teacher', 'questions.ask', { ...(await compose(turns)), text });
  return { card, reference: referenceOn(card) };
}

describe('handing a question over', () => {
  it('goes from the answer to a form that says who will see it, and back', async () => {
    const turns = await openQuestions();
    const answer = await turns.say('teacher', words);
    const shown = (await turns.press('teacher', 'questions.compose', buttonOf(answer.card, 'questions.compose'))).card;
    expect(shown).toContain('Daniel Reid, Designated Safeguarding Lead');
    expect(shown).toContain('Your name goes with it');
    expect(shown).not.toContain('on my own phone?');
    const back = await turns.press('teacher', 'answering.answer', buttonOf(shown, 'answering.answer'));
    const [heading = 'none'] = /What the polic(y says|ies say)/.exec(answer.card) ?? [];
    expect(back.card).toContain(heading);
    expect(await turns.questions.of(schoolId, keyOf('teacher'))).toEqual([]);
  });

  it('stores it sealed, owes the owner a message and writes the ledger, then says that it is saved', async () => {
    const turns = await openQuestions();
    const { card, reference } = await ask(turns);
    expect(card).toContain('Saved, and on its way to Daniel Reid, Designated Safeguarding Lead');
    expect(card).toContain(words);
    expect(card).toContain('20 November 2026 at 10:05');
    expect(turns.wakes()).toBe(1);

    const question = await turns.questions.find(schoolId, reference);
    expect(question).toMatchObject({ asker: keyOf('teacher'), owner: keyOf('dsl'), clause: phones });
    expect(JSON.stringify(question)).not.toContain('photographs');
    const key = `${schoolId}:question-asked:${reference}:${people.dsl.aadObjectId}`;
    expect(await turns.deliveries.find(key)).toMatchObject({ state: 'pending', to: keyOf('dsl'), schoolId });
    const [entry, ...more] = await turns.stores.ledger.entries({ schoolId, chain: 'questions' }, 1, 10);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ kind: 'question-asked', facts: { reference, clause: phones } });
    expect(JSON.stringify(entry)).not.toContain(people.teacher.aadObjectId);
    expect(turns.logged.join()).not.toContain('photographs');
  });

  it('works for clients that know only Submit', async () => {
    const turns = await openQuestions();
    const form = await turns.submit('teacher', 'questions.compose', link);
    const { card } = await turns.submit('teacher', 'questions.ask', {
      ...buttonOf(form.card, 'questions.ask'),
      text: words,
    });
    expect(card).toContain('Saved, and on its way to Daniel Reid');
    expect(await turns.questions.find(schoolId, referenceOn(card))).toBeDefined();
  });

  it('gives the same receipt when Teams delivers the press again, with the same and with a new activity id', async () => {
    const turns = await openQuestions();
    const press = turns.pressOf('teacher', 'questions.ask', { ...(await compose(turns)), text: words });
    const first = await turns.run(press);
    expect((await turns.run(press)).card).toBe(first.card);
    expect((await turns.run({ ...press, id: 'another' })).card).toBe(first.card);
    expect(await turns.questions.of(schoolId, keyOf('teacher'))).toHaveLength(1);
    expect((await turns.deliveries.summary()).counts.pending).toBe(1);
  });

  it('is one question when the same press arrives many times at once', async () => {
    const turns = await openQuestions();
    const press = turns.pressOf('teacher', 'questions.ask', { ...(await compose(turns)), text: words });
    const seen = await Promise.all(Array.from({ length: 20 }, (_, at) => turns.run({ ...press, id: `again-${at}` })));
    expect(new Set(seen.map(({ card }) => referenceOn(card))).size).toBe(1);
    expect(await turns.questions.of(schoolId, keyOf('teacher'))).toHaveLength(1);
  });

  it('gives nobody the receipt of another person by their submission id', async () => {
    const turns = await openQuestions();
    const data = { ...(await compose(turns)), text: words };
    const { card: receipt } = await turns.press('teacher', 'questions.ask', data);
    const { card } = await turns.press('volunteer', 'questions.ask', { ...data, text: 'My own question?' });
    expect(card).not.toContain('photographs');
    expect(referenceOn(card)).not.toBe(referenceOn(receipt));
  });

  it.each(['', '   ', 'a'.repeat(1_001)])('keeps nothing and shows the form again for %j', async (text) => {
    const turns = await openQuestions();
    const form = await compose(turns);
    const { card } = await turns.press('teacher', 'questions.ask', { ...form, text });
    expect(card).toMatch(/so nothing was sent/);
    expect(buttonOf(card, 'questions.ask')).toEqual(form);
    expect(await turns.questions.of(schoolId, keyOf('teacher'))).toEqual([]);
  });

  it.each(['A child has just told me that her stepfather hits her', 'Someone has a knife in the playground right now'])(
    'never hands over what sounds like an incident: %s',
    async (text) => {
      const turns = await openQuestions();
      const { card, sent } = await turns.press('teacher', 'questions.ask', { ...(await compose(turns)), text });
      expect(card).toContain('Designated Safeguarding Lead');
      expect(card).not.toContain(text);
      expect(sent.join()).toContain('What you wrote was not passed on');
      expect(await turns.questions.of(schoolId, keyOf('dsl'))).toEqual([]);
      expect((await turns.deliveries.summary()).counts.pending).toBe(0);
    },
  );

  it('offers neither to hand over nor to tell as missing after what sounds like an incident', async () => {
    const turns = await openQuestions();
    const { sent } = await turns.say('teacher', 'A pupil told me that her stepfather hits her, may I use my phone?');
    expect(sent.length).toBeGreaterThan(1);
    expect(sent.join()).not.toContain('"verb":"questions.');
  });

  it('asks to go on in the private chat when pressed in a channel, and keeps nothing', async () => {
    const turns = await openQuestions();
    for (const verb of ['questions.compose', 'questions.ask']) {
      const data = verb === 'questions.ask' ? { ...(await compose(turns)), text: words } : link;
      const { card } = await turns.press('teacher', verb, data, 'staff team');
      expect(card).toContain('Please do this in our private chat');
      expect(card).toContain('https://teams.microsoft.com/l/chat/0/0?users=28%3A');
    }
    expect(await turns.questions.of(schoolId, keyOf('teacher'))).toEqual([]);
  });

  it('goes to whoever covers while the owner is away', async () => {
    const turns = await openQuestions({ now: () => new Date('2027-02-09T10:00:00Z') });
    const { card, reference } = await ask(turns);
    expect(card).toContain('on its way to Priya Nair');
    expect(await turns.questions.find(schoolId, reference)).toMatchObject({ owner: keyOf('deputyDsl') });
  });

  const withoutObjectId = (text: string) => text.replace(/(name: Daniel Reid\n) +objectId: .*\n/, '$1');

  it('shows name and phone, and keeps nothing, where Teams has not told who the owner is', async () => {
    const turns = await openQuestions({ schoolYaml: withoutObjectId });
    const { card } = await turns.press('teacher', 'questions.compose', link);
    expect(card).toContain('Please ask Daniel Reid directly');
    expect(card).toContain('01632 960102');
  });

  it('reaches an owner whose sign-in name was bound before', async () => {
    const turns = await openQuestions({ schoolYaml: withoutObjectId });
    await turns.persons.bindUpn(keyOf('dsl').tenantId, 'd.reid@marlowbridge.example', people.dsl.aadObjectId);
    const { card, reference } = await ask(turns);
    expect(card).toContain('Daniel Reid, Designated Safeguarding Lead');
    expect(await turns.questions.find(schoolId, reference)).toMatchObject({ owner: keyOf('dsl') });
  });

  it('tells the owner that they answer for the policy themselves', async () => {
    const turns = await openQuestions();
    expect((await turns.press('dsl', 'questions.compose', link)).card).toContain('You answer for this policy yourself');
  });

  it('tells that a clause is gone, and asks the head where there is no clause', async () => {
    const turns = await openQuestions();
    const gone = await turns.press('teacher', 'questions.compose', { ...link, clause: 'mobile-devices#zzzzzz' });
    expect(gone.card).toContain('no longer in your school');
    const head = await turns.press('teacher', 'questions.compose', { clause: '', others: [], from: 'unsure' });
    expect(head.card).toContain('Helen Marsh, Headteacher');
    const back = await turns.press('teacher', 'answering.unsure', buttonOf(head.card, 'answering.unsure'));
    expect(back.card).toContain('The policies do not clearly say');
  });

  it('draws another reference when one is taken', async () => {
    const turns = await openQuestions();
    const { reference } = await ask(turns);
    const drawn = [reference, reference, 'SQ-FREE-X'];
    const again = await openQuestions({ stores: turns.stores, ring: turns.ring });
    const { handOverQuestion } = await import('../../../src/domain/questions/hand-over-question.ts');
    const library = again.shelf.find(schoolId);
    if (!library) throw new Error('no school');
    const outcome = await handOverQuestion(
      { ...again, newReference: () => drawn.shift() ?? '' },
      {
        act: { activityKey: 'k', submissionId: 's' },
        asker: { ...keyOf('teacher'), displayName: '' },
        library,
        today: '2026-11-20',
        clause: phones,
        text: words,
      },
    );
    expect(outcome).toMatchObject({ kind: 'handed', question: { id: 'SQ-FREE-X' } });
  });
});
