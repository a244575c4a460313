import { stemmer } from 'stemmer';
import { irregularForms, keptApart } from './irregular-forms.ts';

/** Web addresses say nothing that a question asks in words. */
const addresses = /\]\([^)\s]*\)|https?:\/\/\S+/g;

const joined: readonly (readonly [RegExp, string])[] = [
  [/\be[\s-]mail/g, 'email'],
  [/\bon-line\b/g, 'online'],
  [/\boff-line\b/g, 'offline'],
  [/\bwi-fi\b|\bwi fi\b/g, 'wifi'],
  [/\be[\s-]safety\b/g, 'esafety'],
  [/\bhead[\s-](teacher|master|mistress)/g, 'headteacher'],
  [/\bweb[\s-](site|page)/g, 'website'],
  [/\bwhats[\s-]app/g, 'whatsapp'],
  [/\bsnap[\s-]chat/g, 'snapchat'],
  [/\bface[\s-]book/g, 'facebook'],
  [/\btik[\s-]tok/g, 'tiktok'],
  [/\bsmart[\s-](phone|watch)/g, 'smart$1'],
  [/\bco-(\w)/g, 'co$1'],
];

/**
 * The words of a text in order, lower case: apostrophes closed up ("don't" → "dont", "child's" → "child"), hyphens
 * split, digits kept. Gives the same words for straight and curly quotation marks.
 */
export function wordsOf(text: string): string[] {
  let plain = text
    .toLowerCase()
    .replace(addresses, ' ')
    .replace(/[\u2018\u2019\u02bc]/g, "'");
  for (const [pattern, word] of joined) plain = plain.replace(pattern, word);
  plain = plain.replace(/n't\b/g, 'nt').replace(/'s\b/g, '').replace(/'/g, '');
  return (
    plain
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/[a-z0-9]+/g) ?? []
  );
}

const persons = new Set('i me my mine we us our you your he him his she her they them their'.split(' '));

/** What a word counts as within a phrase: there it does not matter whose mind was changed, mine or theirs. */
export function phraseStemOf(word: string): string {
  return persons.has(word) ? 'they' : stemOf(word);
}

/** What a word counts as: irregular forms traced back, -ize read as -ise, then Porter's stem. */
export function stemOf(word: string): string {
  const apart = keptApart.get(word);
  if (apart !== undefined) return apart;
  const base = irregularForms.get(word) ?? word.replace(/iz(e|es|ed|ing|ation|ations|er|ers)$/, 'is$1');
  return stemmer(irregularForms.get(base) ?? base);
}
