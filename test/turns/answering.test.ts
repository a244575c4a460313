import { beforeAll, describe, expect, it } from 'vitest';
import { buttonOf } from './questions/question-bench.ts';
import { openTurns, presses, says, submits, type Turns } from './turn-bench.ts';

let turns: Turns;
beforeAll(async () => {
  turns = await openTurns();
});

const staffRoom = 'Staff may use their own mobile phone in the staff room at break.';
const link = { clause: 'phones#own2', others: ['phones#own1', 'phones#own3'] };

describe('a question in the personal chat', () => {
  it('is answered by one card that quotes the clause word for word', async () => {
    const { sent } = await turns.run(says('Can I use my own phone in the staff room?'));
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain(staffRoom);
    expect(sent[0]).toContain('Phones and Pictures Policy');
  });

  it('offers the section and the other clauses by their keys alone, on invoke and as its fallback', async () => {
    const { sent } = await turns.run(says('Can I use my own phone in the staff room?'));
    const card = sent[0] ?? '';
    expect(card).toContain('"verb":"answering.section"');
    expect(card).toContain('"clause":"phones#own2"');
    expect(card).toContain('"fallback":{"type":"Action.Submit"');
    expect(card).toMatch(/"others":\["phones#own[13]".{0,200}"shown":"phones#own[13]"/);
  });

  it('is answered with the greeting before it and the thanks after it', async () => {
    const { sent } = await turns.run(says('Hi Staffroom, can I use my own phone in the staff room? Thanks!'));
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain(staffRoom);
  });

  it('that the policies do not answer names whom to ask and does not pretend', async () => {
    const { sent } = await turns.run(says('When does the tuck shop open?'));
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain('The policies do not clearly say');
  });

  it('never quotes an addendum that has ended', async () => {
    const { sent } = await turns.run(says('May I photograph pupils with the trip camera on the summer trip?'));
    expect(sent.join()).not.toContain('trip camera.');
  });

  it('is answered from one school only', async () => {
    const teacher = await turns.run(says('May I keep a small gift of chocolates from a family?'));
    expect(teacher.sent.join()).not.toContain('such as chocolates');
    const other = await turns.run(
      says('May I keep a small gift of chocolates from a family?', 'personal', 'otherHead'),
    );
    expect(other.sent.join()).toContain('such as chocolates');
  });

  it('of a person known by sign-in name alone is answered once Teams confirms the name', async () => {
    const { sent } = await turns.run(says('Can I use my own phone in the staff room?', 'personal', 'byUpn'));
    expect(sent[0]).toContain(staffRoom);
  });
});

describe('the buttons of an answer', () => {
  it.each([
    ['an invoke', () => turns.run(presses('answering.section', link)), 'answered'],
    ['a message', () => turns.run(submits({ verb: 'answering.section', ...link })), 'replaced'],
  ] as const)('show the whole section in place of the card, on %s', async (_, press, how) => {
    const seen = await press();
    const card = how === 'answered' ? seen.answered : seen.replaced[0];
    expect(card).toContain(staffRoom);
    expect(card).toContain('Staff must not give their own mobile number to pupils.');
    expect(card).not.toContain('Photographs of pupils');
    expect(card).toContain('"verb":"answering.answer"');
    expect(seen.sent).toHaveLength(0);
  });

  it('go from the section back to the answer with the same other clauses', async () => {
    const section = (await turns.run(presses('answering.section', link))).answered ?? '';
    expect(section).toContain('"others":["phones#own1","phones#own3"]');
    const answer = (await turns.run(presses('answering.answer', link))).answered ?? '';
    expect(answer).toContain(staffRoom);
    expect(answer).toContain('2 other clauses');
  });

  it.each([
    ['doubtful', 'This may not answer your question', '2 other clauses'],
    ['doubtful-close', 'These may not answer your question', '1 other clause'],
    ['close', 'Two rules may fit your question. Please read both.', '1 other clause'],
  ])('lead back to an answer that is as %s as it was', async (certainty, said, others) => {
    const section = (await turns.run(presses('answering.section', { ...link, certainty }))).answered ?? '';
    expect(section).toContain(`"certainty":"${certainty}"`);
    const answer = (await turns.run(presses('answering.answer', { ...link, certainty }))).answered;
    expect(answer).toContain(said);
    expect(answer).toContain(others);
  });

  const chose = 'A language model chose among the clauses; the words are the policy’s.';
  const foundNone = 'A language model read the clauses too, and found none that answers.';
  const again = async (verb: string, card: string) =>
    (await turns.run(presses(verb, buttonOf(card, verb)))).answered ?? '';
  const drawn = async (verb: string, data: object) => (await turns.run(presses(verb, data))).answered ?? '';

  it('lead back to an answer that says whether a language model chose, however it is drawn anew', async () => {
    const answer = await drawn('answering.answer', { ...link, byReader: true });
    expect(answer).toContain(chose);
    expect(await again('answering.answer', await again('answering.section', answer))).toContain(chose);
    expect(await again('answering.answer', await again('questions.compose', answer))).toContain(chose);
    const marked = await again('questions.mark', answer);
    expect(marked).toContain('It was noted');
    expect(marked).toContain(chose);
    expect(await drawn('answering.answer', link)).not.toContain('language model');
  });

  it('lead from the section of another clause back to the first, as it was shown', async () => {
    const answer = await drawn('answering.answer', { ...link, byReader: true });
    const shownOf = (card: string, at: number) => buttonOf(card, 'answering.section', at)['shown'];
    const [first, third] = [link.clause, shownOf(answer, 2)];
    expect(link.others).toContain(third);
    const section = await drawn('answering.section', buttonOf(answer, 'answering.section', 2));
    const back = buttonOf(section, 'answering.answer');
    expect(back).toMatchObject({ clause: first, others: link.others, certainty: 'sure', byReader: true });
    const again = await drawn('answering.answer', back);
    expect([shownOf(again, 1), shownOf(again, 2)]).toEqual(link.others);
    expect(await drawn('answering.section', { ...link, shown: 'phones#no-such' })).not.toContain('Back to the answer');
  });

  it('lead back to the nearest clauses and to what a language model found, which chose none of them', async () => {
    const unsure = await drawn('answering.unsure', { ...link, byReader: true });
    expect(unsure).toContain(foundNone);
    for (const verb of ['questions.compose', 'questions.gap-compose']) {
      expect(await again('answering.unsure', await again(verb, unsure))).toContain(foundNone);
    }
    expect(await again('answering.answer', await again('answering.section', unsure))).not.toContain('language model');
    expect(await drawn('answering.unsure', link)).not.toContain('language model');
  });

  it('answer with status 200 and the card alone, for the person who pressed', async () => {
    const { activities } = await turns.run(presses('answering.section', link));
    expect(activities).toHaveLength(1);
    expect(activities[0]?.value).toMatchObject({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' },
    });
  });

  it('send the card anew where the client does not say which message was pressed', async () => {
    const { sent, replaced } = await turns.run({
      ...submits({ verb: 'answering.answer', ...link }),
      replyToId: undefined as unknown as string,
    });
    expect(replaced).toHaveLength(0);
    expect(sent[0]).toContain(staffRoom);
  });

  it('send the card anew where the pressed message can no longer be changed', async () => {
    const fault = { update: Object.assign(new Error('gone'), { statusCode: 404 }) };
    const { sent } = await turns.run(submits({ verb: 'answering.answer', ...link }), fault);
    expect(sent[0]).toContain(staffRoom);
  });

  it('leave out other clauses that are gone, and keep the rest', async () => {
    const { answered } = await turns.run(
      presses('answering.answer', { clause: 'phones#own2', others: ['phones#gone', 'phones#own1'] }),
    );
    expect(answered).toContain('1 other clause');
  });
});

describe('what sounds like an incident', () => {
  it('gets what to do now first, with a way to report it, and the policy after it', async () => {
    const { sent } = await turns.run(says('A pupil just sent me an indecent picture'));
    expect(sent).toHaveLength(2);
    expect(sent[0]).toContain('First, what to do now');
    expect(sent[0]).toContain('Report this');
    expect(sent[0]).toContain('Ben Castle');
    expect(sent[1]).toContain('does not forward the picture');
  });

  it('is never typed into a chat with anybody', async () => {
    const { sent } = await turns.run(says('Liam in year 5 just sent me an indecent picture'));
    expect(sent.length).toBeGreaterThan(1);
    expect(decodeURIComponent(sent.join())).not.toContain('Liam');
  });

  it('starts with 999, and the DSL with their number, where somebody may be in danger', async () => {
    const { sent } = await turns.run(says('A pupil is threatening to jump off the roof'));
    const card = sent[0] ?? '';
    expect(card.indexOf('999')).toBeGreaterThan(0);
    expect(card.indexOf('999')).toBeLessThan(card.indexOf('Ben Castle'));
    expect(card).toContain('01632 960202');
  });

  it('of danger is followed by a policy only where one clearly answers', async () => {
    const { sent } = await turns.run(says('He is not breathing'));
    expect(sent).toHaveLength(1);
  });

  it('names who covers when the DSL is away', async () => {
    const december = await openTurns({ today: '2026-12-02' });
    const { sent } = await december.run(says('A child is in immediate danger'));
    expect(sent[0]).toContain('Cora Dale, covering today for Ben Castle');
  });
});

describe('a question about people', () => {
  it.each([
    ['Who is the DSL?', 'Ben Castle'],
    ["who's our safeguarding lead", 'Ben Castle'],
    ['How do I reach the ICT lead?', 'Server room'],
    ['What is the number for the LADO?', '01632 960220'],
    ['childline number', '0800 1111'],
    ['Who is the boss', 'Ada Brook'],
    ['how do I get hold of Cora', '01632 960203'],
    ['What is the number for a lost device?', '01632 960240'],
  ])('is answered from the contact list, marked as no policy: %s', async (question, shown) => {
    const { sent } = await turns.run(says(question));
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain('not from a policy');
    expect(sent[0]).toContain(shown);
  });

  it('tells who covers today', async () => {
    const december = await openTurns({ today: '2026-12-02' });
    const { sent } = await december.run(says('Who covers today?'));
    expect(sent[0]).toContain('Covers today for Ben Castle');
  });

  it.each(['Who do I tell if I lose a school laptop?', 'Who do I report a lost laptop to?', 'Who is the SENCO?'])(
    'goes to the policies when it asks what to do or when nobody is listed: %s',
    async (question) => {
      const { sent } = await turns.run(says(question));
      expect(sent[0]).not.toContain('not from a policy');
    },
  );
});
