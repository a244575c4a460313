import type { Person } from '../../people/school.ts';
import { isNear } from './is-near.ts';
import { isFirstName, isOrdinary } from './ordinary-words.ts';
import { partsOfName, type NameParts } from './parts-of-name.ts';
import { isRoleOf } from './role-beside-name.ts';
import { titles, type TextWord } from './text-words.ts';

type Fit = 'exact' | 'near' | undefined;

/** A word, its neighbours, and whose name it is compared with. */
interface Place {
  readonly word: TextWord;
  readonly before: TextWord | undefined;
  readonly after: TextWord | undefined;
  readonly name: NameParts;
  /** How the word fits the surname; somebody else's own surname is never near. */
  readonly fit: Fit;
}

/** Whether the words of a text name the person. `everybody` are the people of the school: their names are not misspellings. */
export function isNamed(person: Person, words: readonly TextWord[], everybody: readonly Person[]): boolean {
  const name = partsOfName(person.name);
  const others = everybody.filter(({ id }) => id !== person.id).map((other) => partsOfName(other.name));
  return words.some((word, at) => {
    const next = words[at + 1];
    const before = word.follows ? words[at - 1] : undefined;
    const after = next?.follows ? next : undefined;
    const place: Place = { word, before, after, name, fit: fitOf(word.plain, name.surnames, others) };
    if (isSomebodyElse(place, others)) return false;
    return byFirstName(place) || isRoleOf(person, name, words, at) || bySurname(place);
  });
}

function fitOf(plain: string, surnames: readonly string[], others: readonly NameParts[]): Fit {
  if (surnames.includes(plain)) return 'exact';
  if (!surnames.some((surname) => surname.length >= 3 && isNear(plain, surname))) return undefined;
  return others.some((other) => other.surnames.includes(plain) || other.first === plain) ? undefined : 'near';
}

/** The full name of another person of the school who shares the surname. */
function isSomebodyElse({ word, before, name }: Place, others: readonly NameParts[]): boolean {
  return (
    before !== undefined &&
    before.plain !== name.first &&
    others.some(({ first, surnames }) => first === before.plain && surnames.includes(word.plain))
  );
}

/** "Miss Helen"; "Helen M"; "Helen M." */
function byFirstName({ word, before, after, name }: Place): boolean {
  if (word.plain !== name.first) return false;
  if (before && titles.has(before.plain)) return true;
  const isInitial = after?.raw.length === 1 && name.surnames.some((surname) => surname[0] === after.plain);
  return isInitial && (after.capital || (word.capital && !['a', 'i'].includes(after.plain)));
}

function bySurname(place: Place): boolean {
  const { word, before, name, fit } = place;
  if (fit === undefined) return false;
  if (before && titles.has(before.plain)) return true;
  if (before && isFirst(before, name)) return fit === 'exact' || word.capital || !isOrdinary(word.plain);
  if (before?.raw.length === 1 && before.plain === name.first[0] && (before.capital || fit === 'exact'))
    return word.capital || !isOrdinary(word.plain);
  if (fit === 'near') return isMisspeltAlone(place);
  return word.capital ? isCapitalAlone(place) : isLowerAlone(place);
}

function isFirst({ plain }: TextWord, { first }: NameParts): boolean {
  return plain === first || (first.length >= 4 && isNear(plain, first));
}

/** "Oyelaren said"; not a child's first name, a month, or an ordinary word. */
function isMisspeltAlone({ word, before }: Place): boolean {
  const { plain, capital, startsSentence } = word;
  if (isOrdinary(plain) || isFirstName(plain)) return false;
  if (capital && before?.capital && isFirstName(before.plain)) return false;
  if (capital) return plain.length >= (startsSentence ? 5 : 4);
  return plain.length >= 6 && !/(?:s|ed|ing|er|ly)$/.test(plain) && !isArticle(before);
}

/** "Marsh"; "to Price". Ordinary words need more: "the King", "Head of Year", "Read this" are nobody. */
function isCapitalAlone({ word, before, after }: Place): boolean {
  if (!isOrdinary(word.plain)) return true;
  if (isArticle(before) || (before && ranks.has(before.plain))) return false;
  if (after && (after.capital || after.plain === 'of')) return false;
  if (!word.startsSentence) return true;
  return word.possessive || (after !== undefined && (personVerbs.has(after.plain) || auxiliaries.has(after.plain)));
}

/** "marsh shouted"; "told oyelaran". */
function isLowerAlone({ word, before, after }: Place): boolean {
  if (isArticle(before)) return false;
  if (after && personVerbs.has(after.plain)) return true;
  return word.plain.length >= 4 && !isOrdinary(word.plain) && !isFirstName(word.plain);
}

const articles = new Set(
  'a an the this that these those my your his her its our their some any no every each'.split(' '),
);
const ranks = new Set('deputy acting assistant executive interim former'.split(' '));
const auxiliaries = new Set('is was has had does did will would can could and'.split(' '));
const personVerbs = new Set(
  (
    'said says told tells asked asks shouted shouts yelled screamed swore hit hits touched touches grabbed pushed pulled ' +
    'smacked slapped kissed hugged messaged texted emailed rang phoned came went took gave made kept knows knew saw sent ' +
    'showed shared posted followed laughed refused replied answered walked stood sat left'
  ).split(' '),
);

function isArticle(word: TextWord | undefined): boolean {
  return word !== undefined && articles.has(word.plain);
}
