import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openShelf } from '../../../src/documents/open-shelf.ts';
import { clausePrint } from '../../../src/domain/questions/clause-print.ts';
import { buttonOf, keyOf, openQuestions, people, schoolId, type Questions } from './question-bench.ts';

/** The DSL answers for the clause that is quoted first. */
const words = 'where can i have my phone on me at lunch';
const paraphrase = 'where may I have my mobile on me during lunch?';
const chain = { schoolId, chain: 'questions' } as const;
const file = (turns: Questions, school = schoolId) => join(turns.folder, school, 'phrasings.yaml');

/** A question of the teacher's, and the card after “Helpful”. */
async function askedAndMarked(text = words, options: Parameters<typeof openQuestions>[0] = {}) {
  const turns = await openQuestions(options);
  const answer = (await turns.say('teacher', text)).card;
  const helpful = buttonOf(answer, 'questions.mark');
  const marked = (await turns.press('teacher', 'questions.mark', helpful)).card;
  return { turns, answer, helpful, marked, clause: String(helpful['clause']) };
}

/** The same, suggested, with the card that the DSL gets. */
async function suggested(options: Parameters<typeof openQuestions>[0] = {}) {
  const asked = await askedAndMarked(words, options);
  const { turns, marked } = asked;
  const thanks = (await turns.press('teacher', 'questions.suggest', buttonOf(marked, 'questions.suggest'))).card;
  const [suggestion] = await turns.questions.suggestions(schoolId);
  if (!suggestion) throw new Error(`nothing was suggested: ${thanks}`);
  const key = `${schoolId}:wording-suggested:${suggestion.id}:${people.dsl.aadObjectId}`;
  const { card, summary } = await turns.cardFor(key);
  const [keep, drop] = [buttonOf(card, 'questions.decide'), buttonOf(card, 'questions.decide', 1)];
  return { ...asked, thanks, suggestion, key, card, summary, keep, drop };
}

describe('“Suggest my wording”', () => {
  it('is offered after “Helpful” with just what goes to whom, and the words are in clear in no button', async () => {
    const { answer, marked } = await askedAndMarked();
    expect(answer).not.toContain('questions.suggest');
    expect(answer).not.toContain(words);
    for (const text of ['Thank you. It was noted', words, 'They go to Daniel Reid', 'without your name', 'no answer'])
      expect(marked).toContain(text);
    const data = buttonOf(marked, 'questions.suggest');
    expect(Object.keys(data).sort()).toEqual(['byReader', 'certainty', 'clause', 'others', 'submission', 'wording']);
    expect(JSON.stringify(data)).not.toContain('phone');
  });

  it('is offered beside two clauses and two more, too', async () => {
    const { helpful, marked } = await askedAndMarked('is it ok to friend a mum on facebook');
    expect(helpful).toMatchObject({ certainty: 'close', others: { length: 3 } });
    expect(marked).toContain('Suggest my wording');
  });

  it.each(['press', 'submit'] as const)(
    'by %s gives the owner the words and the clause, and not the asker',
    async (how) => {
      const { turns, marked, clause } = await askedAndMarked();
      const { card } = await turns[how]('teacher', 'questions.suggest', buttonOf(marked, 'questions.suggest'));
      expect(card).toContain('Your words are on their way to Daniel Reid, Designated Safeguarding Lead');
      expect(card).not.toContain('questions.suggest');
      const [suggestion, ...more] = await turns.questions.suggestions(schoolId);
      expect(more).toEqual([]);
      expect(suggestion).toMatchObject({ clause, owner: keyOf('dsl') });
      expect(suggestion?.id).toMatch(/^SW-/);
      const key = `${schoolId}:wording-suggested:${suggestion?.id}:${people.dsl.aadObjectId}`;
      const told = await turns.cardFor(key);
      expect(told.summary).toBe('Staffroom: a colleague suggests a wording');
      for (const text of [words, 'Mobile Devices and Images Policy', 'Keep it', 'Do not keep it', `${suggestion?.id}`])
        expect(told.card).toContain(text);
      expect(told.card).not.toContain('Amara');
      expect(turns.wakes()).toBe(1);
    },
  );

  it('keeps the words sealed and who they are of nowhere', async () => {
    const { turns, suggestion } = await suggested();
    const stored = JSON.stringify([
      await turns.questions.suggestions(schoolId),
      await turns.stores.ledger.entries(chain, 1, 10),
      await turns.stores.deliveries.all(schoolId),
    ]);
    for (const text of ['phone on me', people.teacher.aadObjectId, 'Amara']) expect(stored).not.toContain(text);
    expect(turns.logged.join()).not.toContain('phone on me');
    const place = { schoolId, type: 'suggestion', id: suggestion.id };
    expect(await turns.sealer.open(suggestion.sealedText, place)).toBe(words);
    expect((await turns.questions.marks(schoolId)).get(suggestion.clause)).toEqual({ helpful: 1, unhelpful: 0 });
  });

  it('pressed again does nothing more and says so', async () => {
    const { turns, marked } = await suggested();
    const data = buttonOf(marked, 'questions.suggest');
    for (const how of ['press', 'submit'] as const)
      expect((await turns[how]('teacher', 'questions.suggest', data)).card).toContain(
        'You suggested these words before. Nothing more was done.',
      );
    expect(await turns.questions.suggestions(schoolId)).toHaveLength(1);
    expect((await turns.deliveries.summary()).counts.pending).toBe(1);
  });

  it.each([
    'I am pregnant, where can I have my phone on me at lunch',
    'where can my wife have her phone at lunch',
    'where can Liam have my phone on me at lunch',
    `where can ${people.dsl.name} have a phone at lunch`,
    'I left my phone in the hall at lunch, where can I have it',
    'where can I have 07700 900123 on my phone at lunch',
    'where can I have my phone at lunch after SR-7KQ2-Z',
    `where can I have my phone ${'at lunch and '.repeat(30)} at break`,
  ])('is no part of what is not for everybody: %s', async (text) => {
    const turns = await openQuestions();
    const { card, sent } = await turns.say('teacher', text);
    expect(sent.join()).not.toMatch(/"wording":"[^"]/);
    if (!card.includes('questions.mark')) return;
    const { card: marked } = await turns.press('teacher', 'questions.mark', buttonOf(card, 'questions.mark'));
    expect(marked).toContain('Thank you');
    expect(marked).not.toContain('questions.suggest');
  });

  it('is offered to nobody for what sounds like an incident', async () => {
    const turns = await openQuestions();
    const { sent } = await turns.say(
      'teacher',
      'A boy in my class has nude pictures of a girl on his phone, what do I do?',
    );
    expect(sent.join()).not.toMatch(/"wording":"[^"]|questions\.suggest/);
  });

  it('is not offered after “Not helpful”, in a channel, to the owner, to anybody else or where the words lead there', async () => {
    const { turns, helpful } = await askedAndMarked();
    const unhelpful = { ...helpful, helpful: false, submission: '1'.repeat(32) };
    expect((await turns.press('teacher', 'questions.mark', unhelpful)).card).not.toContain('questions.suggest');
    expect((await turns.press('volunteer', 'questions.mark', helpful)).card).not.toContain('questions.suggest');
    expect(buttonOf((await turns.say('teacher', words, 'staff team')).card, 'questions.mark')['wording']).toBe('');
    const own = buttonOf((await turns.say('dsl', words)).card, 'questions.mark');
    expect((await turns.press('dsl', 'questions.mark', own)).card).not.toContain('questions.suggest');
    await turns.say('dsl', `attach ${String(helpful['clause'])}: ${words}`);
    const again = { ...helpful, submission: '2'.repeat(32) };
    expect((await turns.press('teacher', 'questions.mark', again)).card).not.toContain('questions.suggest');
  });

  it('is not offered where the clause has no owner who can be reached', async () => {
    const nobody = (text: string) => text.replace(/^( +)objectId: .*\n/gm, '').replace(/^( +)upn: .*\n/gm, '');
    const { answer, marked } = await askedAndMarked(words, { schoolYaml: nobody });
    expect(answer).toContain('questions.mark');
    expect(marked).not.toContain('questions.suggest');
  });

  it('passes nothing on with a token of somebody else, for another clause, in a channel or of no clause', async () => {
    const { turns, marked, helpful } = await askedAndMarked();
    const data = buttonOf(marked, 'questions.suggest');
    const [other] = helpful['others'] as string[];
    const tries = [
      await turns.press('volunteer', 'questions.suggest', data),
      await turns.press('teacher', 'questions.suggest', { ...data, clause: other }),
      await turns.press('teacher', 'questions.suggest', { ...data, wording: '' }),
    ];
    for (const { card } of tries) expect(card).toContain('Nothing was passed on');
    expect((await turns.press('teacher', 'questions.suggest', data, 'staff team')).card).toContain('private chat');
    const gone = { ...data, clause: 'mobile-devices#zzzzzz' };
    expect((await turns.press('teacher', 'questions.suggest', gone)).card).toContain('no longer in your school');
    expect(await turns.questions.suggestions(schoolId)).toEqual([]);
  });

  it('passes nothing on where the words lead to a clause by now', async () => {
    const { turns, marked, clause } = await askedAndMarked();
    await turns.say('dsl', `attach ${clause}: ${words}`);
    const { card } = await turns.press('teacher', 'questions.suggest', buttonOf(marked, 'questions.suggest'));
    expect(card).toContain('Nothing was passed on: these words cannot be taken for this clause any more.');
    expect(await turns.questions.suggestions(schoolId)).toEqual([]);
  });

  it('answers without it while the keys cannot be read', async () => {
    const turns = await openQuestions();
    Object.assign(turns.sealer, { seal: () => Promise.reject(new Error('no key')) });
    expect(buttonOf((await turns.say('teacher', words)).card, 'questions.mark')['wording']).toBe('');
  });
});

describe('the owner of the clause', () => {
  it('keeps the words: they stand in the file and lead to the clause at once, at this school alone', async () => {
    const { turns, keep, clause, suggestion } = await suggested();
    const { card } = await turns.press('dsl', 'questions.decide', keep);
    expect(card).toContain('Attached: staff who ask like this find this clause');
    expect(readFileSync(file(turns), 'utf8')).toContain(`- { words: "${words}", clause: ${clause}, says: "`);
    expect(readFileSync(file(turns), 'utf8')).not.toContain('Amara');
    for (const question of [words, paraphrase])
      expect(buttonOf((await turns.say('volunteer', question)).card, 'questions.mark')).toMatchObject({ clause });
    expect(existsSync(file(turns, 'otter-lane'))).toBe(false);
    const [stored] = await turns.questions.suggestions(schoolId);
    expect(stored).toMatchObject({ id: suggestion.id, sealedText: '', decided: { kept: true } });
    const [asked, decided] = await turns.stores.ledger.entries(chain, 1, 10);
    expect(asked).toMatchObject({ kind: 'wording-suggested', facts: { reference: suggestion.id, clause } });
    expect(decided).toMatchObject({ kind: 'wording-decided', facts: { reference: suggestion.id, clause, kept: true } });
  });

  it('does not keep them: they are gone, and nobody is told', async () => {
    const { turns, drop } = await suggested();
    const { card } = await turns.submit('dsl', 'questions.decide', drop);
    expect(card).toContain('Not kept');
    expect(existsSync(file(turns))).toBe(false);
    expect((await turns.questions.suggestions(schoolId))[0]).toMatchObject({
      sealedText: '',
      decided: { kept: false },
    });
    expect(await turns.questions.sealed(schoolId)).toEqual([]);
    expect((await turns.deliveries.summary()).counts.pending).toBe(1);
  });

  it('decides once: whatever is pressed later, on this card or another, the first stands', async () => {
    const { turns, key, keep, drop } = await suggested();
    const other = buttonOf((await turns.cardFor(key)).card, 'questions.decide', 1);
    await turns.press('dsl', 'questions.decide', keep);
    const text = readFileSync(file(turns), 'utf8');
    for (const data of [keep, drop, other]) {
      const { card } = await turns.press('dsl', 'questions.decide', data);
      expect(card).toContain('You decided to keep these words on 20 November 2026. Nothing more was done.');
    }
    expect((await turns.cardFor(key)).card).toContain('This was decided before');
    expect(readFileSync(file(turns), 'utf8')).toBe(text);
  });

  it.each([
    ['with one form', (form: object) => form],
    ['with two', (form: object) => ({ ...form, submission: '3'.repeat(32) })],
  ])('who keeps and does not keep at one moment, %s, has one decision', async (_, second) => {
    const { turns, keep, drop } = await suggested();
    const both = await Promise.all([
      turns.press('dsl', 'questions.decide', keep),
      turns.press('dsl', 'questions.decide', second(drop)),
    ]);
    const cards = both.map(({ card }) => card);
    expect(cards.filter((card) => card.includes('decided before'))).toHaveLength(1);
    const [stored] = await turns.questions.suggestions(schoolId);
    expect(existsSync(file(turns))).toBe(stored?.decided?.kept);
  });

  it('is refused in a sentence once they answer for the policy no more', async () => {
    const { turns, keep, drop } = await suggested();
    const yaml = join(turns.folder, schoolId, 'school.yaml');
    writeFileSync(yaml, handedOn(readFileSync(yaml, 'utf8')));
    await reload(turns);
    for (const data of [keep, drop]) {
      const { card } = await turns.press('dsl', 'questions.decide', data);
      expect(card).toContain('You do not answer for the Mobile Devices and Images Policy any more');
    }
    expect((await turns.questions.suggestions(schoolId))[0]?.decided).toBeUndefined();
    expect(existsSync(file(turns))).toBe(false);
  });

  it('is told that the clause was changed, and shown it as it is now', async () => {
    const { turns, keep, clause } = await suggested();
    await rewrite(turns, clause, 'Leave your own phone at home.');
    const { card } = await turns.press('dsl', 'questions.decide', keep);
    expect(card).toContain('Nothing was kept yet: the clause was changed');
    expect(card).toContain('Leave your own phone at home.');
    expect(existsSync(file(turns))).toBe(false);
    await turns.press('dsl', 'questions.decide', buttonOf(card, 'questions.decide'));
    expect(readFileSync(file(turns), 'utf8')).toContain('Leave your own phone at home.');
  });

  it('can only not keep them once the clause is gone', async () => {
    const { turns, key, keep, clause } = await suggested();
    await rewrite(turns, clause, undefined);
    const { card } = await turns.press('dsl', 'questions.decide', keep);
    for (const text of ['no longer in force, so they cannot be kept', 'Nothing was kept.'])
      expect(card).toContain(text);
    expect(() => buttonOf(card, 'questions.decide', 1)).toThrow();
    expect((await turns.cardFor(key)).card).toContain('no longer in force');
    const { card: done } = await turns.press('dsl', 'questions.decide', buttonOf(card, 'questions.decide'));
    expect(done).toContain('Not kept');
  });

  it('finds them among their questions until they are decided', async () => {
    const { turns, suggestion, keep } = await suggested();
    const listed = await turns.say('dsl', 'my questions');
    for (const text of ['Words to keep or not', suggestion.id, words, 'Decide on']) expect(listed.card).toContain(text);
    expect(listed.card).not.toContain('Amara');
    const opened = await turns.press('dsl', 'questions.open', buttonOf(listed.card, 'questions.open'));
    expect(buttonOf(opened.card, 'questions.decide')).toMatchObject({ suggestion: suggestion.id, keep: true });
    await turns.press('dsl', 'questions.decide', keep);
    expect((await turns.say('dsl', 'my questions')).card).not.toContain(suggestion.id);
    const after = await turns.press('dsl', 'questions.open', { question: suggestion.id });
    expect(after.card).toContain('This was decided before');
  });

  it('alone reads and decides them, in their own chat', async () => {
    const { turns, keep, suggestion } = await suggested();
    for (const who of ['teacher', 'volunteer', 'head', 'otherHead'] as const)
      for (const [verb, data] of [
        ['questions.decide', keep],
        ['questions.open', { question: suggestion.id }],
      ] as const) {
        const { card } = await turns.press(who, verb, data);
        expect(card).toContain('no such question for you');
        expect(card).not.toContain('phone on me');
      }
    expect((await turns.press('dsl', 'questions.decide', keep, 'staff team')).card).toContain('private chat');
    expect((await turns.say('teacher', 'my questions')).card).not.toContain(suggestion.id);
    expect((await turns.questions.suggestions(schoolId))[0]?.decided).toBeUndefined();
  });

  it('is shown the line where the file cannot be added to, and the words wait', async () => {
    const { turns, keep, clause } = await suggested();
    writeFileSync(file(turns), 'ours: none\n');
    const { card, sent } = await turns.press('dsl', 'questions.decide', keep);
    expect(card).toContain('This could not be written down');
    expect(card).toContain(`clause: ${clause}`);
    expect(sent.join()).toContain('They are not written down yet');
    expect((await turns.say('dsl', 'my questions')).card).toContain(words);
    writeFileSync(file(turns), '');
    expect((await turns.press('dsl', 'questions.decide', keep)).card).toContain('Attached');
    expect(readFileSync(file(turns), 'utf8')).toContain(words);
  });

  it.each(['before', 'after'] as const)(
    'whose decision was recorded when the bot stopped, %s the words were written, loses nothing: pressed again it is finished',
    async (when) => {
      const { turns, key, keep, drop, suggestion } = await suggested();
      const goOn = stopWriting(turns, when);
      await expect(turns.press('dsl', 'questions.decide', keep)).rejects.toThrow('stopped');
      expect(existsSync(file(turns))).toBe(when === 'after');
      goOn();

      const listed = (await turns.say('dsl', 'my questions')).card;
      for (const text of [suggestion.id, words]) expect(listed).toContain(text);
      const notDropped = (await turns.press('dsl', 'questions.decide', drop)).card;
      for (const text of ['You decided to keep these words', 'not written down yet'])
        expect(notDropped).toContain(text);
      const shown = (await turns.cardFor(key)).card;
      expect(shown).toContain('You decided to keep these words');
      await turns.press('dsl', 'questions.decide', when === 'before' ? keep : buttonOf(shown, 'questions.decide'));
      expect(readFileSync(file(turns), 'utf8').split(words)).toHaveLength(2);
      const [stored] = await turns.questions.suggestions(schoolId);
      expect(stored).toMatchObject({ sealedText: '', decided: { kept: true } });
      expect(await turns.stores.ledger.entries(chain, 1, 10)).toHaveLength(2);
      expect((await turns.say('dsl', 'my questions')).card).not.toContain(suggestion.id);
    },
  );

  it('is told that the words lead to another clause by now, and nothing is recorded', async () => {
    const { turns, keep, drop, helpful } = await suggested();
    const [other] = helpful['others'] as string[];
    await turns.say('head', `attach ${String(other)}: ${words}`);
    const { card } = await turns.press('dsl', 'questions.decide', keep);
    expect(card).toContain('Nothing was kept. They lead to another clause already.');
    expect((await turns.questions.suggestions(schoolId))[0]?.decided).toBeUndefined();
    expect((await turns.press('dsl', 'questions.decide', drop)).card).toContain('Not kept');
  });

  it('who presses twice at one moment writes the words once', async () => {
    const { turns, keep } = await suggested();
    const other = { ...keep, submission: '4'.repeat(32) };
    await Promise.all([keep, other].map((data) => turns.press('dsl', 'questions.decide', data)));
    expect(readFileSync(file(turns), 'utf8').split(words)).toHaveLength(2);
  });

  it('gets a plain card while the words cannot be opened', async () => {
    const { turns, key, keep } = await suggested();
    Object.assign(turns.sealer, { open: () => Promise.resolve(undefined) });
    expect((await turns.cardFor(key)).card).toContain('something for you that cannot be opened now');
    expect((await turns.press('dsl', 'questions.decide', keep)).card).toContain('cannot be opened now');
    expect((await turns.questions.suggestions(schoolId))[0]?.decided).toBeUndefined();
  });
});

/** Every writing of a phrasing fails, before it or after it, until it is to go on. */
function stopWriting({ shelf }: Questions, when: 'before' | 'after'): () => void {
  const addPhrasing = shelf.addPhrasing.bind(shelf);
  const stopped: typeof addPhrasing = async (school, phrasing) => {
    if (when === 'after') await addPhrasing(school, phrasing);
    throw new Error('stopped');
  };
  Object.assign(shelf, { addPhrasing: stopped });
  return () => void Object.assign(shelf, { addPhrasing });
}

/** The school once somebody else is its DSL. */
function handedOn(yaml: string): string {
  return yaml
    .replace('roles: [dsl, policyOwner]', 'roles: [policyOwner]')
    .replace('roles: [deputyDsl]', 'roles: [dsl]');
}

/** The bot goes by the folder as it is now. */
async function reload(turns: Questions): Promise<void> {
  Object.assign(turns.shelf, await openShelf(turns.folder, { watch: false }));
}

/** The clause with other words, or without: as when another version of the policy is in force. */
async function rewrite(turns: Questions, key: string, text: string | undefined): Promise<void> {
  const path = join(turns.folder, schoolId, 'mobile-devices.md');
  const id = key.split('#')[1] ?? '';
  const lines = readFileSync(path, 'utf8').split('\n');
  const next = lines.flatMap((line) => {
    if (!line.includes(`{#${id}}`)) return [line];
    return text === undefined ? [] : [line.replace(/^(\*\*[\d.]+\*\* )?.*$/, `$1${text} {#${id}}`)];
  });
  writeFileSync(path, next.join('\n'));
  await reload(turns);
}

it('tells by its print whether a clause says the same, with its lead-in', () => {
  const clause = { id: 'a', kind: 'rule', headingPath: [], text: 'Do not run.', line: 1 } as const;
  expect(clausePrint(clause)).toMatch(/^[0-9a-f]{16}$/);
  expect(clausePrint({ ...clause, line: 2 })).toBe(clausePrint(clause));
  expect(clausePrint({ ...clause, leadIn: 'Pupils:' })).not.toBe(clausePrint(clause));
});
