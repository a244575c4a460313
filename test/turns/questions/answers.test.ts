import { describe, expect, it } from 'vitest';
import { newKeyRing } from '../../../src/keys/key-ring.ts';
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
const reply = 'Yes, for that one day. Tell the office.';

async function asked(options: Parameters<typeof openQuestions>[0] = {}) {
  const turns = await openQuestions(options);
  const form = await turns.press('teacher', 'questions.compose', { clause: phones, others: [], from: 'answer' });
  const { card } = await turns.press('teacher', 'questions.ask', {
    ...buttonOf(form.card, 'questions.ask'),
    text: words,
  });
  const reference = referenceOn(card);
  const toOwner = `${schoolId}:question-asked:${reference}:${people.dsl.aadObjectId}`;
  const toAsker = `${schoolId}:question-answered:${reference}:${people.teacher.aadObjectId}`;
  return { turns, reference, toOwner, toAsker };
}

async function answerForm(turns: Questions, toOwner: string) {
  return buttonOf((await turns.cardFor(toOwner)).card, 'questions.answer');
}

describe('the message to the owner', () => {
  it('shows who asked what about which clause, with a form', async () => {
    const { turns, toOwner, reference } = await asked();
    const { card, summary } = await turns.cardFor(toOwner);
    for (const text of ['A question for you', 'Amara Okafor', words, 'Mobile Devices and Images Policy', reference]) {
      expect(card).toContain(text);
    }
    expect(Object.keys(buttonOf(card, 'questions.answer')).sort()).toEqual(['question', 'submission']);
    expect(summary).toBe('Staffroom: a colleague asks about a policy');
  });

  it('says when it is a second copy', async () => {
    const { turns, toOwner, reference } = await asked();
    expect((await turns.cardFor(toOwner, true)).card).toContain(`Second copy of ${reference}: a question for you`);
  });

  it('shows the answer instead of the form once there is one', async () => {
    const { turns, toOwner, reference } = await asked();
    await turns.say('dsl', `answer ${reference} ${reply}`);
    const { card } = await turns.cardFor(toOwner);
    expect(card).toContain('You answered this question');
    expect(card).not.toContain('Input.Text');
  });

  it('is a plain card with an error id when the key is missing', async () => {
    const { turns, toOwner, reference } = await asked();
    const without = await openQuestions({ stores: turns.stores, ring: newKeyRing(new Date()) });
    const { card } = await without.cardFor(toOwner);
    expect(card).toContain(`${reference}: something for you that cannot be opened now`);
    expect(card).toContain('error E-1');
    expect(without.logged.join()).toContain('"errorId":"E-1"');
    expect((await without.press('dsl', 'questions.open', { question: reference })).card).toContain('error E-2');
  });
});

describe('answering', () => {
  it.each(['press', 'submit'] as const)(
    'by %s stores it sealed, owes it to the asker and shows it to both',
    async (how) => {
      const { turns, toOwner, toAsker, reference } = await asked();
      const { card } = await turns[how]('dsl', 'questions.answer', {
        ...(await answerForm(turns, toOwner)),
        text: reply,
      });
      expect(card).toContain('Saved, and on its way to Amara Okafor');
      expect(card).toContain(reply);
      expect(JSON.stringify(await turns.questions.find(schoolId, reference))).not.toContain('one day');
      const message = await turns.cardFor(toAsker);
      for (const text of [
        'An answer to your question',
        'Daniel Reid, Designated Safeguarding Lead, answered',
        reply,
        words,
      ]) {
        expect(message.card).toContain(text);
      }
      expect(message.summary).toBe('Staffroom: your question was answered');
      const entries = await turns.stores.ledger.entries({ schoolId, chain: 'questions' }, 1, 10);
      expect(entries.map(({ kind }) => kind)).toEqual(['question-asked', 'question-answered']);
    },
  );

  it('can be typed, in any case and without the form', async () => {
    const { turns, reference } = await asked();
    const { card } = await turns.say('dsl', `Answer ${reference.toLowerCase()}: ${reply}`);
    expect(card).toContain('Saved, and on its way to Amara Okafor');
    expect(card).toContain(reply);
  });

  it('gives the same receipt when it is delivered again under either id, pressed or typed', async () => {
    const { turns, toOwner } = await asked();
    const press = turns.pressOf('dsl', 'questions.answer', { ...(await answerForm(turns, toOwner)), text: reply });
    const first = await turns.run(press);
    expect((await turns.run(press)).card).toBe(first.card);
    expect((await turns.run({ ...press, id: 'again' })).card).toBe(first.card);
    const typed = await asked();
    const said = await typed.turns.say('dsl', `answer ${typed.reference} ${reply}`);
    expect((await typed.turns.say('dsl', `answer ${typed.reference} ${reply}`)).card).toBe(said.card);
    expect((await typed.turns.deliveries.summary()).counts.pending).toBe(2);
  });

  it('says to a second answer that it was answered before, and shows the first', async () => {
    const { turns, toOwner, reference } = await asked();
    const [one, two] = [await answerForm(turns, toOwner), await answerForm(turns, toOwner)];
    await turns.press('dsl', 'questions.answer', { ...one, text: reply });
    const { card } = await turns.press('dsl', 'questions.answer', { ...two, text: 'No, never.' });
    expect(card).toContain('This question was answered before');
    expect(card).toContain(reply);
    expect((await turns.say('dsl', `answer ${reference} No, never.`)).card).toContain('answered before');
    expect((await turns.deliveries.summary()).counts.pending).toBe(2);
  });

  it.each(['', 'a'.repeat(4_001)])('keeps nothing of an answer that is empty or too long', async (text) => {
    const { turns, toOwner, reference } = await asked();
    const { card } = await turns.press('dsl', 'questions.answer', { ...(await answerForm(turns, toOwner)), text });
    expect(card).toContain('so nothing was sent');
    expect(card).toContain('Input.Text');
    expect((await turns.questions.find(schoolId, reference))?.answer).toBeUndefined();
  });

  it('takes no answer in a channel', async () => {
    const { turns, toOwner, reference } = await asked();
    const data = { ...(await answerForm(turns, toOwner)), text: reply };
    expect((await turns.press('dsl', 'questions.answer', data, 'staff team')).card).toContain('private chat');
    expect((await turns.say('dsl', `answer ${reference} ${reply}`, 'staff team')).card).toContain('private chat');
    expect((await turns.say('teacher', 'my questions', 'staff team')).card).not.toContain('photographs');
    expect((await turns.questions.find(schoolId, reference))?.answer).toBeUndefined();
  });
});

describe('who may do what', () => {
  const strangers = ['volunteer', 'head', 'otherHead'] as const;
  it.each(strangers)('%s can neither read, answer nor list it', async (who) => {
    const { turns, toOwner, reference } = await asked();
    const data = { ...(await answerForm(turns, toOwner)), text: 'Mine now.' };
    const cards = [
      await turns.press(who, 'questions.open', { question: reference }),
      await turns.press(who, 'questions.answer', data),
      await turns.submit(who, 'questions.answer', data),
      await turns.say(who, `answer ${reference} Mine now.`),
      await turns.say(who, `answer ${reference}`),
    ].map(({ card }) => card);
    for (const card of cards) {
      expect(card).toContain('There is no such question for you');
      expect(card).not.toContain('photographs');
    }
    expect(new Set(cards).size).toBe(1);
    expect((await turns.say(who, 'my questions')).card).toContain('You have asked no question yet');
    expect((await turns.questions.find(schoolId, reference))?.answer).toBeUndefined();
  });

  it('the asker cannot answer their own question', async () => {
    const { turns, toOwner } = await asked();
    const data = { ...(await answerForm(turns, toOwner)), text: 'I say yes.' };
    expect((await turns.press('teacher', 'questions.answer', data)).card).toContain('no such question for you');
  });

  const outOfUse = 'This button is no longer in use';
  const json = (text: string): unknown => JSON.parse(text);
  const id = '0'.repeat(32);
  it.each([
    ['no data', undefined],
    ['a list', []],
    ['a number as reference', { question: 7 }],
    ['__proto__ as reference', { question: '__proto__' }],
    ['a reference with a wrong check letter', { question: 'SQ-7KQ2-M' }],
    ['a path', { question: '../SQ-7KQ2-K' }],
    ['a reference in lower case', { question: 'sq-7kq2-k' }],
    ['own __proto__', json('{"question":"SQ-7KQ2-K","__proto__":{"admin":true}}')],
    ['an identity', { question: 'SQ-7KQ2-K', objectId: people.dsl.aadObjectId }],
    ['another school', { question: 'SQ-7KQ2-K', schoolId: 'otter-lane' }],
    ['a short submission', { question: 'SQ-7KQ2-K', submission: 'x', text: '' }],
    ['a path as clause', { question: 'SQ-7KQ2-K', submission: id, clause: '../staff#rjdo2u' }],
    ['a clause without its policy', { question: 'SQ-7KQ2-K', submission: id, clause: 'rjdo2u' }],
    ['a list as clause', { question: 'SQ-7KQ2-K', submission: id, clause: ['staff-acceptable-use#rjdo2u'] }],
    ['a word as tick', { question: 'SQ-7KQ2-K', submission: id, clause: 'staff-acceptable-use#rjdo2u', keep: 'yes' }],
    ['an object as text', { question: 'SQ-7KQ2-K', submission: id, text: {} }],
    ['a text without end', { question: 'SQ-7KQ2-K', submission: id, text: 'a'.repeat(60_000) }],
  ])('%s is not understood and changes nothing', async (_, data) => {
    const turns = await openQuestions();
    const acts = ['ask', 'open', 'answer', 'clauses', 'choose', 'mark', 'gap'].map((name) => `questions.${name}`);
    for (const verb of acts) {
      expect((await turns.press('volunteer', verb, data)).card, verb).toContain(outOfUse);
    }
  });

  it('a reference that does not exist is as one of somebody else', async () => {
    const turns = await openQuestions();
    for (const typed of ['answer SQ-7KQ2-K hello', 'answer SQ-7KQ2-M hello', 'answer sq-__proto__-x hello']) {
      const { card } = await turns.say('volunteer', typed);
      if (typed.includes('proto')) expect(card).not.toContain('Saved');
      else expect(card).toContain('There is no such question for you');
    }
    const press = await turns.press('volunteer', 'questions.open', { question: 'SQ-7KQ2-K' });
    expect(press.card).toContain('There is no such question for you');
  });
});

describe('my questions', () => {
  it('lists them newest first for asker and owner, open and answered, and opens one', async () => {
    let minute = 0;
    const { turns, reference } = await asked({ now: () => new Date(Date.UTC(2026, 10, 20, 10, minute++)) });
    const form = await turns.press('teacher', 'questions.compose', { clause: phones, others: [], from: 'answer' });
    const second = await turns.press('teacher', 'questions.ask', {
      ...buttonOf(form.card, 'questions.ask'),
      text: 'And a smart watch?',
    });
    await turns.say('dsl', `answer ${reference} ${reply}`);
    for (const who of ['teacher', 'dsl'] as const) {
      const { card } = await turns.say(who, 'My questions?');
      expect(card.indexOf('smart watch')).toBeGreaterThan(0);
      expect(card.indexOf('smart watch')).toBeLessThan(card.indexOf('photographs of pupils'));
      expect(card).toContain('"Open"');
      expect(card).toContain('"Answered"');
    }
    const list = await turns.say('dsl', 'my questions');
    expect(buttonOf(list.card, 'questions.open')).toEqual({ question: referenceOn(second.card) });
    const opened = await turns.press('dsl', 'questions.open', buttonOf(list.card, 'questions.open'));
    expect(opened.card).toContain('Input.Text');
    const mine = await turns.press('teacher', 'questions.open', { question: reference });
    expect(mine.card).toContain(reply);
  });

  it('tells the asker what became of the message to the owner', async () => {
    const { turns, toOwner, reference } = await asked();
    const look = async () => (await turns.press('teacher', 'questions.open', { question: reference })).card;
    expect(await look()).toContain('has not gone out yet');
    const at = '2026-11-20T10:06:00.000Z';
    const [claimed] = await turns.deliveries.claim(at, { limit: 1, leaseMs: 1000, holder: 'me' });
    if (!claimed?.lease) throw new Error('nothing was claimed');
    await turns.deliveries.settle(toOwner, claimed.lease.holder, {
      state: 'undeliverable',
      attempt: { at, outcome: 'undeliverable', code: 'no-address' },
    });
    expect(await look()).toContain('could not be delivered in Teams. Please speak to them yourself.');
  });

  it('is empty for whoever has none', async () => {
    const turns = await openQuestions();
    expect((await turns.say('volunteer', 'my questions')).card).toContain('You have asked no question yet');
    expect(await turns.questions.of(schoolId, keyOf('volunteer'))).toEqual([]);
  });
});
