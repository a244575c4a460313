import { isFirstName } from '../incidents/names/ordinary-words.ts';
import { partsOfName } from '../incidents/names/parts-of-name.ts';
import { isLoud } from '../incidents/names/text-words.ts';
import { hasHappened } from './has-happened.ts';
import { createHideNames, plainOf, type NamesKnown } from './hide-names.ts';
import { accusedIn } from './offices.ts';
import { soundsUrgent } from './read-message.ts';

const words = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*/gu;

/** An e-mail address or an account's name, six digits and more (phones, ids), a date of birth, a postcode. */
const belongings = /@|(?:\d[ ()-]*){6,}|\b\d{1,2}[./-]\d{1,2}[./-]\d{2}|\b[a-z]{1,2}\d[\da-z]? ?\d[a-z]{2}\b/i;
/** “miss” and “sir” are words of their own without a capital. */
const titled = /\b(?:mr|mrs|ms|mx|dr)\b\.? ?\p{L}/iu;

/**
 * True where a question is about somebody and not about a rule: it sounds like an incident, tells what has happened,
 * complains of an office-holder, or holds what looks like a name, a number or an address of a person. By rules, on the
 * side of caution: a brand that nobody here knows counts as a name. They miss a name that is an ordinary word, and one
 * without a capital that nobody here knows.
 */
export function tellsOfSomebody(question: string, known: NamesKnown): boolean {
  if (soundsUrgent(question) || hasHappened(question) || accusedIn(question).length > 0) return true;
  if (belongings.test(question) || titled.test(question)) return true;
  const written = question.normalize('NFC');
  return createHideNames(known)(written) !== written || namesSomebody(written, known);
}

function namesSomebody(text: string, { people, isUsual }: NamesKnown): boolean {
  const names = new Set(people.map(partsOfName).flatMap(({ first, surnames }) => [first, ...surnames]));
  return (text.match(words) ?? []).some((word) => {
    const plain = plainOf(word);
    if (plain.length < 2 || isUsual(plain)) return false;
    return names.has(plain) || isFirstName(plain) || (/^\p{Lu}/u.test(word) && !isLoud(word));
  });
}
