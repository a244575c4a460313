import { isFirstName, isOrdinary } from '../incidents/names/ordinary-words.ts';
import { partsOfName } from '../incidents/names/parts-of-name.ts';
import { plainName, titles } from '../incidents/names/text-words.ts';

/** What stands in the place of a name, address or number. */
export const redaction = '[name]';

/** Capitals that name nobody. */
const abbreviations = new Set(
  'DSL DDSL SLT LADO MASH CPOMS KCSIE DBS FGM TV PE PSHE RE ICT IT SEN SENCO HR UK PC AM PM OK TA LSA EYFS KS1 KS2'.split(
    ' ',
  ),
);
const addresses =
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]*[\p{L}\p{N}]|@[\p{L}\p{N}._-]*[\p{L}\p{N}]|https?:\/\/\S+|\+?\d[\d ()-]{7,}\d/gu;
const word = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*/gu;
/** "Mr Green", "Jamie Green": an ordinary word that is a name here. */
const afterTitle =
  /\b((?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Rev|Fr|Sister|Canon)\.?[ \t]+)(\p{Lu}[\p{L}\p{M}]*)/gu;
const afterName = /\[name\][ \t-](\p{Lu}[\p{L}\p{M}]*)/gu;
/** Marks that only a space, a hyphen or an initial's full stop parts are of one name. */
const neighbours = /\[name\](?:(?:[ \t]|-|\. ?)\[name\])+/g;

/**
 * The text without the names of others. `own` are the names of the person who is told, `known` those of everybody whom the
 * school knows. Taken out is every part of a known name, and every word with a capital, or that is a child's first name,
 * unless it is an ordinary word; web, mail and telephone addresses too. It takes out too much rather than too little, and
 * still cannot be relied on: "the boy with the red bag" names somebody as well.
 */
export function redactNames(
  text: string,
  { own, known }: { own: readonly string[]; known: readonly string[] },
): string {
  const kept = wordsOfNames(own);
  const others = wordsOfNames(known);
  const isKept = (written: string) => kept.has(plainName(written)) || abbreviations.has(written);
  const isName = (written: string) => {
    const plain = plainName(written.replace(/['’]s$/i, ''));
    if (kept.has(plain) || titles.has(plain) || plain.length < 2) return false;
    if (/^\p{Lu}/u.test(written)) return others.has(plain) || (!abbreviations.has(written) && !isUsual(plain));
    return (others.has(plain) && !isUsual(plain)) || (isFirstName(plain) && !isOrdinary(plain));
  };
  return text
    .normalize('NFC')
    .replace(addresses, redaction)
    .split(/(\[name\])/)
    .map((part) => (part === redaction ? part : part.replace(word, (written) => redactWord(written, isName))))
    .join('')
    .replace(afterTitle, (all, title: string, written: string) =>
      kept.has(plainName(written)) ? all : `${title}${redaction}`,
    )
    .replace(afterName, (all, written: string) => (isKept(written) ? all : redaction))
    .replace(neighbours, redaction);
}

/** How many names were taken out of a text. */
export function countRedactions(text: string): number {
  return text.split(redaction).length - 1;
}

function redactWord(written: string, isName: (written: string) => boolean): string {
  if (!isName(written)) return written;
  return redaction + (/['’]s$/i.exec(written)?.[0] ?? '');
}

/** An ordinary word, and not one that is a child's first name as well. */
function isUsual(plain: string): boolean {
  return isOrdinary(plain) && !isFirstName(plain);
}

function wordsOfNames(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => [partsOfName(name).first, ...partsOfName(name).surnames]));
}
