import { describe, expect, it } from 'vitest';
import { encodeClauses, rarityOf } from '../../../../src/domain/answering/model/encoded-clauses.ts';
import type { EncoderModel } from '../../../../src/domain/answering/model/finding-model.ts';
import { createMatchQuestion } from '../../../../src/domain/answering/model/match-question.ts';
import { nearnessStep } from '../../../../src/domain/answering/model/nearness.ts';
import { policyWith } from '../policy-with.ts';

/** Of four axes two are used: phones lie along the first, trips along the second; “kids” and “pupils” are the same. */
const model: EncoderModel = {
  dimensions: 4,
  rows: new Map(['mobile', 'phone', 'trip', 'kids', 'pupils'].map((word, row) => [word, row])),
  vectors: Float32Array.from(
    [
      [0.96, 0.28],
      [1, 0],
      [0, 1],
      [0.6, 0.8],
      [0.6, 0.8],
    ].flatMap((axes) => [...axes, 0, 0]),
  ),
  matchWeights: Float32Array.of(1, 1, 1, 0.5, 0.5),
  topicWeights: Float32Array.of(1, 1, 1, 0.1, 0.1),
  unseenWeight: 1,
  scales: [10, 5],
  silence: { bias: 7, weights: Float32Array.of(0, 0.5, -1, 0, 0) },
};

const policy = policyWith([
  { text: 'phone pupils', headingPath: [] },
  { text: 'trip pupils', headingPath: [] },
  { text: 'tamagotchi', headingPath: ['phone'] },
]);
const clauses = policy.clauses.map((clause) => ({ policy, clause }));
const read = (text: string) =>
  text
    .toLowerCase()
    .split(' ')
    .filter((word) => word !== '');
/** Nearness is kept in steps. */
const nearTo = (near: number) => Math.round(near / nearnessStep) * nearnessStep;
const match = createMatchQuestion(encodeClauses(clauses, model, read), model);

describe('createMatchQuestion', () => {
  it('meets a word by its nearest in the clause, by meaning', () => {
    const { matchOf } = match(['mobile', 'kids']);
    const [phones, trips] = [matchOf(0), matchOf(1)];
    expect(phones.match).toBeCloseTo((nearTo(0.96) ** 2 + 0.5) / 1.5, 4);
    expect(phones.match).toBeGreaterThan(trips.match);
    expect(phones.topic).toBeGreaterThan(trips.topic);
    expect(phones.sum).toBeCloseTo(10 * phones.match + 5 * phones.topic, 4);
    expect(phones.exact).toBe(1);
    expect(trips.missed).toBeGreaterThan(phones.missed);
  });

  it('knows a word that the model does not by itself alone', () => {
    const { matchOf } = match(['tamagotchi']);
    expect(matchOf(2).match).toBe(1);
    expect(matchOf(0).match).toBe(0);
    expect(matchOf(2).own).toBe(1);
  });

  it('gives less for what only the heading says', () => {
    const { matchOf } = match(['phone']);
    expect(matchOf(2).match).toBeCloseTo(0.8 ** 2, 4);
    expect(matchOf(2).own).toBe(0);
    expect(matchOf(0).match).toBe(1);
  });

  it('answers an empty question with nothing, and refuses a clause that is not there', () => {
    expect(match([]).sumOf(0)).toBe(0);
    expect(() => match(['phone']).matchOf(99)).toThrow('There is no clause 99.');
  });

  it('adds up what the question says for silence', () => {
    expect(match(['phone', 'trip', 'tamagotchi']).silence).toBe(6.5);
  });

  it('tells how much one stretch of the clause meets', () => {
    const spread = policyWith([
      { text: `phone ${Array.from({ length: 30 }, (_, at) => `w${at}`).join(' ')} trip`, headingPath: [] },
      { text: `${Array.from({ length: 30 }, (_, at) => `w${at}`).join(' ')} phone trip`, headingPath: [] },
    ]);
    const asClauses = spread.clauses.map((clause) => ({ policy: spread, clause }));
    const { matchOf } = createMatchQuestion(encodeClauses(asClauses, model, read), model)(['phone', 'trip']);
    expect(matchOf(0).match).toBeCloseTo(matchOf(1).match, 4);
    expect(matchOf(0).stretch).toBeLessThan(0.7);
    expect(matchOf(1).stretch).toBeCloseTo(1, 4);
  });

  it('weighs a word less the more clauses hold it', () => {
    expect([0, 1, 3, 10].map((count) => rarityOf(count, 10))).toEqual([
      1,
      1,
      expect.closeTo(Math.log(11 / 3) / Math.log(11), 6),
      expect.closeTo(Math.log(1.1) / Math.log(11), 6),
    ]);
  });
});
