import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { redactNames } from '../../../src/domain/records/redact-names.ts';

const known = ['Helen Marsh', 'Daniel Reid', 'Priya Nair', 'Callum Price', 'Ngozi Adebayo-Cole'];
const own = ['Amara Okafor'];
const redact = (text: string) => redactNames(text, { own, known });

describe('what is told to Amara Okafor', () => {
  test.each([
    ['Helen Marsh told Amara Okafor to wait.', '[name] told Amara Okafor to wait.'],
    ['I saw Jamie Dray’s bag; jamie cried.', 'I saw [name]’s bag; [name] cried.'],
    ['Mr Green and Mrs. Bell were there.', 'Mr [name] and Mrs. [name] were there.'],
    ['Ms Okafor said so, and so did Jo Okafor.', 'Ms Okafor said so, and so did [name] Okafor.'],
    ['The boy spoke to the DSL on Monday in March.', 'The boy spoke to the DSL on Monday in March.'],
    ['It was Mark Green from Year 5.', 'It was [name] from Year 5.'],
    ['JAMIE DRAY HIT ME', '[name] ME'],
    ['Write to d.reid@school.example or 07700 900105, or @jdray_09.', 'Write to [name] or [name], or [name].'],
    ['Ngozi Adebayo-Cole, and adebayo again', '[name], and [name] again'],
    ['', ''],
  ])('%s', (text, told) => expect(redact(text)).toBe(told));

  it('never has a known name of somebody else, however it is put into a text', () => {
    const name = fc.constantFrom(...known.flatMap((full) => [full, ...full.split(/[ -]/)]));
    const filler = fc.constantFrom('', ' ', 'told ', 'the ', ', ', ' saw ', '. ', '\n', ' (', ') ', ' “', '’s ');
    fc.assert(
      fc.property(fc.array(fc.tuple(filler, name, filler), { minLength: 1, maxLength: 6 }), (parts) => {
        // A name grown together with another word is that of nobody: a space stands between.
        const told = redact(parts.map(([before, who, after]) => `${before} ${who} ${after}`).join(' '));
        for (const word of known.flatMap((full) => full.split(/[ -]/)))
          expect(told).not.toMatch(new RegExp(`\\b${word}\\b`));
        expect(told).toContain('[name]');
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps their own name wherever it stands', () => {
    fc.assert(
      fc.property(fc.constantFrom(...known), (other) => {
        expect(redact(`${other} saw Amara Okafor with ${other}.`)).toBe('[name] saw Amara Okafor with [name].');
      }),
    );
  });
});
