import { describe, expect, it } from 'vitest';
import { encodeClauses } from '../../../../src/domain/answering/model/encoded-clauses.ts';
import type { EncoderModel, Precedents } from '../../../../src/domain/answering/model/finding-model.ts';
import { createFindPrecedents } from '../../../../src/domain/answering/model/precedence.ts';
import { createRecall } from '../../../../src/domain/answering/model/recall-questions.ts';
import { policyWith } from '../policy-with.ts';

const words = ['tattoos', 'ink', 'seen', 'phones', 'mobile', 'locker', 'may', 'body'];
/** Of four axes two are used: ink and tattoos lie along the first, phones along the second. */
const model: EncoderModel = {
  dimensions: 4,
  rows: new Map(words.map((word, row) => [word, row])),
  vectors: Float32Array.from(
    [
      [1, 0],
      [0.9, 0.436],
      [0.5, 0.866],
      [0, 1],
      [0.1, 0.995],
      [0.2, 0.98],
      [0.7, 0.714],
      [0.95, 0.312],
    ].flatMap((axes) => [...axes, 0, 0]),
  ),
  matchWeights: new Float32Array(words.length).fill(1),
  topicWeights: new Float32Array(words.length).fill(1),
  unseenWeight: 1,
  scales: [10, 5],
  silence: { bias: 7, weights: new Float32Array(words.length) },
};
const rowsOf = (text: string) => Uint16Array.from(text.split(' '), (word) => words.indexOf(word));
const precedents: Precedents = {
  all: [
    { clause: rowsOf('tattoos may seen'), questions: [rowsOf('body ink'), rowsOf('ink seen')] },
    { clause: rowsOf('phones locker'), questions: [rowsOf('mobile')] },
  ],
  shelves: [1, 1],
  middles: Int8Array.of(110, 60, 0, 0, 13, 127, 0, 0),
};
const none: Precedents = { all: [], shelves: [], middles: new Int8Array() };
const policy = policyWith([
  { text: 'tattoos seen', headingPath: [] },
  { text: 'phones locker', headingPath: [] },
]);
const encoded = encodeClauses(
  policy.clauses.map((clause) => ({ policy, clause })),
  model,
  (text) => text.split(' ').filter((word) => words.includes(word)),
);

describe('createRecall', () => {
  it('gives the questions that are most alike, with the clause that answered each', () => {
    const [first, second, ...others] = createRecall(model, precedents)(Int32Array.from(rowsOf('body ink')), 2);
    expect(first).toEqual({ clause: precedents.all[0]?.clause, likeness: expect.closeTo(1, 4) as number });
    expect(second?.clause).toBe(precedents.all[0]?.clause);
    expect(second?.likeness).toBeLessThan(1);
    expect(others).toEqual([]);
  });

  it('finds a question by its known words, and nothing without precedents', () => {
    const [first] = createRecall(model, precedents)(Int32Array.of(-1, words.indexOf('phones')), 1);
    expect(first?.clause).toBe(precedents.all[1]?.clause);
    expect(first?.likeness).toBeLessThan(0.9);
    expect(createRecall(model, none)(Int32Array.of(0), 5)).toEqual([]);
  });
});

describe('createFindPrecedents', () => {
  it('prefers the clause that is like the one which answered such a question, though no word is shared', () => {
    const { likeness, precedenceOf } = createFindPrecedents(encoded, model, precedents)(['body', 'ink']);
    const [tattoos, phones] = [precedenceOf(0), precedenceOf(1)];
    expect(likeness).toBeCloseTo(1, 4);
    expect(tattoos.share).toBeCloseTo(2 / Math.sqrt(6), 2);
    expect(tattoos.most).toBeCloseTo(2 / Math.sqrt(6), 2);
    expect(phones.share).toBeLessThan(0.05);
    expect(tattoos.topic).toBeGreaterThan(phones.topic);
  });

  it('knows nothing of a clause without precedents, and of one that is not there', () => {
    const { likeness, precedenceOf } = createFindPrecedents(encoded, model, none)(['body']);
    expect({ likeness, ...precedenceOf(0) }).toEqual({ likeness: 0, share: 0, most: 0, topic: 0 });
    expect(createFindPrecedents(encoded, model, precedents)(['body']).precedenceOf(9).share).toBe(0);
  });
});
