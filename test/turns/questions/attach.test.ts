import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePhrasings } from '../../../src/domain/answering/phrasings/parse-phrasings.ts';
import { buttonOf, openQuestions, people, referenceOn, schoolId, type Questions } from './question-bench.ts';

const words = 'Can I bring a fridge in for my classroom?';
const otherWords = 'may I have a fridge in the classroom for the milk';
const clause = 'staff-acceptable-use#rjdo2u';
const says = 'Electrical items from home need a safety test by the site manager';
const file = (turns: Questions, school = schoolId) => join(turns.folder, school, 'phrasings.yaml');

describe('from “the policies do not say” to the clause', () => {
  it('leads through the owner’s answer and word, for a colleague who asks in other words', async () => {
    const turns = await openQuestions();
    const unsure = await turns.say('teacher', words);
    expect(unsure.card).toContain('The policies do not clearly say');
    const form = await turns.press('teacher', 'questions.compose', buttonOf(unsure.card, 'questions.compose'));
    const asked = buttonOf(form.card, 'questions.ask');
    const { card } = await turns.press('teacher', 'questions.ask', { ...asked, clause: '', text: words });
    const reference = referenceOn(card);
    const answered = await turns.say('head', `answer ${reference} Yes, once it was tested.`);
    expect(answered.card).toContain('Write “attach mobile devices 2.2: …”');
    expect(existsSync(file(turns))).toBe(false);

    const attached = await turns.say('head', `attach ${clause}: ${words}`);
    expect(attached.card).toContain('Attached: staff who ask like this find this clause');
    expect(attached.card).toContain(says);
    expect(readFileSync(file(turns), 'utf8')).toContain(`- { words: "${words}", clause: ${clause}, says: "${says}`);

    for (const question of [words, otherWords]) {
      const found = await turns.say('volunteer', question);
      expect(buttonOf(found.card, 'questions.mark')).toMatchObject({ clause });
      expect(found.card).toContain(says);
    }
  });

  it('leads nobody of another school there', async () => {
    const turns = await openQuestions();
    await turns.say('head', `attach ${clause}: ${words}`);
    expect(existsSync(file(turns))).toBe(true);
    expect((await turns.say('otherHead', words)).card).toContain('The policies do not clearly say');
    expect(existsSync(file(turns, 'otter-lane'))).toBe(false);
  });

  it('adds to what is there, changes nothing for the same words, and says where they lead', async () => {
    const turns = await openQuestions();
    writeFileSync(
      file(turns),
      `# Ours\n- { words: "Where is the fridge?", clause: "${clause}", says: "Electrical items …" }`,
    );
    const typed = 'Attach staff acceptable use 4.4: can I bring a fridge';
    expect((await turns.say('head', typed)).card).toContain('Attached:');
    const text = readFileSync(file(turns), 'utf8');
    expect(text.match(/^- /gm)).toHaveLength(2);
    expect((await turns.say('head', 'attach mobile devices 2.2: Can I bring a FRIDGE?')).card).toContain(
      'another clause',
    );
    expect((await turns.say('head', typed)).card).toContain('These words lead there already');
    expect(readFileSync(file(turns), 'utf8')).toBe(text);
  });
});

describe('nothing is attached', () => {
  it.each([
    ['teacher', `attach ${clause}: ${words}`, 'Only whoever answers for the Staff Acceptable Use Policy'],
    ['dsl', `attach ${clause}: ${words}`, 'Only whoever answers for the Staff Acceptable Use Policy'],
    ['otherHead', 'attach mobile-devices#zzzzzz: may I', 'There is no such clause'],
    ['head', 'attach 2.1: may I have my phone', 'More than one clause has this number'],
    ['head', `attach ${clause}: A boy in my class told me that his uncle hurts him`, 'never kept here'],
    ['head', `attach ${clause}: may ${people.dsl.name} bring a fridge`, 'Leave names out'],
    ['head', `attach ${clause}: may ${people.dsl.name.toLowerCase()} bring a fridge`, 'Leave names out'],
    ['head', `attach ${clause}: Can Liam bring a fridge for his classroom?`, 'Leave names out'],
    ['head', `attach ${clause}: Does Mrs Okafor need a test for her fridge?`, 'Leave names out'],
    ['head', `attach ${clause}: may I plug in what liam.s@example.org sent`, 'Leave names out'],
    ['head', `attach ${clause}: ${'a fridge '.repeat(40)}`, 'keep it to 300 letters'],
    ['head', `attach ${clause}: who do I tell of a concern about the headteacher`, 'complains of somebody in a post'],
  ] as const)('for %s who writes %j', async (who, typed, said) => {
    const turns = await openQuestions();
    expect((await turns.say(who, typed)).card).toContain(said);
    for (const school of [schoolId, 'otter-lane']) expect(existsSync(file(turns, school))).toBe(false);
  });

  it('in a channel', async () => {
    const turns = await openQuestions();
    expect((await turns.say('head', `attach ${clause}: ${words}`, 'staff team')).card).toContain('private chat');
    expect(existsSync(file(turns))).toBe(false);
  });

  it('where the file cannot be added to: a line is shown that can be copied from the card', async () => {
    const turns = await openQuestions();
    writeFileSync(file(turns), 'ours: none\n');
    const { card } = await turns.say('head', `attach ${clause}: ${words}`);
    expect(card).toContain('This could not be written down');
    const [line = ''] = /- \{ words: .*? \}(?=")/.exec(card) ?? [];
    const copied = parsePhrasings(`# Ours\n${JSON.parse(`"${line}"`) as string}\n`);
    expect(copied).toMatchObject({ phrasings: [{ words, clause, says: expect.stringContaining(says) as string }] });
    expect(readFileSync(file(turns), 'utf8')).toBe('ours: none\n');
  });

  it('that counts while another file of the folder keeps the old ones in use: it is said to wait', async () => {
    const turns = await openQuestions();
    writeFileSync(join(turns.folder, schoolId, 'broken.md'), 'no front matter\n');
    const { card } = await turns.say('head', `attach ${clause}: ${words}`);
    expect(card).toContain('Written down, but not in use yet');
    expect(card).not.toContain('Attached:');
    expect(readFileSync(file(turns), 'utf8')).toContain(words);
    expect((await turns.say('teacher', words)).card).toContain('The policies do not clearly say');
  });

  it('anew where the words rest, as their clause says something else: that is told', async () => {
    const turns = await openQuestions();
    writeFileSync(file(turns), `- { words: "${words}", clause: "${clause}", says: "Electrical items from home" }\n`);
    await turns.say('head', `attach ${clause}: ${otherWords}`);
    const text = readFileSync(file(turns), 'utf8');
    expect((await turns.say('head', `attach ${clause}: ${words}`)).card).toContain('stand there already, and rest');
    expect(readFileSync(file(turns), 'utf8')).toBe(text);
  });

  it('by marks, however many', async () => {
    const turns = await openQuestions();
    const { card } = await turns.say('teacher', words);
    expect(card).not.toContain('"verb":"questions.mark"');
    const submission = (at: number) => String(at).padStart(32, '0');
    for (let at = 0; at < 10; at += 1)
      await turns.press('teacher', 'questions.mark', { clause, others: [], helpful: true, submission: submission(at) });
    expect((await turns.say('volunteer', words)).card).toBe(card);
  });
});
