import { expect, it } from 'vitest';
import { compileLexicon } from '../../../src/domain/answering/compile-lexicon.ts';
import { createReadTexts, readWords } from '../../../src/domain/answering/read-text.ts';

const concept = (name: string, ...terms: string[]) => ({ name, terms, broader: [], general: false });
const lexicon = compileLexicon([concept('phone', 'mobile', 'mobile phone')]);

it('gives words, stems, and what the encoder reads: each word and concept once', () => {
  const { words, stems, named, tokens } = createReadTexts(lexicon)('Mobiles, mobile phones!');
  expect(words).toEqual(['mobiles', 'mobile', 'phones']);
  expect(stems[0]).toBe(stems[1]);
  expect(named).toEqual([[0], [0]]);
  expect(tokens).toEqual(['mobiles', 'mobile', 'phones', '#phone']);
});

it('takes no concept from words that say nothing by themselves', () => {
  expect(createReadTexts(lexicon)('phones of others').tokens).toEqual(['phones', 'of', 'others']);
  const idle = readWords(['of', 'their'], ['of', 'they'], compileLexicon([concept('whose', 'of their')]));
  expect(idle.named).toEqual([[0]]);
  expect(idle.tokens).toEqual(['of', 'their']);
});

it('reads a text that comes again once', () => {
  const read = createReadTexts(lexicon);
  expect(read('Your own phone')).toBe(read('Your own phone'));
});
