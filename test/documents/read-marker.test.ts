import { expect, test } from 'vitest';
import { readMarker } from '../../src/documents/blocks/marker.ts';

test.each(['●', '•', '▪', '–', '-', '*', 'o', '◦', '■', '➢', '\uf0b7', '+'])(
  'the glyph %s is a bullet and no word',
  (glyph) => {
    expect(readMarker(`  ${glyph}   Wash hands.`)).toEqual({
      marker: { kind: 'bullet', value: [] },
      rest: 'Wash hands.',
    });
  },
);

test.each([
  ['2.4.6 Use soap.', '2.4.6', 'deep'],
  ['10.1. Use soap.', '10.1.', 'deep'],
  ['3) Use soap.', '3)', 'number'],
  ['(12) Use soap.', '(12)', 'number'],
  ['b. Use soap.', 'b.', 'letter'],
  ['(c) Use soap.', '(c)', 'letter'],
  ['iv. Use soap.', 'iv.', 'roman'],
  ['(ii) Use soap.', '(ii)', 'roman'],
  ['- a. Use soap.', 'a.', 'letter'],
  ['• 1.1 Use soap.', '1.1', 'deep'],
])('%s keeps its number as printed', (line, printed, kind) => {
  expect(readMarker(line)).toMatchObject({ marker: { printed, kind }, rest: 'Use soap.' });
});

test('a number that the typesetter is to give is not printed', () => {
  expect(readMarker('#. Use soap.')).toEqual({ marker: { kind: 'auto', value: [] }, rest: 'Use soap.' });
});

test.each([
  '3.2 March 2020',
  '14.30 pm start',
  'J. Okoro',
  '2024 was wet.',
  '-5 degrees',
  'e.g. soap',
  'other words',
  '999 is the number',
  '*emphasis* first',
])('no mark is seen in: %s', (line) => {
  expect(readMarker(line)).toEqual({ rest: line });
});
