import type { Policy } from '../policies/policy.ts';
import { fieldsOf } from './clause-fields.ts';
import { type CompiledLexicon, shareOf } from './compile-lexicon.ts';
import { functionWords } from './everyday-words.ts';
import { createIndexedClause, type IndexedClause } from './indexed-clause.ts';
import { createFindPair, type WordField } from './find-pair.ts';
import { type ClauseLengths, createTermCounter, idfOf, type Postings } from './postings.ts';
import type { ReadText, ReadTexts } from './read-text.ts';
import { phraseStemOf } from './words.ts';

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

/** Builds the index over all clauses of `policies`, in their order. */
export function buildIndex(policies: readonly Policy[], lexicon: CompiledLexicon, read: ReadTexts): ClauseIndex {
  const { ofWords, ofConcepts, fields, lengths, numbers, stems, ...rest } = gather(policies, lexicon, read);
  const findWord = (stem: string): Postings | undefined => ofWords[numbers.get(stem) ?? -1];
  return {
    ...rest,
    findWord,
    findConcept: (concept) => ofConcepts[concept],
    findPair: createFindPair(fields, numbers, findWord, lengths),
    stemOf: (word) => stems.get(word) ?? phraseStemOf(word),
    unseenIdf: idfOf(lengths.each.length, 0),
  };
}

/** What the index is made of; by itself, so that what it counts with is not kept. */
function gather(policies: readonly Policy[], lexicon: CompiledLexicon, read: ReadTexts) {
  const clauses: IndexedClause[] = [];
  const policyStarts: number[] = [];
  const policyOf: number[] = [];
  const { termsOf, numbers, stems, vocabulary } = createTermReader(lexicon, read);
  const words = createTermCounter();
  const concepts = createTermCounter();
  const each: number[] = [];
  const fields: WordField[][] = [];
  policies.forEach((policy, place) => {
    policyStarts.push(clauses.length);
    for (const clause of policy.clauses) {
      policyOf.push(place);
      clauses.push(createIndexedClause(policy, clause, lexicon.knows));
      const { own, around } = fieldsOf(policy, clause);
      let length = 0;
      const seen: WordField[] = [];
      for (const { text, weight } of own) {
        const { stems: those } = termsOf(text);
        length += those.length * weight;
        if (those.length > 1) seen.push({ stems: those, weight });
      }
      for (const { text, weight } of [...own, ...around]) {
        const { stems: those, concepts: named } = termsOf(text);
        for (const stem of those) words.add(stem, weight);
        for (const [concept, share] of named) concepts.add(concept, weight * share);
      }
      each.push(length);
      words.endClause();
      concepts.endClause();
      fields.push(seen);
    }
  });
  const lengths: ClauseLengths = { each, mean: each.reduce((sum, one) => sum + one, 0) / Math.max(1, each.length) };
  const [ofWords, ofConcepts] = [words.postings(lengths), concepts.postings(lengths)];
  return { clauses, policyStarts, policyOf, fields, lengths, ofWords, ofConcepts, numbers, stems, vocabulary };
}

/** The terms of one text: its telling words by number, in order, and how much of it each concept takes. */
interface Terms {
  readonly stems: Int32Array;
  readonly concepts: ReadonlyMap<number, number>;
}

/** Numbers the words of the texts that it reads, and counts them: each text once, however often it is read. What it read goes with it. */
function createTermReader(lexicon: CompiledLexicon, read: ReadTexts) {
  const numbers = new Map<string, number>();
  const stems = new Map<string, string>();
  const vocabulary = new Map<string, number>();
  const texts = new Map<ReadText, Terms>();
  const numberOf = (stem: string): number => {
    const known = numbers.get(stem);
    if (known !== undefined) return known;
    numbers.set(stem, numbers.size);
    return numbers.size - 1;
  };
  return {
    numbers,
    /** By word. */
    stems,
    vocabulary,
    termsOf(this: void, text: string): Terms {
      const found = read(text);
      const known = texts.get(found);
      if (known) return known;
      const own: number[] = [];
      found.words.forEach((word, at) => {
        const stem = found.stems[at] ?? word;
        stems.set(word, stem);
        if (functionWords.has(word)) return;
        vocabulary.set(word, (vocabulary.get(word) ?? 0) + 1);
        own.push(numberOf(stem));
      });
      const concepts = new Map<number, number>();
      for (const named of found.named) {
        for (const concept of named)
          concepts.set(concept, (concepts.get(concept) ?? 0) + shareOf(concept, named, lexicon));
      }
      const terms = { stems: new Int32Array(own), concepts };
      texts.set(found, terms);
      return terms;
    },
  };
}
