import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isReference, newReference } from '../../../src/domain/delivery/reference.ts';
import { createSubmission, SubmissionId } from '../../../src/domain/delivery/submission.ts';

const reference = fc
  .record({
    prefix: fc.constantFrom('SQ', 'SR', 'SG', 'GP', 'CA'),
    bytes: fc.uint8Array({ minLength: 6, maxLength: 6 }),
  })
  .map(({ prefix, bytes }) => newReference(prefix, () => bytes));
const keyboard = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ- abcdefghijklmnopqrstuvwxyz'];

test('a reference has its prefix, four letters and a check letter, none of them easily taken for another', () => {
  fc.assert(
    fc.property(reference, (text) => {
      expect(text).toMatch(/^(?:S[QRG]|GP|CA)-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]$/);
      expect(isReference(text)).toBe(true);
    }),
  );
});

test('every single wrong letter is found', () => {
  fc.assert(
    fc.property(reference, (text) => {
      for (let place = 0; place < text.length; place++) {
        for (const letter of keyboard) {
          if (letter === text[place]) continue;
          expect(isReference(text.slice(0, place) + letter + text.slice(place + 1))).toBe(false);
        }
      }
    }),
  );
});

test('any two letters that changed places are found', () => {
  fc.assert(
    fc.property(reference, (text) => {
      for (let a = 0; a < text.length; a++) {
        for (let b = a + 1; b < text.length; b++) {
          const letters = [...text];
          [letters[a], letters[b]] = [letters[b] ?? '', letters[a] ?? ''];
          if (letters.join('') !== text) expect(isReference(letters.join(''))).toBe(false);
        }
      }
    }),
  );
});

test('a letter too many or too few is found', () => {
  fc.assert(
    fc.property(reference, fc.nat(8), fc.constantFrom(...keyboard), (text, place, letter) => {
      expect(isReference(text.slice(0, place) + text.slice(place + 1))).toBe(false);
      expect(isReference(text.slice(0, place) + letter + text.slice(place))).toBe(false);
    }),
  );
});

test('references are drawn evenly and seldom alike', () => {
  const drawn = Array.from({ length: 20_000 }, () => newReference('SQ', randomBytes));
  const letters = new Map<string, number>();
  for (const letter of drawn.flatMap((one) => [...one.slice(3, 7)]))
    letters.set(letter, (letters.get(letter) ?? 0) + 1);
  expect(letters.size).toBe(31);
  // 80,000 letters over 31 are 2,581 each; six standard deviations are 300.
  for (const count of letters.values()) expect(Math.abs(count - 80_000 / 31)).toBeLessThan(300);
  // About 20,000²/2/923,521 = 217 pairs are to be expected.
  expect(new Set(drawn).size).toBeGreaterThan(19_600);
});

test('a prefix of other letters is a bug of the caller', () => {
  expect(() => newReference('OI', randomBytes)).toThrow();
  expect(() => newReference('S', randomBytes)).toThrow();
});

test('a submission id is 128 random bits', () => {
  const id = createSubmission(randomBytes);
  expect(SubmissionId.parse(id)).toBe(id);
  expect(createSubmission((size) => new Uint8Array(size).fill(10))).toBe('0a'.repeat(16));
  expect(SubmissionId.safeParse(id.toUpperCase() + 'x').success).toBe(false);
});
