import { describe, expect, it } from 'vitest';
import { createCorrectSpelling } from '../../../src/domain/answering/correct-spelling.ts';

const correct = createCorrectSpelling(
  new Map([
    ['safeguarding', 9],
    ['receive', 3],
    ['helmet', 4],
    ['helmets', 1],
    ['bicycle', 5],
    ['bell', 2],
    ['building', 7],
    ['meeting', 7],
  ]),
);

describe('createCorrectSpelling', () => {
  it.each([
    ['safegarding', 'safeguarding'],
    ['recieve', 'receive'],
    ['helmt', 'helmet'],
    ['bycicle', 'bicycle'],
  ])('reads %s as %s', (written, meant) => {
    expect(correct(written)).toBe(meant);
  });

  it('does not take an ending for likeness', () => {
    expect(correct('boiling')).toBeUndefined();
    expect(correct('melting')).toBeUndefined();
    expect(correct('buildng')).toBe('building');
  });

  it('leaves short words, numbers and words far from all others alone', () => {
    expect(correct('bel')).toBeUndefined();
    expect(correct('he1met')).toBeUndefined();
    expect(correct('helicopter')).toBeUndefined();
  });
});
