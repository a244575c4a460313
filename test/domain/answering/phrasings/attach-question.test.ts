import { describe, expect, it } from 'vitest';
import { attachPhrasing } from '../../../../src/domain/answering/phrasings/attach-phrasing.ts';
import { attachQuestion } from '../../../../src/domain/answering/phrasings/attach-question.ts';
import { School } from '../../../../src/domain/people/school.ts';
import { policyWith } from '../policy-with.ts';

const school = School.parse({
  ...{ id: 'hill', name: 'Hill School', timeZone: 'Europe/London' },
  people: [
    { id: 'ada', name: 'Ada Marsh', roles: ['head'] },
    { id: 'tom', name: 'Tom Bellamy', roles: ['dsl'] },
  ],
});
const library = { school, policies: [policyWith([{ text: 'Bicycles are kept by the gate.' }])] };
const at = (who: number) => ({ library, today: '2026-11-20', by: school.people[who] });
const clause = 'bicycles#c1';

describe('the words of a colleague’s question', () => {
  it('are attached as they are written', () => {
    const words = 'may I leave my bike in the hall';
    expect(attachQuestion({ clause, words }, at(0))).toMatchObject({ kind: 'attached', phrasing: { words, clause } });
  });

  it.each([
    'may I keep my phone by me',
    'Am I allowed to take my laptop home?',
    'do I have to sign for my bike',
    'Have I to lock my bike?',
    'may i have a kettle',
    'what if I do not have a bike',
    'may our children ride in the hall',
    'may our own school bike stay in the hall',
  ])('are attached where they say “I” or “my” of no more than what is asked: %s', (words) => {
    expect(attachQuestion({ clause, words }, at(0)).kind).toBe('attached');
  });

  it.each([
    'I am pregnant, may I still lift the boxes?',
    'I’m pregnant, may I lift boxes',
    'im diabetic, may i eat in class',
    'I have epilepsy, must I tell the head before I drive the minibus?',
    'may I drive the minibus if I’ve got epilepsy',
    'ive a bad back, who moves the tables',
    'may I bring my wife to the party',
    'can my eldest son wait in the hall',
    'may my own child sit in my lesson',
    'who is told about my condition',
    'I suffer from migraines, may I keep my bike inside',
    'who do I tell that I was recently diagnosed',
    'may our youngest daughter leave her bike here',
    'do I need a note from my doctor',
    'may I keep my medication in the classroom',
    'liam leaves his bike in the hall, may he?',
    'I left my bike in the hall, is that bad?',
    'About signing “Bicycles”, version 4.0 (CA-7KQ2-W): may I keep a bike?',
    'is my bike allowed, as sp-7kq2-6 says',
  ])('are not attached where an owner’s own words would be: %s', (words) => {
    expect(attachPhrasing({ meant: clause, words }, at(0)).kind).toBe('attached');
    expect(attachQuestion({ clause, words }, at(0)).kind).toBe('refused');
  });

  it('are attached by nobody but who answers for the policy, or the head', () => {
    expect(attachQuestion({ clause, words: 'may I ride my bike' }, at(1)).kind).toBe('not-yours');
  });
});
