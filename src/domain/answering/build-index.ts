import type { Clause } from '../policies/clause.ts';
import type { Policy } from '../policies/policy.ts';
import { type CompiledLexicon, shareOf } from './compile-lexicon.ts';
import { type ClauseSignals, readClauseSignals } from './clause-signals.ts';
import { fieldsOf } from './clause-fields.ts';
import { functionWords } from './everyday-words.ts';
import { type Office, officesIn } from './offices.ts';
import { partiesIn, type Party } from './parties.ts';
import { weights } from './weights.ts';
import { phraseStemOf, wordsOf } from './words.ts';

/** Where a term stands: clause numbers and, beside each, how strongly (0…1, field weights and repetition counted in). */
export interface Postings {
  readonly clauses: Int32Array;
  readonly strengths: Float32Array;
  /** How telling the term is: BM25's inverse document frequency. */
  readonly idf: number;
}

/** One clause as the index keeps it. */
export interface IndexedClause {
  readonly policy: Policy;
  readonly clause: Clause;
  readonly signals: ClauseSignals;
  readonly parties: readonly Party[];
  readonly offices: { readonly named: readonly Office[]; readonly accused: readonly Office[] };
  /** It is only a few words, and no lead-in makes a sentence of them. */
  readonly isShort: boolean;
}

/** An inverted index over stems of words, concepts and pairs of stems. Nothing in it changes once built. */
export interface ClauseIndex {
  readonly clauses: readonly IndexedClause[];
  /** The number of each policy's first clause: a policy's clauses stand together. */
  readonly policyStarts: readonly number[];
  /** The place of each clause's policy among the policies. */
  readonly policyOf: readonly number[];
  findWord(stem: string): Postings | undefined;
  findConcept(concept: number): Postings | undefined;
  /** Two words side by side. */
  findPair(one: string, other: string): Postings | undefined;
  /** `phraseStemOf`, looked up where the policies have the word. */
  stemOf(word: string): string;
  /** The idf of a word that no clause holds. */
  readonly unseenIdf: number;
  /** Words (unstemmed) of the policies and how often they occur, for spelling correction. */
  readonly vocabulary: ReadonlyMap<string, number>;
}

/** Which clauses hold a term, and with what weight each. */
type Frequencies<Term> = Map<Term, { clauses: number[]; weights: number[] }>;

/** Builds the index over all clauses of `policies`, in their order. */
export function buildIndex(policies: readonly Policy[], lexicon: CompiledLexicon): ClauseIndex {
  const clauses: IndexedClause[] = [];
  const words: Frequencies<string> = new Map();
  const concepts: Frequencies<number> = new Map();
  const pairs: Frequencies<string> = new Map();
  const lengths: number[] = [];
  const vocabulary = new Map<string, number>();
  const stems = new Map<string, string>();
  const read = createReader(lexicon, vocabulary, stems);
  const policyStarts: number[] = [];
  const policyOf: number[] = [];
  policies.forEach((policy, place) => {
    policyStarts.push(clauses.length);
    for (const clause of policy.clauses) {
      const number = clauses.length;
      policyOf.push(place);
      clauses.push({
        policy,
        clause,
        signals: readClauseSignals(clause, lexicon.knows),
        parties: partiesIn([clause.leadIn, clause.column, clause.text].join(' ')),
        offices: officesIn([clause.leadIn, clause.text].join(' ')),
        isShort: clause.leadIn === undefined && clause.text.split(' ').length < 4,
      });
      const terms = termsOf(policy, clause, read);
      lengths.push(terms.length);
      count(terms.words, words, number);
      count(terms.concepts, concepts, number);
      count(terms.pairs, pairs, number);
    }
  });
  const [ofWords, ofConcepts, ofPairs] = [
    saturate(words, lengths),
    saturate(concepts, lengths),
    saturate(pairs, lengths),
  ];
  const conceptPostings = lexicon.names.map((_, concept) => ofConcepts.get(concept));
  return {
    clauses,
    policyStarts,
    policyOf,
    findWord: (stem) => ofWords.get(stem),
    findConcept: (concept) => conceptPostings[concept],
    findPair: (one, other) => ofPairs.get(pairOf(one, other)),
    stemOf: (word) => stems.get(word) ?? phraseStemOf(word),
    unseenIdf: idf(clauses.length, 0),
    vocabulary,
  };
}

const pairOf = (one: string, other: string): string => `${one} ${other}`;

function count<Term>(terms: ReadonlyMap<Term, number>, frequencies: Frequencies<Term>, clause: number): void {
  for (const [term, weight] of terms) {
    const found = frequencies.get(term);
    if (found) {
      found.clauses.push(clause);
      found.weights.push(weight);
    } else frequencies.set(term, { clauses: [clause], weights: [weight] });
  }
}

interface ReadText {
  readonly stems: readonly string[];
  readonly concepts: ReadonlyMap<number, number>;
}

/** Headings and titles repeat in clause after clause: each text is read once. */
function createReader(
  lexicon: CompiledLexicon,
  vocabulary: Map<string, number>,
  stems: Map<string, string>,
): (text: string) => ReadText {
  const stemOnce = (word: string): string => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const stem = phraseStemOf(word);
    stems.set(word, stem);
    return stem;
  };
  const texts = new Map<string, ReadText>();
  return (text) => {
    const known = texts.get(text);
    if (known) return known;
    const words = wordsOf(text);
    for (const word of words) if (!functionWords.has(word)) vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
    const all = words.map(stemOnce);
    const concepts = new Map<number, number>();
    for (const match of lexicon.match(all)) {
      for (const concept of match.concepts) {
        concepts.set(concept, (concepts.get(concept) ?? 0) + shareOf(concept, match.concepts, lexicon));
      }
    }
    const read = { stems: all.filter((_, at) => !functionWords.has(words[at] ?? '')), concepts };
    texts.set(text, read);
    return read;
  };
}

function termsOf(
  policy: Policy,
  clause: Clause,
  read: (text: string) => ReadText,
): { words: Map<string, number>; concepts: Map<number, number>; pairs: Map<string, number>; length: number } {
  const { own, around } = fieldsOf(policy, clause);
  const words = new Map<string, number>();
  const concepts = new Map<number, number>();
  const pairs = new Map<string, number>();
  let length = 0;
  for (const [fields, seen] of [
    [own, true],
    [around, false],
  ] as const) {
    for (const { text, weight } of fields) {
      const found = read(text);
      if (seen) length += found.stems.length * weight;
      found.stems.forEach((stem, at) => {
        add(words, stem, weight);
        const next = found.stems[at + 1];
        if (seen && next !== undefined) add(pairs, pairOf(stem, next), weight);
      });
      for (const [concept, share] of found.concepts) add(concepts, concept, weight * share);
    }
  }
  return { words, concepts, pairs, length };
}

function add<Term>(terms: Map<Term, number>, term: Term, weight: number): void {
  terms.set(term, (terms.get(term) ?? 0) + weight);
}

function saturate<Term>(frequencies: Frequencies<Term>, lengths: readonly number[]): Map<Term, Postings> {
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const { saturation, lengthNorm } = weights;
  const postings = new Map<Term, Postings>();
  for (const [term, { clauses, weights: raw }] of frequencies) {
    const strengths = Float32Array.from(raw, (weight, at) => {
      const long = 1 - lengthNorm + (lengthNorm * (lengths[clauses[at] ?? 0] ?? mean)) / Math.max(1, mean);
      return weight / (weight + saturation * long);
    });
    const telling = raw.filter((weight) => weight > weights.field.title).length;
    postings.set(term, { clauses: Int32Array.from(clauses), strengths, idf: idf(lengths.length, telling) });
  }
  return postings;
}

function idf(count: number, holding: number): number {
  return Math.log(1 + (count - holding + 0.5) / (holding + 0.5)) ** weights.rarity;
}
