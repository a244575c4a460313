import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Answers } from '../../../src/domain/incidents/answers.ts';
import {
  fieldAfter,
  placeAfter,
  placeBefore,
  readPlace,
  writePlace,
} from '../../../src/domain/incidents/dialog-place.ts';
import { incidentSteps, stepIds } from '../../../src/domain/incidents/incident-steps.ts';
import { readGiven } from '../../../src/domain/incidents/read-given.ts';
import { readTyped } from '../../../src/domain/incidents/read-typed.ts';
import { staffChoices } from '../../../src/domain/incidents/staff-choices.ts';
import { peopleCalled } from '../../../src/domain/people/people-called.ts';
import { stepNamed, stepsFor } from '../../../src/domain/incidents/steps-for.ts';
import { typedWord } from '../../../src/domain/incidents/typed-word.ts';
import { Reporting } from '../../../src/domain/people/reporting.ts';
import { Person } from '../../../src/domain/people/school.ts';

const school = {};
const today = '2026-11-24';
const people = [
  Person.parse({
    id: 'helen-marsh',
    name: 'Helen Marsh',
    roles: ['head'],
    objectId: '00000000-0000-4000-8000-000000000001',
  }),
  Person.parse({ id: 'priya-nair', name: 'Priya Nair', roles: ['deputyDsl'] }),
];
const members = [
  { objectId: '00000000-0000-4000-8000-000000000001', name: 'Helen Marsh' },
  { objectId: '00000000-0000-4000-8000-0000000000a2', name: 'Zoë O’Neill' },
  { objectId: '00000000-0000-4000-8000-0000000000a1', name: 'Amara Nair' },
];
const keyOf = () => undefined;
const staff = staffChoices({ people }, members, { keyOf, draftId: 'SD-7KQ2-D' });
const begun = (change: object = {}) => Answers.parse({ at: 'danger', ...change });
const step = (id: (typeof stepIds)[number], answers = begun()) => stepNamed(stepsFor(answers, school), id);

describe('the cards of a report', () => {
  it('are nine, and four where an image is involved, with danger first and the read-back last', () => {
    expect(stepsFor(begun(), school).map(({ id }) => id)).toEqual(stepIds);
    expect(stepsFor(begun({ image: 'yes' }), school).map(({ id }) => id)).toEqual([
      'danger',
      'image',
      'about',
      'review',
    ]);
    expect(stepsFor(begun({ image: 'not-known' }), school)).toHaveLength(9);
  });

  it('ask whom it is about before anything can be written, and with an image ask for no words', () => {
    for (const { id, fields } of incidentSteps.slice(0, 3))
      expect([id, fields.filter(({ kind }) => kind === 'text')]).toEqual([id, []]);
    const asked = stepsFor(begun({ image: 'yes' }), school).flatMap(({ fields }) => fields);
    expect(asked.filter(({ kind }) => kind === 'text')).toEqual([]);
    expect(asked.map(({ name }) => name)).toContain('imageOn');
  });

  it('ask no “why”, no secret and nothing that is not to be collected', () => {
    const words = JSON.stringify(incidentSteps);
    expect(words).not.toMatch(/\bwhy\b|attach|upload|religion|ethnic/i);
  });

  it('take a school’s words, leave out what it switched off and offer only the kinds that it takes', () => {
    const reporting = Reporting.parse({
      outOfHours: 'duty',
      limitTo: ['content', 'misuse'],
      questions: { people: { text: 'Who was there?' }, opinion: { ask: false } },
    });
    const steps = stepsFor(begun(), { reporting });
    const fields = steps.flatMap((one) => one.fields);
    expect(fields.find(({ name }) => name === 'people')?.ownWords).toBe('Who was there?');
    expect(fields.map(({ name }) => name)).not.toContain('opinion');
    expect(fields.find(({ name }) => name === 'kind')?.choices?.map(({ value }) => value)).toEqual([
      'content',
      'misuse',
    ]);
  });

  it('follow one another, back and forth, and back to the read-back from an answer that is changed', () => {
    const steps = stepsFor(begun(), school);
    let place = readPlace('danger');
    const seen = [place.step];
    while (place.step !== 'review') seen.push((place = placeAfter(place, steps)).step);
    expect(seen).toEqual(stepIds);
    expect(placeBefore(readPlace('image'), steps).step).toBe('danger');
    expect(placeBefore(readPlace('danger'), steps).step).toBe('danger');
    expect(placeAfter(readPlace('kind!'), steps)).toEqual({ step: 'review', editing: false });
    expect(fieldAfter(readPlace('seen/opinion'), step('seen'))).toBeUndefined();
  });

  it('have places that are read as they were written', () => {
    for (const at of ['danger', 'when/place', 'more!', 'seen/opinion!', 'review/aboutRecipient'])
      expect(writePlace(readPlace(at))).toBe(at);
    expect(readPlace('nonsense').step).toBe('danger');
  });
});

describe('what a card brings', () => {
  const read = (id: (typeof stepIds)[number], answers: Answers, given: Record<string, string>) =>
    readGiven(step(id, answers), answers, given, { today, staff });

  it('changes only what the card asks, whatever else comes with it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...stepIds),
        fc.dictionary(fc.constantFrom(...Object.keys(Answers.shape), '__proto__', 'x'), fc.string()),
        (id, given) => {
          const before = begun({ about: ['pupil'], seen: 'Before', kind: 'conduct' });
          const { answers } = read(id, before, given);
          const asked = new Set<string>(step(id).fields.map(({ name }) => name));
          for (const name of Object.keys(Answers.shape) as (keyof Answers)[])
            if (!asked.has(name)) expect(answers[name]).toEqual(before[name]);
          expect(Answers.safeParse(answers).success).toBe(true);
        },
      ),
    );
  });

  it('keeps what is there where a field is empty, adds to a text, and replaces it where that is ticked', () => {
    const before = begun({ seen: 'A push', childsWords: '“Ow”' });
    expect(read('seen', before, { seen: ' ' }).answers).toEqual(before);
    expect(read('seen', before, { seen: 'A shout' }).answers.seen).toBe('A push\nA shout');
    expect(read('seen', before, { seen: 'A shout', replace: 'true' }).answers).toMatchObject({
      seen: 'A shout',
      childsWords: '“Ow”',
    });
  });

  it('takes no text that would be longer than a report holds, and cuts none', () => {
    const before = begun({ seen: 'x'.repeat(49_999) });
    const { answers, problems } = read('seen', before, { seen: 'yy' });
    expect(answers.seen).toBe(before.seen);
    expect(problems).toHaveLength(1);
    expect(read('seen', begun(), { seen: '😀'.repeat(25_000) }).answers.seen).toHaveLength(50_000);
  });

  it('takes no day to come and no day that does not exist', () => {
    expect(read('when', begun(), { happenedOn: '2026-11-25' }).problems).toHaveLength(1);
    expect(read('when', begun(), { happenedOn: '2026-02-30' }).problems).toHaveLength(1);
    expect(read('when', begun(), { happenedOn: today, happenedAt: '09:05' }).answers).toMatchObject({
      happenedOn: today,
    });
  });

  it('picks adults as persons, one more with each pick, and takes them back', () => {
    const [head, , amara] = staff;
    const one = read('about', begun(), { about: 'pupil,staff', person: head?.value ?? '' }).answers;
    expect(one.about).toEqual(['pupil', 'person:helen-marsh']);
    const two = read('about', one, { about: 'pupil', person: amara?.value ?? '' }).answers;
    expect(two.about).toEqual(['pupil', 'person:helen-marsh', 'member:00000000-0000-4000-8000-0000000000a1']);
    expect(read('about', two, { about: 'pupil', person: 'none' }).answers.about).toEqual(['pupil']);
    expect(read('about', begun(), { about: 'pupil', person: 'ffffffffff' }).answers.about).toEqual(['pupil']);
  });

  it('holds no word once an image is involved', () => {
    const before = begun({ seen: 'What it shows', people: 'Ella', about: ['pupil'], kind: 'conduct' });
    const { answers } = read('image', before, { image: 'yes' });
    expect(answers).toMatchObject({ image: 'yes', about: ['pupil'], seen: '', people: '' });
  });
});

describe('the adults who can be picked', () => {
  it('are each there once, role holders first, under values that name nobody', () => {
    expect(staff.map(({ title }) => title)).toEqual([
      'Helen Marsh, Headteacher',
      'Priya Nair, Deputy Designated Safeguarding Lead',
      'Amara Nair',
      'Zoë O’Neill',
    ]);
    const elsewhere = staffChoices({ people }, members, { keyOf, draftId: 'SD-4HD9-2' });
    expect(elsewhere.map(({ value }) => value)).not.toContain(staff[0]?.value);
    expect(staff[0]?.value).toMatch(/^[0-9a-f]{10}$/);
  });

  it.each([
    ['Mrs Marsh', ['Helen Marsh']],
    ['zoe oneill', ['Zoë O’Neill']],
    ['Nair', ['Priya Nair', 'Amara Nair']],
    ['Gandalf', []],
    ['', []],
  ])('are called %j', (typed, names) => {
    expect(peopleCalled(staff, typed).map(({ name }) => name)).toEqual(names);
  });
});

describe('what somebody writes', () => {
  const fieldOf = (name: string) => {
    const field = stepsFor(begun({ image: 'no' }), school)
      .flatMap(({ fields }) => fields)
      .find((one) => one.name === name);
    if (!field) throw new Error(`no field ${name}`);
    return field;
  };
  it.each([
    ['danger', 'yes', 'yes'],
    ['danger', '2', 'no'],
    ['danger', 'not sure', 'not-known'],
    ['danger', 'maybe', undefined],
    ['kind', '1', 'disclosure'],
    ['kind', 'a virus', 'virus'],
    ['kind', '99', undefined],
    ['happenedOn', 'today', '2026-11-24'],
    ['happenedOn', 'Yesterday', '2026-11-23'],
    ['happenedOn', '20 November', '2026-11-20'],
    ['happenedOn', '1st of December', '2025-12-01'],
    ['happenedOn', '20/11/2026', '2026-11-20'],
    ['happenedOn', 'last week', undefined],
    ['happenedAt', '14:30', '14:30'],
    ['happenedAt', '2.30 pm', '14:30'],
    ['happenedAt', '12 am', '00:00'],
    ['happenedAt', '9', undefined],
    ['happenedAt', '25:00', undefined],
    ['wantsSupport', 'yes please', 'true'],
    ['seen', ' yes ', 'yes'],
  ])('is read for %s: %j', (name, text, value) => {
    const read = readTyped(fieldOf(name), text, { today, staff });
    expect(read).toEqual(
      value === undefined
        ? { kind: 'unclear', problem: expect.any(String) as string }
        : { kind: 'given', given: { [name]: value } },
    );
  });

  it.each([
    ['1', ['pupil']],
    ['a pupil and Helen Marsh', ['pupil', 'person:helen-marsh']],
    ['the deputy DSL', ['role:deputyDsl']],
    ['headteacher, 3', ['role:head', 'outsider']],
    ['2, Zoë O’Neill', ['member:00000000-0000-4000-8000-0000000000a2']],
    ['not known', ['not-known']],
  ])('names whom it is about: %j', (text, about) => {
    expect(readTyped(fieldOf('about'), text, { today, staff })).toEqual({ kind: 'about', about });
  });

  it.each(['Nair', 'Gandalf', 'pupil, Gandalf', ','])('is asked again where it names nobody for sure: %j', (text) => {
    expect(readTyped(fieldOf('about'), text, { today, staff }).kind).toBe('unclear');
  });

  it.each([
    ['skip', { kind: 'skip' }],
    ['Not known.', { kind: 'skip' }],
    ['send it', { kind: 'send' }],
    ['change 3', { kind: 'change', section: 3 }],
    ['ask: may I?', { kind: 'ask', question: 'may I?' }],
    ['delete report', { kind: 'delete' }],
    ['I told her to skip the lesson', undefined],
    ['She said “send”', undefined],
  ])('is a word that moves the report: %j', (text, word) => {
    expect(typedWord(text)).toEqual(word);
  });
});
