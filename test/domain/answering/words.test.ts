import { describe, expect, it } from 'vitest';
import { phraseStemOf, stemOf, wordsOf } from '../../../src/domain/answering/words.ts';

describe('words', () => {
  it('reads straight and curly apostrophes alike', () => {
    expect(wordsOf('Don’t use a child’s phone')).toEqual(wordsOf("don't use a child's phone"));
    expect(wordsOf("don't use a child's phone")).toEqual(['dont', 'use', 'a', 'child', 'phone']);
  });

  it('joins words that schools write in two ways', () => {
    expect(wordsOf('E-mail the Head Teacher on Whats App')).toEqual(['email', 'the', 'headteacher', 'on', 'whatsapp']);
  });

  it('leaves out web addresses', () => {
    expect(wordsOf('See [the guide](https://guide.example/a-b) or https://other.example now')).toEqual([
      'see',
      'the',
      'guide',
      'or',
      'now',
    ]);
  });

  it('gives a stem to irregular forms and to both spellings', () => {
    expect(stemOf('told')).toBe(stemOf('telling'));
    expect(stemOf('kids')).toBe(stemOf('children'));
    expect(stemOf('organized')).toBe(stemOf('organised'));
  });

  it('keeps words apart that a stemmer throws together', () => {
    expect(stemOf('personal')).not.toBe(stemOf('person'));
    expect(stemOf('accountable')).not.toBe(stemOf('account'));
  });

  it('reads persons alike within a phrase', () => {
    expect(phraseStemOf('my')).toBe(phraseStemOf('their'));
  });
});
