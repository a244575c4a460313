import { latinLanguages, scriptLanguages, type Language } from './languages.ts';

export type { Language };

/** Small and school words of English. They speak against another language, even those that it has too. */
const english = new Set(
  (
    'the and of to is are was it that this for you with have has had what who how when where why can could may must should would will shall my our their ' +
    'your if on at by from they he she we not but or an do does did am been there about any some a me no must school pupil pupils child children staff teacher parents ' +
    'phone photo photos picture pictures policy use take need know allowed happens them his her in i be as all out up one tell'
  ).split(' '),
);
/**
 * The language of `text` when it is plainly not English; undefined for English and in doubt. A foreign name or a
 * borrowed word in an English sentence does not count: half of the letters must be of another script, or two words of
 * another language must outnumber the English ones.
 */
export function detectLanguage(text: string): Language | undefined {
  return byScript(text) ?? byWords(text);
}

const inOtherScript = /(?!\p{Script=Latin})\p{L}/u;
/** The words of each language that English does not have. */
const foreignWords = latinLanguages.map((language) => ({
  language,
  words: new Set(language.words.filter((word) => !english.has(word))),
}));
const foreign = new Set(foreignWords.flatMap(({ words }) => [...words]));

function byScript(text: string): Language | undefined {
  if (!inOtherScript.test(text)) return undefined;
  const letters = text.match(/\p{L}/gu) ?? [];
  const others = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter));
  if (others.length < 2 || others.length * 2 < letters.length) return undefined;
  const own = others.join('');
  const inScript = (script: RegExp) => others.filter((letter) => script.test(letter)).length * 2 >= others.length;
  const found = scriptLanguages.find(({ script, letters: apart }) => inScript(script) && (!apart || apart.test(own)));
  return found ?? { code: 'und', name: 'another language' };
}

function byWords(text: string): Language | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (!words.some((word) => foreign.has(word))) return undefined;
  const englishWords = words.filter((word) => english.has(word)).length;
  const [best] = foreignWords
    .map(({ language, words: own }) => ({
      language,
      hits: words.reduce((hits, word) => (own.has(word) ? hits + 1 : hits), 0),
    }))
    .sort((a, b) => b.hits - a.hits);
  if (!best || best.hits < 2 || best.hits <= englishWords || best.hits * 4 < words.length) return undefined;
  return {
    code: best.language.code,
    name: best.language.name,
    ...(best.language.sentence && { sentence: best.language.sentence }),
  };
}
