/** Letters that Unicode does not take apart into a plain one and a mark. */
const folded: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'rev', 'prof', 'sir', 'dame', 'lord', 'lady']);

/**
 * Whether a typed name may be that of the person whom the school knows as `known`: case, accents, titles, order and further
 * names play no part, but two words of the name have to be there (the one, where there is only one). A short form of a
 * first name ("Tom" for "Thomas") does not fit: the signature bears the name by which the school finds it.
 */
export function fitsName(typed: string, known: string): boolean {
  const [words, wanted] = [wordsOf(typed), wordsOf(known)];
  if (wanted.size === 0) return words.size > 0;
  const shared = [...wanted].filter((word) => words.has(word)).length;
  return shared >= Math.min(2, wanted.size);
}

function wordsOf(name: string): Set<string> {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’ʼ`.]/g, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => folded[letter] ?? letter);
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  const named = words.filter((word) => !titles.has(word));
  return new Set(named.length > 0 ? named : words);
}
