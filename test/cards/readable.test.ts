import { dirname } from 'node:path/posix';
import { describe, expect, it } from 'vitest';
import { ownTexts } from './own-words.ts';
import { readingAge, sentencesOf, wordsOf } from './reading-age.ts';

/** What people read in a hurry is for a reader of twelve: instructions, headings, answers to what cannot be done. */
const oldest = 12;
const longestSentence = 25;
/** Of fewer words one long one decides the age ("Designated"); they are measured together, feature by feature. */
const fewest = 8;

const texts = ownTexts();

describe('our own words', () => {
  it('are found in the templates, the views and the messages', () => {
    const found = texts.map(({ text }) => text);
    expect(found).toContain('Nothing is sent yet: first you see who would be asked.');
    expect(found).toContain('That is more than I can answer in a minute');
  });

  it.each(['cards/', 'src/cards/', 'src/teams/', 'src/domain/'])(
    'of %s are read without effort at the age of twelve, text by text',
    (folder) => {
      const hard = texts
        .filter(({ file, text }) => file.startsWith(folder) && wordsOf(text).length >= fewest)
        .map(({ file, text }) => ({ file, text, age: readingAge([text]) }))
        .filter(({ age }) => age > oldest)
        .sort((one, other) => other.age - one.age);
      expect(hard.map(({ file, text, age }) => `${age.toFixed(1)} ${file}: ${text}`)).toEqual([]);
    },
  );

  it('have no sentence that has to be read twice', () => {
    const long = texts.flatMap(({ file, text }) =>
      sentencesOf(text)
        .filter((sentence) => wordsOf(sentence).length > longestSentence)
        .map((sentence) => `${file}: ${sentence}`),
    );
    expect(long).toEqual([]);
  });

  it('are read without effort in their headings and labels too, feature by feature', () => {
    const short = texts.filter(({ text }) => wordsOf(text).length < fewest);
    const hard = [...new Set(short.map(({ file }) => dirname(file)))]
      .map((feature) => ({ feature, own: short.filter(({ file }) => dirname(file) === feature) }))
      .map(({ feature, own }) => ({ feature, age: readingAge(own.map(({ text }) => text)) }))
      .filter(({ age }) => age > oldest);
    expect(hard).toEqual([]);
  });
});
