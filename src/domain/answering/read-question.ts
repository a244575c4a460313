import { type ClauseIndex, conceptTerm, pairTerm, type Postings, wordTerm } from './build-index.ts';
import type { CompiledLexicon } from './compile-lexicon.ts';
import type { CorrectSpelling } from './correct-spelling.ts';
import { everydayStems, functionWords } from './everyday-words.ts';
import { type KindRule, readQuestionKind } from './question-kind.ts';
import { weights } from './weights.ts';
import { phraseStemOf, stemOf, wordsOf } from './words.ts';

/** One way in which a clause may speak of a part of the question. */
export interface Alternative {
  /** The word as asked, or the concept's name. */
  readonly label: string;
  readonly how: 'word' | 'concept' | 'broader' | 'narrower' | 'pair';
  readonly worth: number;
  readonly postings: Postings;
}

/** A part of the question (a word, a phrase, two words side by side) and all ways to meet it; the best one counts. */
export interface Unit {
  readonly label: string;
  /** What the part contributes to the question's meaning; 0 for a pair, whose words count already. */
  readonly mass: number;
  readonly alternatives: readonly Alternative[];
}

/** A question made ready for the index. */
export interface ReadQuestion {
  readonly text: string;
  readonly rule: KindRule;
  readonly units: readonly Unit[];
  readonly concepts: readonly string[];
  /** Words as asked → as understood. */
  readonly corrected: ReadonlyMap<string, string>;
}

/** The longest question that is read whole; of a longer one only so many words. */
export const MAX_WORDS = 200;

interface Token {
  readonly word: string;
  readonly stem: string;
  readonly idle: boolean;
}

/** Reads a question against one index: words, spelling, concepts, pairs, kind. */
export function readQuestion(text: string, index: ClauseIndex, lexicon: CompiledLexicon, correct: CorrectSpelling): ReadQuestion {
  const corrected = new Map<string, string>();
  const tokens = wordsOf(text).slice(0, MAX_WORDS).map((word): Token => {
    const stem = phraseStemOf(word);
    const idle = functionWords.has(word);
    if (idle || index.find(wordTerm(stem)) || lexicon.knows(stem) || everydayStems.has(stem)) return { word, stem, idle };
    const better = correct(word);
    if (better === undefined) return { word, stem, idle };
    corrected.set(word, better);
    return { word, stem: stemOf(better), idle: functionWords.has(better) };
  });
  const matches = lexicon.match(tokens.map(({ stem }) => stem));
  const units = new Map<string, Unit>();
  const named = new Set<string>();
  const single = new Map<number, readonly number[]>();
  for (const { start, length, concepts } of matches) {
    const parts = tokens.slice(start, start + length);
    if (parts.every(({ idle }) => idle)) continue;
    for (const concept of concepts) named.add(lexicon.names[concept] ?? '');
    if (length === 1) single.set(start, concepts);
    else {
      const label = parts.map(({ word }) => word).join(' ');
      const alternatives = conceptAlternatives(concepts, index, lexicon);
      const mass = weights.phrase * Math.max(0, ...alternatives.map(({ worth, postings }) => worth * postings.idf));
      if (alternatives.length > 0) units.set(label, { label, mass, alternatives });
    }
  }
  tokens.forEach(({ word, stem, idle }, at) => {
    if (!idle && !units.has(stem)) units.set(stem, wordUnit(word, stem, single.get(at) ?? [], index, lexicon));
  });
  return { text, rule: readQuestionKind(text), units: [...units.values(), ...pairUnits(tokens, index)], concepts: [...named], corrected };
}

function wordUnit(word: string, stem: string, concepts: readonly number[], index: ClauseIndex, lexicon: CompiledLexicon): Unit {
  const damping = everydayStems.has(stem) ? weights.everyday : 1;
  const exact = index.find(wordTerm(stem));
  const alternatives: Alternative[] = [
    ...(exact ? [{ label: word, how: 'word' as const, worth: damping, postings: exact }] : []),
    ...conceptAlternatives(concepts, index, lexicon).map((other) => ({ ...other, worth: other.worth * damping })),
  ];
  const mass = alternatives.length > 0 ? Math.max(...alternatives.map(({ worth, postings }) => worth * postings.idf)) : index.unseenIdf * damping;
  return { label: word, mass, alternatives };
}

function conceptAlternatives(concepts: readonly number[], index: ClauseIndex, lexicon: CompiledLexicon): Alternative[] {
  const share = 1 / Math.sqrt(Math.max(1, concepts.length));
  const found: Alternative[] = [];
  const add = (concept: number, how: 'concept' | 'broader' | 'narrower', worth: number): void => {
    const postings = index.find(conceptTerm(concept));
    if (postings) found.push({ label: lexicon.names[concept] ?? '', how, worth: worth * share, postings });
  };
  for (const concept of concepts) {
    add(concept, 'concept', weights.match.concept);
    for (const wider of lexicon.broader[concept] ?? []) add(wider, 'broader', weights.match.broader);
    for (const narrower of lexicon.narrower[concept] ?? []) add(narrower, 'narrower', weights.match.narrower);
  }
  return found;
}

/** Neighbouring words of the question (words without meaning left out) that stand side by side in some clause. */
function pairUnits(tokens: readonly Token[], index: ClauseIndex): Unit[] {
  const telling = tokens.filter(({ idle }) => !idle);
  return telling.flatMap((one, at) => {
    const other = telling[at + 1];
    const postings = other && index.find(pairTerm(one.stem, other.stem));
    if (!other || !postings) return [];
    const label = `${one.word} ${other.word}`;
    return [{ label, mass: 0, alternatives: [{ label, how: 'pair' as const, worth: weights.pair, postings }] }];
  });
}
