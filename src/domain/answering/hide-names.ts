import { isFirstName } from '../incidents/names/ordinary-words.ts';
import { partsOfName } from '../incidents/names/parts-of-name.ts';
import { isLoud, plainName, titles } from '../incidents/names/text-words.ts';

/** What stands in the place of a person's name or address. */
const hiddenName = '[a person]';

const address = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]*[\p{L}\p{N}]/gu;
const between = String.raw`(?:(?<=\b(?:Mrs?|Ms|Mx|Dr|Rev|Fr|Prof|\p{Lu}))\. |[ \u00a0-])`;
const capitalised = String.raw`\p{Lu}[\p{L}\p{M}]*(?:['’]\p{L}+)*`;
/** Words with a capital that stand together: "Mrs. Marsh", "Designated Safeguarding Lead". */
const together = new RegExp(`${capitalised}(?:${between}${capitalised})*`, 'gu');
const word = new RegExp(capitalised, 'gu');
const neighbours = new RegExp(String.raw`\[a person\](?:(?:\. |[ \u00a0-])\[a person\])+`, 'gu');

/** Whom the school knows by name, and which words name things. */
export interface NamesKnown {
  readonly people: readonly string[];
  /** Of a word in lower case, without accents and apostrophes. */
  readonly isUsual: (plain: string) => boolean;
}

/**
 * Makes the function that leaves the names of people out of a text: of those whom the school knows, whatever stands behind a
 * title, first names with the word behind them, and two words with capitals that are used for nothing else. Roles,
 * brands and headings stay, for without them a rule cannot be understood; so a name that is also an ordinary word
 * ("ask Price") may stay where it stands alone.
 */
export function createHideNames({ people, isUsual }: NamesKnown): (text: string) => string {
  const parts = people.map(partsOfName);
  const firsts = new Set(parts.map(({ first }) => first));
  const surnames = new Set(parts.flatMap((name) => name.surnames));
  const isFirst = (plain: string) => firsts.has(plain) || isFirstName(plain);
  const isUnknown = (written: string) => written.length > 1 && !isUsual(plainOf(written)) && !isLoud(written);

  return (text) => text.normalize('NFC').replace(address, hiddenName).replace(together, hideAmong);

  function hideAmong(run: string): string {
    const words = run.match(word) ?? [];
    const plain = words.map(plainOf);
    const isName = (at: number): boolean => {
      const own = plain[at] ?? '';
      if (titles.has(own)) return false;
      if (plain.slice(0, at).some((before) => titles.has(before))) return true;
      return isPair(at) || isPair(at - 1) || ((isFirst(own) || surnames.has(own)) && !isUsual(own));
    };
    const isPair = (at: number): boolean => {
      const [first, second] = [words[at], words[at + 1]];
      if (first === undefined || second === undefined) return false;
      if (isFirst(plainOf(first)) && (surnames.has(plainOf(second)) || !isUsual(plainOf(second)))) return true;
      return isUnknown(first) && isUnknown(second);
    };
    let at = -1;
    const hidden = run.replace(word, (written) => {
      at++;
      return isName(at) ? hiddenName : written;
    });
    return hidden.replace(neighbours, hiddenName);
  }
}

/** As names are compared, without the ending of “Helen’s”. */
export function plainOf(written: string): string {
  return plainName(written.replace(/['’]s$/i, ''));
}
