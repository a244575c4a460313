import type { Clause } from '../policies/clause.ts';
import type { Policy } from '../policies/policy.ts';
import { type CompiledLexicon, shareOf } from './compile-lexicon.ts';
import { type ClauseSignals, readClauseSignals } from './clause-signals.ts';
import { fieldsOf } from './clause-fields.ts';
import { functionWords } from './everyday-words.ts';
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
  /** The policy's number among those indexed. */
  readonly policyNumber: number;
  readonly clause: Clause;
  readonly signals: ClauseSignals;
  readonly parties: readonly Party[];
}

/** An inverted index over words (`w:`), concepts (`c:`) and pairs of words (`p:`). Nothing in it changes once built. */
export interface ClauseIndex {
  readonly clauses: readonly IndexedClause[];
  /** The number of each policy's first clause: a policy's clauses stand together. */
  readonly policyStarts: readonly number[];
  find(term: string): Postings | undefined;
  /** The idf of a word that no clause holds. */
  readonly unseenIdf: number;
  /** Words (unstemmed) of the policies and how often they occur, for spelling correction. */
  readonly vocabulary: ReadonlyMap<string, number>;
}

export const wordTerm = (stem: string): string => `w:${stem}`;
export const conceptTerm = (concept: number): string => `c:${concept}`;
export const pairTerm = (one: string, other: string): string => `p:${one} ${other}`;

/** Builds the index over all clauses of `policies`, in their order. */
export function buildIndex(policies: readonly Policy[], lexicon: CompiledLexicon): ClauseIndex {
  const clauses: IndexedClause[] = [];
  const frequencies = new Map<string, { clauses: number[]; weights: number[] }>();
  const lengths: number[] = [];
  const vocabulary = new Map<string, number>();
  const read = createReader(lexicon, vocabulary);
  const policyStarts: number[] = [];
  policies.forEach((policy, policyNumber) => {
    policyStarts.push(clauses.length);
    for (const clause of policy.clauses) {
      const number = clauses.length;
      clauses.push({
        policy,
        policyNumber,
        clause,
        signals: readClauseSignals(clause, lexicon.knows),
        parties: partiesIn([clause.leadIn, clause.column, clause.text].join(' ')),
      });
      const { terms, length } = termsOf(policy, clause, read);
      lengths.push(length);
      for (const [term, weight] of terms) {
        const found = frequencies.get(term);
        if (found) {
          found.clauses.push(number);
          found.weights.push(weight);
        } else frequencies.set(term, { clauses: [number], weights: [weight] });
      }
    }
  });
  const postings = saturate(frequencies, lengths);
  return {
    clauses,
    policyStarts,
    find: (term) => postings.get(term),
    unseenIdf: idf(clauses.length, 0),
    vocabulary,
  };
}

interface ReadText {
  readonly stems: readonly string[];
  readonly concepts: ReadonlyMap<number, number>;
}

/** Headings and titles repeat in clause after clause: each text is read once. */
function createReader(lexicon: CompiledLexicon, vocabulary: Map<string, number>): (text: string) => ReadText {
  const stems = new Map<string, string>();
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
): { terms: Map<string, number>; length: number } {
  const { own, around } = fieldsOf(policy, clause);
  const terms = new Map<string, number>();
  const add = (term: string, weight: number): void => void terms.set(term, (terms.get(term) ?? 0) + weight);
  let length = 0;
  for (const [fields, seen] of [
    [own, true],
    [around, false],
  ] as const) {
    for (const { text, weight } of fields) {
      const { stems, concepts } = read(text);
      if (seen) length += stems.length * weight;
      stems.forEach((stem, at) => {
        add(wordTerm(stem), weight);
        const next = stems[at + 1];
        if (seen && next !== undefined) add(pairTerm(stem, next), weight);
      });
      for (const [concept, share] of concepts) add(conceptTerm(concept), weight * share);
    }
  }
  return { terms, length };
}

function saturate(
  frequencies: Map<string, { clauses: number[]; weights: number[] }>,
  lengths: readonly number[],
): Map<string, Postings> {
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const { saturation, lengthNorm } = weights;
  const postings = new Map<string, Postings>();
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
