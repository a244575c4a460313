import { isOrdinary } from '../incidents/names/ordinary-words.ts';
import { plainName } from '../incidents/names/text-words.ts';
import type { Policy } from '../policies/policy.ts';
import { roleTitles } from '../people/role.ts';
import { lexicon } from './lexicon/index.ts';
import { stemOf } from './words.ts';

const letters = /[\p{L}\p{M}'’]+/gu;
const stemsOf = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => text.match(letters) ?? []).map((word) => stemOf(plainName(word))));

/** Words of the names of offices, laws, bodies and days. */
const ofOffices =
  'act committee principal resources health leadership service line commissioner authority board council trust wi fi';
let known: ReadonlySet<string> | undefined;
const usualStems = () =>
  (known ??= stemsOf([...lexicon.flatMap(({ terms }) => terms), ...Object.values(roleTitles), ofOffices]));

/**
 * Tells for words, in lower case and without accents and apostrophes, whether they name things and not people: they are
 * ordinary, stand in the lexicon or in the name of an office, or `policies` write them with a small letter somewhere.
 */
export function createIsUsual(policies: readonly Policy[]): (plain: string) => boolean {
  const usual = usualStems();
  return (plain) =>
    isOrdinary(plain) || usual.has(stemOf(plain)) || policies.some((policy) => smallWordsOf(policy).has(plain));
}

const smallWords = new WeakMap<Policy, ReadonlySet<string>>();

/** The words that a policy writes with a small letter somewhere; read once for each policy as it was loaded. */
function smallWordsOf(policy: Policy): ReadonlySet<string> {
  const read = smallWords.get(policy);
  if (read) return read;
  const words = policy.clauses.flatMap(({ text }) => text.match(/(?<![\p{L}'’])\p{Ll}[\p{L}\p{M}'’]*/gu) ?? []);
  const plain = new Set(words.map(plainName));
  smallWords.set(policy, plain);
  return plain;
}
