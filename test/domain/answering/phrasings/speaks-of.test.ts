import { expect, it } from 'vitest';
import { speaksOf, subjectOf } from '../../../../src/domain/answering/phrasings/speaks-of.ts';
import type { Alternative, Unit } from '../../../../src/domain/answering/read-question.ts';

const postings = { clauses: new Int32Array(), strengths: new Float32Array(), idf: 1 };
const unit = (label: string, mass: number, ...concepts: string[]): Unit => ({
  label,
  mass,
  alternatives: concepts.map((name): Alternative => ({ label: name, how: 'concept', worth: 1, postings })),
});
const asks = (units: readonly Unit[], corrected = new Map<string, string>()) => ({ units, corrected });

it('is about what tells most', () => {
  expect(subjectOf({ units: [unit('keep', 1), unit('forms', 3), unit('records', 2)] })?.label).toBe('forms');
  expect(subjectOf({ units: [unit('do we', 0)] })).toBeUndefined();
});

it('has the subject by its word in any form, misspelt, or by what it means', () => {
  const subject = unit('phones', 3, 'phone');
  expect(speaksOf(asks([unit('phone', 1)]), subject)).toBe(true);
  expect(speaksOf(asks([unit('phonse', 1)], new Map([['phonse', 'phones']])), subject)).toBe(true);
  expect(speaksOf(asks([unit('mobile', 1, 'phone')]), subject)).toBe(true);
  expect(speaksOf(asks([unit('phonse', 1), unit('records', 2, 'record')]), subject)).toBe(false);
});
