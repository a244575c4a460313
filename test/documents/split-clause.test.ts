import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentences, splitClause } from '../../src/documents/write/split-clause.ts';

test('a paragraph of up to 700 characters stays whole', () => {
  const text = 'A rule that is kept. '.repeat(33).trim();
  expect(text.length).toBeLessThanOrEqual(700);
  expect(splitClause(text)).toEqual([text]);
});

test('abbreviations and initials end no sentence', () => {
  expect(sentences('Tell Mrs. Kaur, e.g. by note. Then wait, i.e. sit. J. Okoro signs. See no. 4 below.')).toEqual([
    'Tell Mrs. Kaur, e.g. by note.',
    'Then wait, i.e. sit.',
    'J. Okoro signs.',
    'See no. 4 below.',
  ]);
});

test('one endless sentence is cut at a semicolon', () => {
  const parts = splitClause(
    `The office keeps ${'a list of keys, '.repeat(30)}and a book; the caretaker keeps ${'a ring of keys and '.repeat(20)}a lamp.`,
  );
  expect(parts[0]).toMatch(/[;,]$/);
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(800);
});

test('the parts of any text are the text again, and none is longer than 800 characters', () => {
  const word = fc.stringMatching(/^[a-zA-Z0-9,;]{1,30}[.]?$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 400 }), (words) => {
      const text = words.join(' ');
      const parts = splitClause(text);
      expect(parts.join(' ')).toBe(text);
      expect(parts.every(({ length }) => length > 0 && length <= 800)).toBe(true);
    }),
  );
});
