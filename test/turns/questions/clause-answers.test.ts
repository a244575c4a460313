import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  buttonOf,
  keyOf,
  openQuestions,
  people,
  phones,
  referenceOn,
  schoolId,
  type Questions,
  type Who,
} from './question-bench.ts';

const words = 'Can I bring a fridge in for my classroom?';
const otherWords = 'may I have a fridge in the classroom for the milk';
const clause = 'staff-acceptable-use#rjdo2u';
const says = 'Electrical items from home need a safety test by the site manager';
const file = (turns: Questions, school = schoolId) => join(turns.folder, school, 'phrasings.yaml');

/** A question of the teacher's, asked below `about`, and its card for whoever was asked. */
async function ask(turns: Questions, text: string, about: string, owner: Who) {
  const from = about === '' ? 'unsure' : 'answer';
  const form = await turns.press('teacher', 'questions.compose', { clause: about, others: [], from });
  const { card } = await turns.press('teacher', 'questions.ask', { ...buttonOf(form.card, 'questions.ask'), text });
  const reference = referenceOn(card);
  const asked = await turns.cardFor(`${schoolId}:question-asked:${reference}:${people[owner].aadObjectId}`);
  const toAsker = `${schoolId}:question-answered:${reference}:${people.teacher.aadObjectId}`;
  return { reference, card: asked.card, toAsker };
}

/** The data of the button below `of` on the card that offers the clauses. */
function choiceOf(card: string, of = clause): Record<string, unknown> {
  for (let at = 0; ; at++) {
    const data = buttonOf(card, 'questions.choose', at);
    if (data['clause'] === of) return { ...data, ...tickOf(card) };
  }
}

/** The tick on the card, as a client sends it along with every button. */
function tickOf(card: string): { keep?: string | undefined } {
  const [, keep] = /"id":"keep"[^}]*"value":"(true|false)"/.exec(card) ?? [];
  return keep === undefined ? {} : { keep };
}

/** What the search does not find near is found by its number. */
const search = 'staff acceptable use 4.4';

async function askedForFridge(text = words) {
  const turns = await openQuestions();
  const asked = await ask(turns, text, '', 'head');
  const nearest = await turns.press('head', 'questions.clauses', buttonOf(asked.card, 'questions.clauses'));
  const found = { ...buttonOf(nearest.card, 'questions.clauses'), ...tickOf(nearest.card) };
  const { card } = await turns.press('head', 'questions.clauses', { ...found, text: search });
  return { turns, asked, nearest: nearest.card, card, choice: choiceOf(card) };
}

describe('“This clause answers it”', () => {
  it.each(['press', 'submit'] as const)('by %s gives the asker the clause, and keeps the words', async (how) => {
    const { turns, asked, card, choice } = await askedForFridge();
    for (const text of ['Which clause answers it?', 'Amara Okafor', words, says, 'without a name', asked.reference])
      expect(card).toContain(text);
    expect(Object.keys(choice).sort()).toEqual(['clause', 'keep', 'question', 'submission']);

    const receipt = await turns[how]('head', 'questions.choose', choice);
    expect(receipt.card).toContain('Saved, and on its way to Amara Okafor');
    expect(receipt.card).toContain('finds this clause first now');
    const told = await turns.cardFor(asked.toAsker);
    for (const text of ['An answer to your question', 'Helen Marsh, Headteacher, answered', says, 'Clause 4.4'])
      expect(told.card).toContain(text);
    expect(readFileSync(file(turns), 'utf8')).toContain(`- { words: "${words}", clause: ${clause}, says: "${says}`);
    expect(readFileSync(file(turns), 'utf8')).not.toContain('Amara');
  });

  it('leads colleagues who ask like that to the clause at once', async () => {
    const { turns, choice } = await askedForFridge();
    expect((await turns.say('volunteer', words)).card).toContain('The policies do not clearly say');
    await turns.press('head', 'questions.choose', choice);
    for (const question of [words, otherWords])
      expect(buttonOf((await turns.say('volunteer', question)).card, 'questions.mark')).toMatchObject({ clause });
  });

  it.each(['false', undefined])('gives the clause and keeps no words with the tick at %s', async (keep) => {
    const { turns, asked, choice } = await askedForFridge();
    const receipt = await turns.press('head', 'questions.choose', { ...choice, keep, text: search });
    expect(receipt.card).toContain('Saved, and on its way to Amara Okafor');
    expect(receipt.card).toContain('The words of the question were not kept, as you chose.');
    expect((await turns.cardFor(asked.toAsker)).card).toContain(says);
    expect(existsSync(file(turns))).toBe(false);
  });

  it('is searched for with the tick as it was', async () => {
    const { turns, asked, card } = await askedForFridge();
    expect(tickOf(card)).toEqual({ keep: 'true' });
    for (const text of [search, 'qwertz', ''])
      for (const keep of ['true', 'false']) {
        const found = await turns.press('head', 'questions.clauses', { question: asked.reference, text, keep });
        expect(tickOf(found.card), text).toEqual({ keep });
      }
  });

  it('leads nobody of another school there', async () => {
    const { turns, choice } = await askedForFridge();
    await turns.press('head', 'questions.choose', choice);
    expect((await turns.say('otherHead', words)).card).toContain('The policies do not clearly say');
    expect(existsSync(file(turns, 'otter-lane'))).toBe(false);
  });

  it('stands in the ledger with the clause, and the words nowhere in clear', async () => {
    const { turns, asked, choice } = await askedForFridge();
    await turns.press('head', 'questions.choose', choice);
    const [, answered] = await turns.stores.ledger.entries({ schoolId, chain: 'questions' }, 1, 10);
    expect(answered).toMatchObject({ kind: 'question-answered', facts: { reference: asked.reference, clause } });
    expect(JSON.stringify(await turns.questions.find(schoolId, asked.reference))).not.toContain('fridge');
    expect(turns.logged.join()).not.toContain('fridge');
  });

  it('counts once, however often it is delivered, and the first choice stands', async () => {
    const { turns, asked, nearest, choice } = await askedForFridge();
    const press = turns.pressOf('head', 'questions.choose', choice);
    const first = await turns.run(press);
    const text = readFileSync(file(turns), 'utf8');
    expect((await turns.run({ ...press, id: 'again' })).card).toBe(first.card);
    const other: Record<string, unknown> = { ...buttonOf(nearest, 'questions.choose'), keep: 'true' };
    expect(other['clause']).not.toBe(clause);
    for (const submission of [choice['submission'], other['submission']]) {
      const later = await turns.press('head', 'questions.choose', { ...other, submission });
      expect(later.card).toContain('This question was answered before');
      expect(later.card).toContain('The first answer stands. What came now was not kept.');
    }
    const again = await turns.press('head', 'questions.clauses', { question: asked.reference });
    expect(again.card).toContain('You answered this question');
    expect(readFileSync(file(turns), 'utf8')).toBe(text);
    expect((await turns.deliveries.summary()).counts.pending).toBe(2);
  });

  it('leaves to the words what they lead to already', async () => {
    const { turns, asked, choice } = await askedForFridge();
    await turns.say('head', `attach mobile devices 2.2: ${words}`);
    const text = readFileSync(file(turns), 'utf8');
    const { card } = await turns.press('head', 'questions.clauses', { question: asked.reference });
    expect(card).toContain('phrasings.yaml already. What stands there stays.');
    expect(tickOf(card)).toEqual({});
    expect((await turns.press('head', 'questions.choose', choice)).card).toContain('lead to another clause already');
    expect((await turns.cardFor(asked.toAsker)).card).toContain(says);
    expect(readFileSync(file(turns), 'utf8')).toBe(text);
  });

  it('answers where the file cannot be added to, and shows the line to put there', async () => {
    const { turns, asked, choice } = await askedForFridge();
    writeFileSync(file(turns), 'ours: none\n');
    const { card, sent } = await turns.press('head', 'questions.choose', choice);
    expect(card).toContain('could not be written down');
    expect(sent.join()).toContain(`clause: ${clause}`);
    expect((await turns.cardFor(asked.toAsker)).card).toContain(says);
    expect(readFileSync(file(turns), 'utf8')).toBe('ours: none\n');
  });

  it('says so where another file of the folder keeps the words waiting', async () => {
    const { turns, choice } = await askedForFridge();
    writeFileSync(join(turns.folder, schoolId, 'broken.md'), 'no front matter\n');
    expect((await turns.press('head', 'questions.choose', choice)).card).toContain('They are not in use yet');
    expect(readFileSync(file(turns), 'utf8')).toContain(words);
  });
});

describe('the clauses to choose from', () => {
  it('are of policies that the chooser answers for', async () => {
    const turns = await openQuestions();
    const asked = await ask(turns, words, phones, 'dsl');
    const shown = [
      await turns.press('dsl', 'questions.clauses', { question: asked.reference }),
      await turns.press('dsl', 'questions.clauses', { question: asked.reference, text: 'phone 2.2' }),
    ];
    for (const { card } of shown) {
      expect(choiceOf(card, phones)).toBeDefined();
      expect(card).not.toContain('staff-acceptable-use#');
    }
    const none = await turns.press('dsl', 'questions.clauses', { question: asked.reference, text: 'qwertz' });
    expect(none.card).toContain('No clause was found in the policies that you answer for');
    const forged = { question: asked.reference, clause, submission: '0'.repeat(32) };
    expect((await turns.press('dsl', 'questions.choose', forged)).card).toContain('You do not answer for the policy');
    const gone = { ...forged, clause: 'mobile-devices#zzzzzz' };
    expect((await turns.press('dsl', 'questions.choose', gone)).card).toContain('no longer in force');
    expect((await turns.questions.find(schoolId, asked.reference))?.answer).toBeUndefined();
    expect(existsSync(file(turns))).toBe(false);
  });

  it('give way to what to do now where the search sounds urgent', async () => {
    const turns = await openQuestions();
    const asked = await ask(turns, words, '', 'head');
    const text = 'a boy has a knife in the hall';
    const { card, sent, summaries } = await turns.press('head', 'questions.clauses', {
      question: asked.reference,
      text,
    });
    expect(card).toContain('999');
    expect(card).not.toContain('No clause was found');
    expect(sent.join()).toContain('What you wrote was not passed on');
    expect(summaries).toContain('Staffroom: not passed on');
  });

  it('are nobody else’s to see or to choose, in no other place and for no refusal', async () => {
    const { turns, asked, choice } = await askedForFridge();
    for (const who of ['teacher', 'volunteer', 'dsl', 'otherHead'] as const) {
      for (const verb of ['questions.clauses', 'questions.choose']) {
        const data = verb === 'questions.choose' ? choice : { question: asked.reference };
        const { card } = await turns.press(who, verb, data);
        expect(card).toContain('no such question for you');
        expect(card).not.toContain('fridge');
      }
    }
    expect((await turns.press('head', 'questions.choose', choice, 'staff team')).card).toContain('private chat');
    expect((await turns.questions.find(schoolId, asked.reference))?.answer).toBeUndefined();
    expect(existsSync(file(turns))).toBe(false);
  });
});

describe('words that are not for everybody', () => {
  it.each([
    'I am diabetic, may I have a fridge in my classroom?',
    'Does Liam need a test for his fridge?',
    `May ${people.dsl.name} bring a fridge?`,
    'may mrs okafor bring a fridge',
    'I left my fridge in the hall, is that bad?',
    'can i bring the fridge that liam.s@example.org sent',
    'Can I ring 07700 900123 about the fridge?',
    `May I bring ${'a fridge and '.repeat(30)} a toaster?`,
  ])('are never kept, and the clause is the answer all the same: %s', async (text) => {
    const { turns, asked, card, choice } = await askedForFridge(text);
    expect(card).toContain('The words of the question are not kept');
    expect(tickOf(card)).toEqual({});
    const receipt = await turns.press('head', 'questions.choose', choice);
    expect(receipt.card).toContain('The words of the question were not kept');
    expect(receipt.card).toContain('Write “attach mobile devices 2.2: …”');
    expect(receipt.card).not.toContain('Does a clause answer it?');
    expect((await turns.cardFor(asked.toAsker)).card).toContain(says);
    expect(existsSync(file(turns))).toBe(false);
  });

  it('are never kept where they are a refusal to sign, which no clause answers', async () => {
    const turns = await openQuestions();
    const asked = await ask(turns, words, '', 'head');
    const signatories = [{ questionId: asked.reference, state: 'declined' }];
    Object.assign(turns.stores.signoffs, { signatoriesOf: () => Promise.resolve(signatories) });
    const owed = `${schoolId}:question-asked:${asked.reference}:${keyOf('head').objectId}`;
    expect((await turns.cardFor(owed)).card).not.toContain('questions.clauses');
    const forged = { question: asked.reference, clause, submission: '0'.repeat(32) };
    expect((await turns.press('head', 'questions.choose', forged)).card).toContain('cannot agree to sign');
    expect((await turns.questions.find(schoolId, asked.reference))?.answer).toBeUndefined();
  });
});
