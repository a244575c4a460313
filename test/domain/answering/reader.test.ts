import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../../src/domain/answering/answer-question.ts';
import { askReader } from '../../../src/domain/answering/ask-reader.ts';
import { createAnswerFinder } from '../../../src/domain/answering/create-answer-finder.ts';
import { createHideNames } from '../../../src/domain/answering/hide-names.ts';
import { readChoice, type Reader, type Reading } from '../../../src/domain/answering/reader.ts';
import { tellsOfSomebody } from '../../../src/domain/answering/tells-of-somebody.ts';
import { toReading } from '../../../src/domain/answering/to-reading.ts';
import { createIsUsual } from '../../../src/domain/answering/usual-words.ts';
import { loadFindingModel } from '../../../src/models/load-finding-model.ts';
import { School } from '../../../src/domain/people/school.ts';
import { danger, incident } from '../messages/urgency-messages.ts';
import { policyWith } from './policy-with.ts';

const school = School.parse({
  ...{ id: 'hill', name: 'Hill School', timeZone: 'Europe/London', reader: true },
  people: [
    { id: 'ada', name: 'Ada Marsh', roles: ['head'] },
    { id: 'ngozi', name: 'Ngozi Adebayo-Cole', roles: ['dsl'] },
  ],
});
const policy = policyWith([
  { text: 'Bicycles are locked to the rack by the gate.' },
  { text: 'Mrs Marsh and Ngozi Adebayo-Cole give out keys to the bicycle rack; write to n.adebayo@hill.example.' },
  { text: 'No pupil rides a bicycle on the site.', binds: 'pupils', leadIn: 'On the site:', headingPath: ['2 Riding'] },
]);
const library = { school, policies: [policy] };
const finder = createAnswerFinder([policy], loadFindingModel());
const today = '2026-11-20';
const question = 'Where are bicycles locked?';
const reading: Reading = { question, clauses: ['c1', 'c2', 'c3', 'c4'].map((id) => ({ id, words: id })) };
const found = policy.clauses.map((clause) => ({ policy, clause, score: 1 }));

describe('A choice', () => {
  test.each([
    ['{"clauses":["c2","c1"]}', { kind: 'chosen', ids: ['c2', 'c1'] }],
    [' {"clauses": ["c3"]}\n', { kind: 'chosen', ids: ['c3'] }],
    ['{"clauses":[]}', { kind: 'none' }],
    ['{"clauses":["c1","c2","c3","c4"]}', undefined],
    ['{"clauses":["c5"]}', undefined],
    ['{"clauses":["C1"]}', undefined],
    ['{"clauses":["c1","c1"]}', undefined],
    ['{"clauses":[1]}', undefined],
    ['{"clauses":null}', undefined],
    ['{"clauses":["c1"],"why":"x"}', undefined],
    ['The answer is {"clauses":["c1"]}', undefined],
    ['', undefined],
  ])('is read from %s', (words, choice) => {
    expect(readChoice(words, reading)).toEqual(choice);
  });
});

describe('What a reader is shown', () => {
  test('is each clause under an id of this reading, with what gives it its meaning', () => {
    const shown = toReading(question, () => found, library);
    expect(shown?.clauses.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3']);
    expect(shown?.clauses[2]?.words).toBe(
      '2 Riding\nThis rule is for pupils\nOn the site:\nNo pupil rides a bicycle on the site.',
    );
  });

  test('holds no names of people', () => {
    expect(toReading(question, () => found, library)?.clauses[1]?.words).toBe(
      'Mrs [a person] and [a person] give out keys to the bicycle rack; write to [a person].',
    );
  });

  test('is nothing where the school has not turned it on, where nothing was found, and of no clause more than 1,200 characters', () => {
    expect(toReading(question, () => [], library)).toBeUndefined();
    for (const reader of [false, undefined])
      expect(toReading(question, () => found, { ...library, school: { ...school, reader } })).toBeUndefined();
    const long = policyWith([{ text: 'The bicycle rack '.repeat(1_000) + 'end' }]);
    const shown = long.clauses.map((clause) => ({ policy: long, clause, score: 1 }));
    const words = toReading(question, () => shown, library)?.clauses[0]?.words ?? '';
    expect(words).toMatch(/^The bicycle rack .*(The|bicycle|rack)$/);
    expect(words.length).toBeLessThanOrEqual(1_200);
  });
});

describe('A question tells of somebody', () => {
  const known = { people: ['Ada Marsh', 'Ngozi Adebayo-Cole'], isUsual: createIsUsual([policy]) };
  test.each([
    'Can I give Liam a lift home?',
    'can i give liam a lift home',
    'Liam wants to go home early, can he?',
    'Can I show Wojciech’s picture?',
    'Wojciech wants to go home, may he?',
    'May I tell Mrs Green about it?',
    'may i tell mrs green about it',
    'can i ring ngozi at home',
    'Can I give them my number 07700 900123?',
    'Can I use my own address, me.and.you@example.org?',
    'Can I follow @sunny_class on there?',
    'He was born on 3/4/2015, may he stay?',
    'May I go to AB1 2CD to see them?',
    'I saw a colleague shout at a child, what should I do?',
    'Who do I tell if it is about the head?',
    'A boy pushed me, whom do I tell?',
  ])('here: %s', (text) => {
    expect(tellsOfSomebody(text, known)).toBe(true);
  });
  test.each([
    question,
    'Can I use my phone in the staff room?',
    'Can I add parents on Instagram or WhatsApp?',
    'Do I need an enhanced DBS in Year 6?',
    'How many days do I get for a wedding in September?',
    'May I drink on a school trip with 30 children?',
    'Who is told if the Headteacher is away?',
    'can i bring my dog in on fridays',
    'What does KCSIE 2026 say about low-level concerns?',
  ])('not here: %s', (text) => {
    expect(tellsOfSomebody(text, known)).toBe(false);
  });
});

describe('Names', () => {
  const hide = createHideNames({
    people: ['Ada Marsh', 'Ngozi Adebayo-Cole', 'Tom Bellamy'],
    isUsual: createIsUsual([policyWith([{ text: 'teams lead on safeguarding' }])]),
  });
  test.each([
    ['Ask Ada Marsh, the headteacher.', 'Ask [a person], the headteacher.'],
    ['Ada Marsh’s office', '[a person] office'],
    ['Mr. Green and Miss Okonkwo-Bell decide.', 'Mr. [a person] and Miss [a person] decide.'],
    ['Tell Bellamy or J. Bellamy at once.', 'Tell [a person] or J. [a person] at once.'],
    ['Olivia Thornbury keeps the list.', '[a person] keeps the list.'],
    ['Wojciech Szczepanski keeps the list.', '[a person] keeps the list.'],
    ['Write to ada.marsh@hill.example.', 'Write to [a person].'],
  ])('are left out of: %s', (text, hidden) => {
    expect(hide(text)).toBe(hidden);
  });
  test.each([
    'The Designated Safeguarding Lead (DSL) tells the Headteacher.',
    'Use Microsoft Teams, WhatsApp and Snapchat as KCSIE says.',
    'The Chair of Governors and the Data Protection Officer',
    'C. Breaches of the Equality Act 2010',
    'Marsh land is not for play.',
    'A marsh is no place to play.',
    '',
  ])('are not seen in: %s', (text) => {
    expect(hide(text)).toBe(text);
  });
});

describe('A reader', () => {
  const ask = async (text: string, reader: Reader) => {
    const local = answerQuestion(text, { library, finder, today });
    return { local, replies: await askReader(local, { library, finder, reader }) };
  };
  const choosing =
    (...ids: string[]): Reader =>
    () =>
      Promise.resolve({ kind: 'chosen', ids });

  test('is never asked about what sounds like an incident, however it is brought to it', async () => {
    const asked: string[] = [];
    const reader: Reader = ({ question }) => Promise.resolve(void asked.push(question));
    const messages = [...danger, ...incident];
    for (const text of messages)
      expect(
        toReading(text, () => found, library),
        text,
      ).toBeUndefined();
    for (const text of messages.filter((_, at) => at % 10 === 0)) {
      const { local, replies } = await ask(text, reader);
      expect(replies).toEqual(local);
    }
    expect(asked).toEqual([]);
    await ask(question, reader);
    expect(asked).toEqual([question]);
  });

  test('puts what it chose before what the search found, each clause once and five at most', async () => {
    const { local, replies } = await ask(question, choosing('c3', 'c1'));
    expect(local[0]).toMatchObject({ kind: 'quoted' });
    const [reply] = replies;
    expect(reply).toMatchObject({ kind: 'quoted', question, byReader: true });
    const clauses = reply?.kind === 'quoted' ? [reply.best, ...reply.others].map(({ clause }) => clause.id) : [];
    const searched = finder.search(question, 20).map(({ clause }) => clause.id);
    expect(clauses.slice(0, 2)).toEqual([searched[2], searched[0]]);
    expect([...clauses].sort()).toEqual([...new Set(searched)].sort().slice(0, 5));
  });

  test('has nothing searched for it where the school has not turned it on, or nothing may be sent', async () => {
    let searches = 0;
    const counting = {
      ...finder,
      search: (...asked: Parameters<typeof finder.search>) => (searches++, finder.search(...asked)),
    };
    const off = { ...library, school: { ...school, reader: false } };
    const reply = { kind: 'unsure', nearest: found, question } as const;
    await askReader([reply], { library: off, finder: counting, reader: choosing('c1') });
    await askReader([{ ...reply, question: 'Can I give Liam a lift home?' }], {
      library,
      finder: counting,
      reader: choosing('c1'),
    });
    expect(searches).toBe(0);
    await askReader([reply], { library, finder: counting, reader: choosing('c1') });
    expect(searches).toBe(1);
  });

  test('may choose where the search alone was unsure', async () => {
    const unsure = { kind: 'unsure', nearest: found, question } as const;
    const shown = finder.search(question, 20);
    const [reply] = await askReader([unsure], { library, finder, reader: choosing('c2') });
    expect(reply).toMatchObject({ kind: 'quoted', best: { clause: shown[1]?.clause }, byReader: true });
  });

  test('that finds no answer makes it unsure, and keeps what is nearest', async () => {
    const { local, replies } = await ask(question, () => Promise.resolve({ kind: 'none' }));
    const nearest = local[0]?.kind === 'quoted' ? [local[0].best, ...local[0].others] : [];
    expect(replies).toEqual([{ kind: 'unsure', nearest, question, byReader: true }]);
  });

  test('is not asked where an owner attached these very words to a clause, and says nothing against it', async () => {
    const phrasing = {
      words: question,
      clause: 'bicycles#c3',
      says: 'On the site: No pupil rides a bicycle on the site.',
      line: 1,
    };
    const asked: string[] = [];
    const taught = createAnswerFinder([policy], loadFindingModel(), [phrasing]);
    const local = answerQuestion(question, { library, finder: taught, today });
    const reader: Reader = (reading) => Promise.resolve((asked.push(reading.question), { kind: 'none' }));
    expect(await askReader(local, { library, finder: taught, reader })).toEqual(local);
    expect(local[0]).toMatchObject({ kind: 'quoted', best: { clause: { id: 'c3' } }, taught: true });
    expect(asked).toEqual([]);
  });

  test.each([
    ['does not choose', () => Promise.resolve(undefined)],
    ['names a clause that it was not shown', choosing('c1', 'c21')],
    ['chooses nothing', choosing()],
  ] as [string, Reader][])('that %s leaves the answer as it was', async (_how, reader) => {
    const { local, replies } = await ask(question, reader);
    expect(replies).toEqual(local);
  });
});
