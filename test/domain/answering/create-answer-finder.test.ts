import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnswerFinder } from '../../../src/domain/answering/create-answer-finder.ts';
import type { Answer, RankedClause } from '../../../src/domain/answering/answer.ts';
import { policyWith } from './policy-with.ts';
import { loadFindingModel } from '../../../src/models/load-finding-model.ts';

const phones = policyWith(
  [
    { text: 'Approved by the governing board on 12 March 2026.', kind: 'cover', headingPath: ['About this policy'] },
    { text: 'Keep your own phone out of sight while pupils are present.', headingPath: ['Your own phone'] },
    { text: 'You may use your phone in the staffroom during a break.', headingPath: ['Your own phone'] },
    { text: 'Staff must not:', kind: 'lead-in', headingPath: ['Social media'] },
    {
      text: 'accept a pupil as a friend on a social network;',
      leadIn: 'Staff must not:',
      headingPath: ['Social media'],
    },
    {
      text: 'Pupils hand their phones in at the office each morning.',
      binds: 'pupils',
      headingPath: ['Rules for pupils'],
    },
    { text: 'The phone register is checked once a term.', headingPath: ['Records'] },
    { text: 'Lost phones are reported to the business manager within two hours.', headingPath: ['Loss'] },
  ],
  'phones',
  'Phones and Social Media',
);
const trips = policyWith(
  [
    { text: 'The visit leader carries a first aid kit.', headingPath: ['On the day'] },
    { text: 'Medicines are given by a trained member of staff only.', headingPath: ['Health'] },
    { text: 'The headteacher approves every visit four weeks before it.', headingPath: ['Planning'] },
  ],
  'visits',
  'Educational Visits',
);
const finder = createAnswerFinder([phones, trips], loadFindingModel());

const clausesOf = (answer: Answer): readonly RankedClause[] =>
  answer.kind === 'quoted' ? [answer.best, ...answer.others] : answer.nearest;
const bestOf = (question: string) => clausesOf(finder.answer(question))[0]?.clause.text;

describe('createAnswerFinder', () => {
  it.each([
    ['can i have my mobile out when the kids are about', 'Keep your own phone out of sight while pupils are present.'],
    ['add a child on insta?', 'accept a pupil as a friend on a social network;'],
    ['can kids bring phones in', 'Pupils hand their phones in at the office each morning.'],
    ['who okays a trip', 'The headteacher approves every visit four weeks before it.'],
    ['giving calpol on an outing', 'Medicines are given by a trained member of staff only.'],
    ['when was this policy approved?', 'Approved by the governing board on 12 March 2026.'],
    ['my fone has been nicked', 'Lost phones are reported to the business manager within two hours.'],
  ])('finds the clause for “%s”', (question, text) => {
    expect(bestOf(question)).toBe(text);
  });

  it('quotes what a clause plainly says', () => {
    expect(finder.answer('May I use my phone in the staffroom at break?').kind).toBe('quoted');
  });

  it.each(['How much does a replacement phone cost?', 'For how many years are medicines kept?', 'xylophone marmalade'])(
    'does not quote when the policies do not say: “%s”',
    (question) => {
      expect(finder.answer(question).kind).toBe('unsure');
    },
  );

  it('puts a pupils’ rule below the staff’s own when staff ask for themselves', () => {
    expect(bestOf('where do I keep my phone')).not.toBe('Pupils hand their phones in at the office each morning.');
  });

  it('does not take what is said of a deputy, or the name of another document, for the answer', () => {
    const people = policyWith([
      { text: 'Deputy Designated Safeguarding Lead: Jo Marsh' },
      { text: 'Designated Safeguarding Lead: Sam Field' },
      { text: '[Volunteers: guidance for parent helpers](https://example.org/helpers)' },
      { text: 'A parent helper is never left alone with a class.' },
    ]);
    const among = createAnswerFinder([people], loadFindingModel());
    const first = (question: string) => clausesOf(among.answer(question))[0]?.clause.text;
    expect(first('Who is the Designated Safeguarding Lead?')).toContain('Sam Field');
    expect(first('who is the deputy DSL')).toContain('Jo Marsh');
    expect(first('may a parent helper be on her own with the class')).toContain('never left alone');
  });

  it('weighs a clause that shares no word with the question among many others', () => {
    const many = policyWith([
      ...Array.from({ length: 500 }, (_, at) => ({ text: `Form ${at} is kept in the office for ${at} days.` })),
      { text: 'Mobile telephones stay in lockers.' },
    ]);
    const among = createAnswerFinder([many], loadFindingModel());
    expect(clausesOf(among.answer('where do iphones go'))[0]?.clause.text).toBe('Mobile telephones stay in lockers.');
  });

  it('gives up to five clauses, best first, with scores from 0 to 1', () => {
    fc.assert(
      fc.property(
        fc.lorem({ maxCount: 12 }),
        fc.constantFrom('phone', 'pupils', 'trip', 'social media', ''),
        (noise, word) => {
          const scores = clausesOf(finder.answer(`${noise} ${word}`)).map(({ score }) => score);
          expect(scores.length).toBeLessThanOrEqual(5);
          expect(scores).toEqual([...scores].sort((one, other) => other - one));
          for (const score of scores) expect(score >= 0 && score <= 1).toBe(true);
        },
      ),
    );
  });

  it('answers any text at all, and the same text always the same', () => {
    const again = createAnswerFinder([phones, trips], loadFindingModel());
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(again.answer(text)).toEqual(finder.answer(text));
      }),
    );
  });

  it('is unsure with nothing near when there are no policies', () => {
    expect(createAnswerFinder([], loadFindingModel()).answer('May I use my phone?')).toEqual({
      kind: 'unsure',
      nearest: [],
    });
  });

  it('stays quick on a pasted document', () => {
    const start = performance.now();
    finder.answer('may I use my phone '.repeat(2_000));
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('explain', () => {
  it('gives reasons in plain words for the clauses that answer gives, in the same order', () => {
    const question = 'can i have my mobile out when the kids are about';
    const { question: read, ranked, verdict } = finder.explain(question);
    expect(ranked.map(({ key }) => key)).toEqual(
      clausesOf(finder.answer(question)).map(({ policy, clause }) => `${policy.cover.id}#${clause.id}`),
    );
    expect(read.kind).toBe('may I');
    expect(read.concepts).toContain('phone');
    expect(ranked[0]?.reasons.join('\n')).toMatch(/“mobile” is one way to speak of phone/);
    expect(verdict).toMatch(/^(Quoted|Not quoted), \d+ % sure/);
  });

  it('says how a misspelt word was read', () => {
    expect(finder.explain('are medcines given').question.words.join(' ')).toContain('medcines (read as medicines)');
  });
});
