import { expect, it } from 'vitest';
import type { AnswerLine } from '../../src/tools/ask/answer-line.ts';
import { scoreAnswers } from './score-answers.ts';

const answer = (outcome: AnswerLine['outcome'], ...quotes: string[]): AnswerLine => ({
  outcome,
  clauses: quotes.map((quote) => ({ policy: 'p', ref: null, heading: '', quote, score: 1 })),
});
const question = (id: number, ...gold: string[]) => ({ id, q: 'q', gold, kind: 'direct' });

it('counts hits, refusals and harm as defined', () => {
  const questions = [
    question(1, 'lock the shed'),
    question(2, 'lock the shed'),
    question(3, 'lock the shed'),
    question(4),
    question(5),
  ];
  const answers = [
    answer('quoted', 'Staff *lock the  shed* at night.'),
    answer('quoted', 'Other.', 'Lock the shed.'),
    answer('unsure', 'Lock the shed.'),
    answer('unsure', 'Other.'),
    answer('quoted', 'Other.'),
  ];
  expect(scoreAnswers(questions, answers)).toMatchObject({
    hit1: 0.333,
    hit3: 1,
    refused: 0.5,
    wronglyRefused: 0.333,
    wrong: 0.4,
  });
});

it('never counts a quote of more than 800 characters', () => {
  expect(scoreAnswers([question(1, 'lock')], [answer('quoted', `lock ${'x'.repeat(800)}`)])).toMatchObject({
    hit1: 0,
    hit3: 0,
  });
});
