import { describe, expect, it } from 'vitest';
import { compileLexicon } from '../../../src/domain/answering/compile-lexicon.ts';
import { concept } from '../../../src/domain/answering/lexicon/concept.ts';
import { lexicon } from '../../../src/domain/answering/lexicon/index.ts';
import { relations } from '../../../src/domain/answering/lexicon/relations.ts';
import { phraseStemOf, wordsOf } from '../../../src/domain/answering/words.ts';

const keyOf = (term: string) => wordsOf(term).map(phraseStemOf).join(' ');

describe('the lexicon', () => {
  it('is broad: over 400 concepts and 7,000 terms', () => {
    expect(lexicon.length).toBeGreaterThan(400);
    expect(lexicon.flatMap(({ terms }) => terms).length).toBeGreaterThan(7_000);
  });

  it('gives each concept a name of its own', () => {
    const names = lexicon.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('says nothing twice within a concept, forms of one word included', () => {
    const twice = lexicon.flatMap(({ name, terms }) => {
      const keys = terms.map(keyOf);
      return terms.filter((_, at) => keys.indexOf(keys[at] ?? '') !== at).map((term) => `${name}: ${term}`);
    });
    expect(twice).toEqual([]);
  });

  it('holds no term without a word in it', () => {
    expect(lexicon.flatMap(({ terms }) => terms.filter((term) => keyOf(term) === ''))).toEqual([]);
  });

  it('names no concept as broader than itself, and only concepts that exist', () => {
    for (const { name, broader } of lexicon) expect(broader).not.toContain(name);
    for (const [name, others] of Object.entries(relations)) expect(others).not.toContain(name);
    expect(() => compileLexicon(lexicon, relations)).not.toThrow();
  });

  it('writes terms in lower case', () => {
    const odd = lexicon.flatMap(({ terms }) => terms.filter((term) => term !== term.toLowerCase()));
    expect(odd).toEqual([]);
  });
});

describe('compileLexicon', () => {
  const small = compileLexicon(
    [
      concept('sick', 'off sick, poorly'),
      concept('inhaler', 'inhaler', 'medicine'),
      concept('medicine', 'medicine, pill'),
    ],
    {
      sick: ['medicine'],
    },
  );
  const match = (text: string) =>
    small
      .match(wordsOf(text).map(phraseStemOf))
      .map(({ start, length, concepts }) => [start, length, concepts.map((at) => small.names[at])]);

  it('finds the longest term at each word', () => {
    expect(match('she is off sick with a pill')).toEqual([
      [2, 2, ['sick']],
      [6, 1, ['medicine']],
    ]);
  });

  it('reads broader concepts upwards and downwards, and relations both ways', () => {
    expect(small.broader).toEqual([[], [2], []]);
    expect(small.narrower).toEqual([[], [], [1]]);
    expect(small.related).toEqual([[2], [], [0]]);
  });

  it('refuses a reference to a concept that does not exist', () => {
    expect(() => compileLexicon([concept('inhaler', 'inhaler', 'medicine')])).toThrow('does not exist: medicine');
  });
});
