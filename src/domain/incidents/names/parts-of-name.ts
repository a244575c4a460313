import { isFirstName } from './ordinary-words.ts';
import { plainName, titles } from './text-words.ts';

/** A person's name as it is compared. */
export interface NameParts {
  readonly first: string;
  /** Each word that may stand for the surname; a double-barrelled one gives both. */
  readonly surnames: readonly string[];
}

const particles = new Set('van von der den de del della di da dos la le el al bin ibn abu ap ben st o'.split(' '));

/** The first name and the surnames of a full name; what is called a first name in the middle is no surname. */
export function partsOfName(fullName: string): NameParts {
  const words = (fullName.match(/[\p{L}\p{M}'’]+/gu) ?? []).map(plainName).filter((word) => !titles.has(word));
  const [first = '', ...others] = words;
  const surnames = others.filter(
    (word, at) => word.length > 1 && !particles.has(word) && (at === others.length - 1 || !isFirstName(word)),
  );
  return { first, surnames: surnames.length > 0 ? surnames : [first] };
}
