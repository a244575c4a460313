import type { ClauseIndex } from './build-index.ts';
import { type CompiledLexicon, type ConceptMatch, shareOf } from './compile-lexicon.ts';
import type { CorrectSpelling } from './correct-spelling.ts';
import { everydayStems, functionWords } from './everyday-words.ts';
import type { Postings } from './postings.ts';
import { type KindRule, readQuestionKind } from './question-kind.ts';
import { hasHappened } from './has-happened.ts';
import { accusedIn, type Office } from './offices.ts';
import { asksFor, partiesIn, type Party } from './parties.ts';
import { weights } from './weights.ts';
import { stemOf, wordsOf } from './words.ts';

/** One way in which a clause may speak of a part of the question. */
export interface Alternative {
  /** The word as asked, or the concept's name. */
  readonly label: string;
  readonly how: 'word' | 'concept' | 'broader' | 'narrower' | 'related' | 'pair';
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
  readonly parties: readonly Party[];
  readonly asksFor: readonly ('pupils' | 'parents')[];
  /** Office-holders whom the question complains of. */
  readonly accused: readonly Office[];
  /** It tells of something that has happened: what it asks is what to do now. */
  readonly happened: boolean;
  /** Words as asked → as understood. */
  readonly corrected: ReadonlyMap<string, string>;
}

/** Of anything longer than a question only so many characters are read. */
const longest = 1_500;

interface Token {
  readonly word: string;
  readonly stem: string;
  readonly idle: boolean;
}

/** Reads a question against one index: words, spelling, concepts, pairs, kind. */
export function readQuestion(
  whole: string,
  index: ClauseIndex,
  lexicon: CompiledLexicon,
  correct: CorrectSpelling,
): ReadQuestion {
  const text = whole.slice(0, longest);
  const corrected = new Map<string, string>();
  const tokens = wordsOf(text).map((word): Token => {
    const stem = index.stemOf(word);
    const idle = functionWords.has(word);
    if (idle || index.findWord(stem) || lexicon.knows(stem) || everydayStems.has(stem)) return { word, stem, idle };
    const better = correct(word);
    if (better === undefined) return { word, stem, idle };
    corrected.set(word, better);
    return { word, stem: stemOf(better), idle: functionWords.has(better) };
  });
  const matches = lexicon
    .match(tokens.map(({ stem }) => stem))
    .filter(({ start, length }) => !tokens.slice(start, start + length).every(({ idle }) => idle));
  const phrases = withoutOverlaps(matches.filter(({ length }) => length > 1));
  const units = new Map<string, Unit>();
  const inPhrase = new Set<number>();
  for (const { start, length, concepts } of phrases) {
    const damping = askingWords.has(tokens[start]?.word ?? '') ? weights.asking : 1;
    const alternatives = conceptAlternatives(concepts, damping, index, lexicon);
    if (alternatives.length === 0) continue;
    const label = tokens
      .slice(start, start + length)
      .map(({ word }) => word)
      .join(' ');
    units.set(label, { label, mass: massOf(alternatives), alternatives });
    for (let at = start; at < start + length; at += 1) inPhrase.add(at);
  }
  const single = new Map(matches.filter(({ length }) => length === 1).map(({ start, concepts }) => [start, concepts]));
  tokens.forEach(({ word, stem, idle }, at) => {
    if (idle || units.has(stem)) return;
    const share = (everydayStems.has(stem) ? weights.everyday : 1) * (inPhrase.has(at) ? weights.inPhrase : 1);
    units.set(stem, wordUnit(word, stem, single.get(at) ?? [], share, index, lexicon));
  });
  const concepts = [...phrases, ...matches.filter(({ length }) => length === 1)].flatMap((match) =>
    match.concepts.map((concept) => lexicon.names[concept] ?? ''),
  );
  return {
    text,
    parties: partiesIn(text),
    asksFor: asksFor(text),
    accused: accusedIn(text),
    happened: hasHappened(text),
    rule: readQuestionKind(text),
    units: [...units.values(), ...pairUnits(tokens, index)],
    concepts: [...new Set(concepts)],
    corrected,
  };
}

/** A phrase that begins with one of these (“who do I tell”) says how something is asked; the kind of question counts that. */
const askingWords: ReadonlySet<string> = new Set(['who', 'whom', 'how', 'when', 'where', 'what', 'which', 'why']);

/** Of phrases that share words the longest stays; of equally long ones the first. */
function withoutOverlaps(phrases: readonly ConceptMatch[]): ConceptMatch[] {
  const taken = new Set<number>();
  const kept: ConceptMatch[] = [];
  for (const phrase of [...phrases].sort((one, other) => other.length - one.length || one.start - other.start)) {
    const places = Array.from({ length: phrase.length }, (_, at) => phrase.start + at);
    if (places.some((place) => taken.has(place))) continue;
    for (const place of places) taken.add(place);
    kept.push(phrase);
  }
  return kept;
}

function wordUnit(
  word: string,
  stem: string,
  concepts: readonly number[],
  damping: number,
  index: ClauseIndex,
  lexicon: CompiledLexicon,
): Unit {
  const exact = index.findWord(stem);
  const alternatives: Alternative[] = [
    ...(exact ? [{ label: word, how: 'word' as const, worth: damping, postings: exact }] : []),
    ...conceptAlternatives(concepts, damping, index, lexicon),
  ];
  const mass = alternatives.length > 0 ? massOf(alternatives) : index.unseenIdf * damping;
  return { label: word, mass, alternatives };
}

function massOf(alternatives: readonly Alternative[]): number {
  return Math.max(...alternatives.map(({ worth, postings }) => worth * postings.idf));
}

function conceptAlternatives(
  concepts: readonly number[],
  damping: number,
  index: ClauseIndex,
  lexicon: CompiledLexicon,
): Alternative[] {
  const found: Alternative[] = [];
  const add = (concept: number, how: 'concept' | 'broader' | 'narrower' | 'related', worth: number): void => {
    const postings = index.findConcept(concept);
    if (postings) found.push({ label: lexicon.names[concept] ?? '', how, worth: worth * damping, postings });
  };
  for (const concept of concepts) {
    const share = shareOf(concept, concepts, lexicon);
    const { match } = weights;
    add(concept, 'concept', share * (lexicon.general[concept] ? match.general : match.concept));
    for (const wider of lexicon.broader[concept] ?? []) add(wider, 'broader', share * match.broader);
    for (const narrower of lexicon.narrower[concept] ?? []) add(narrower, 'narrower', share * match.narrower);
    for (const near of lexicon.related[concept] ?? []) add(near, 'related', share * match.related);
  }
  return found;
}

/** Neighbouring words of the question (words without meaning left out) that stand side by side in some clause. */
function pairUnits(tokens: readonly Token[], index: ClauseIndex): Unit[] {
  const telling = tokens.filter(({ idle }) => !idle);
  return telling.flatMap((one, at) => {
    const other = telling[at + 1];
    const postings = other && index.findPair(one.stem, other.stem);
    if (!other || !postings) return [];
    const label = `${one.word} ${other.word}`;
    return [{ label, mass: 0, alternatives: [{ label, how: 'pair' as const, worth: weights.pair, postings }] }];
  });
}
