import { describe, expect, it } from 'vitest';
import { accusedIn, officesIn } from '../../../src/domain/answering/offices.ts';

describe('accusedIn', () => {
  it.each([
    ['Who do I tell about a concern about the head?', ['head']],
    ['it’s the head who shouts at them, who do I tell', ['head']],
    ['the DSL is the problem, who can I talk to', ['safeguarding-lead']],
    ['Who do I report the chair of governors to?', ['chair']],
    ['Both the head and the chair are involved, who do I tell?', ['chair', 'head']],
    ['who do I tell if a governor behaves badly', ['governor']],
    ['who do I tell if the head swore at a child', ['head']],
    ['I have a concern about the deputy head, who do I tell?', ['deputy']],
  ])('finds whom “%s” complains of', (question, accused) => {
    expect(accusedIn(question)).toEqual(accused);
  });

  it.each([
    'Do I tell the head about a low-level concern?',
    'Who do I tell if the DSL is away?',
    'Who do I tell about a concern about a child?',
    'When does the headteacher approve a visit?',
  ])('finds nobody in “%s”', (question) => {
    expect(accusedIn(question)).toEqual([]);
  });
});

describe('officesIn', () => {
  it('tells whom a clause is about from whom it would have told', () => {
    expect(officesIn('If the worry is about the headteacher, tell the chair of governors.')).toEqual({
      named: ['chair', 'head'],
      accused: ['head'],
    });
    expect(officesIn('Where a concern relates to the Headteacher, inform the Chair.').accused).toEqual(['head']);
    expect(officesIn('Tell the headteacher about a low-level concern.').accused).toEqual([]);
  });
});
