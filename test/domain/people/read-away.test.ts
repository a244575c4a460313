import { describe, expect, test } from 'vitest';
import { readAway } from '../../../src/domain/people/read-away.ts';

// A Tuesday.
const today = '2026-11-24';
const read = (text: string) => readAway(text, today);
const days = (from: string | undefined, to: string | undefined, cover?: string) => ({
  kind: 'away',
  from,
  to,
  cover,
  unread: false,
});

describe('what is said of being away', () => {
  test.each([
    ['I am away until Friday', today, '2026-11-27'],
    ['I’m away till Fri.', today, '2026-11-27'],
    ["i'm off sick until tomorrow", today, '2026-11-25'],
    ['away until Tuesday', today, '2026-12-01'],
    ['I will be away from Friday to Monday', '2026-11-27', '2026-11-30'],
    ['I am away from 3 to 7 December', '2026-12-03', '2026-12-07'],
    ['I am away from 3 December to 7 December 2026', '2026-12-03', '2026-12-07'],
    ['I am away from 28 December until 4 January', '2026-12-28', '2027-01-04'],
    ['I am away 3rd - 7th December', '2026-12-03', '2026-12-07'],
    ['I am away until 7/12', today, '2026-12-07'],
    ['I am away until the 7th of December', today, '2026-12-07'],
    ['I am away until 2026-12-07', today, '2026-12-07'],
    ['I am away today', today, today],
    ['I am away on Friday', '2026-11-27', '2026-11-27'],
    ['I am away until 20 November', today, '2026-11-20'],
    ['I am away until 5 December 2028', today, '2028-12-05'],
  ])('“%s”', (text, from, to) => {
    expect(read(text)).toEqual(days(from, to));
  });

  test.each([
    ['I am away', undefined, undefined],
    ['I am away from Friday', '2026-11-27', undefined],
  ])('“%s” lacks a day', (text, from, to) => {
    expect(read(text)).toEqual(days(from, to));
  });

  test.each([
    ['I am away until Friday, cover Mrs Nair', 'Mrs Nair'],
    ['I am away until Friday cover Priya Nair.', 'Priya Nair'],
    ['I am away until Friday, covered by Priya O’Nair-Smith', 'Priya O’Nair-Smith'],
    ['I am away until Friday and cover is Priya', 'Priya'],
    ['I am away from 24 to 27 November, cover: Priya', 'Priya'],
  ])('“%s” names a cover', (text, cover) => {
    expect(read(text)).toEqual(days(today, '2026-11-27', cover));
  });

  test.each(['I am away until the end of term', 'I am away until Frinday', 'I am away until 31 November'])(
    '“%s” has a day to ask for',
    (text) => {
      expect(read(text)).toMatchObject({ kind: 'away', unread: true });
    },
  );

  test.each(['I am back', "I'm back now.", 'I am back at school today'])('“%s” is the end', (text) => {
    expect(read(text)).toEqual({ kind: 'back' });
  });

  test.each([
    'I am away on a school trip, who covers?',
    'I am away until Friday and a child told me that her uncle hit her and she is afraid',
    'I am away from my class and a pupil has run off',
    'Who covers when I am away until Friday?',
    'I am back in the classroom and a boy says he was touched',
    'What if a parent is away until Friday',
    'I am awaiting a reply until Friday',
    'a child is away until Friday',
  ])('“%s” is none', (text) => {
    expect(read(text)).toBeUndefined();
  });
});
