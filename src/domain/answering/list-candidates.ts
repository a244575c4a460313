import type { Policy } from '../policies/policy.ts';
import { buildIndex, type ClauseIndex } from './build-index.ts';
import { compileLexicon } from './compile-lexicon.ts';
import { createCorrectSpelling } from './correct-spelling.ts';
import { lexicon as concepts } from './lexicon/index.ts';
import { relations } from './lexicon/relations.ts';
import { type EncodedClauses, encodeClauses } from './model/encoded-clauses.ts';
import type { EncoderModel, FindingModel } from './model/finding-model.ts';
import { createMatchQuestion } from './model/match-question.ts';
import { createFindPrecedents } from './model/precedence.ts';
import { createShortList, type Listed } from './rank-clauses.ts';
import { readQuestion, type ReadQuestion } from './read-question.ts';
import { createReadTexts, readWords } from './read-text.ts';
import { phraseStemOf, wordsOf } from './words.ts';

const lexicon = compileLexicon(concepts, relations);

/** A question as it was read, and the clauses that may answer it, in the policies' order. */
export interface ListedQuestion {
  readonly question: ReadQuestion;
  /** What the encoder reads of it: the words, misspelt ones put right, and the concepts they name. */
  readonly tokens: readonly string[];
  readonly listed: readonly Listed[];
}

/** Lists what is worth weighing for a question; or only reads it. */
export interface ListCandidates {
  readonly index: ClauseIndex;
  list(this: void, text: string): ListedQuestion;
  read(this: void, text: string): Pick<ListedQuestion, 'question' | 'tokens'>;
}

/** Everything before the ranking: makes `policies` ready, then lists for each question what is worth weighing. */
export function createListCandidates(
  policies: readonly Policy[],
  { encoder, precedents }: Pick<FindingModel, 'encoder' | 'precedents'>,
): ListCandidates {
  const { index, encoded } = readPolicies(policies, encoder);
  const correct = createCorrectSpelling(withLexicon(index.vocabulary));
  const matchQuestion = createMatchQuestion(encoded, encoder);
  const findPrecedents = createFindPrecedents(encoded, encoder, precedents);
  const shortList = createShortList(index);
  const read: ListCandidates['read'] = (text) => {
    const question = readQuestion(text, index, lexicon, correct);
    return {
      question,
      tokens: tokensOf(wordsOf(question.text).map((word) => question.corrected.get(word) ?? word)),
    };
  };
  return {
    index,
    read,
    list(text) {
      const { question, tokens } = read(text);
      return { question, tokens, listed: shortList(question, matchQuestion(tokens), findPrecedents(tokens)) };
    },
  };
}

/** Both read the same texts, once; by itself, so that the texts as they were read are not kept. */
function readPolicies(
  policies: readonly Policy[],
  encoder: EncoderModel,
): { readonly index: ClauseIndex; readonly encoded: EncodedClauses } {
  const read = createReadTexts(lexicon);
  const index = buildIndex(policies, lexicon, read);
  return { index, encoded: encodeClauses(index.clauses, encoder, (text) => read(text).tokens) };
}

/** Words of the lexicon may be misspelt too; those of the policies come first. */
function withLexicon(vocabulary: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const all = new Map(lexicon.singleWords.map((word) => [word, 0]));
  for (const [word, count] of vocabulary) all.set(word, count);
  return all;
}

/** What the encoder reads of some words (`ReadText`). */
function tokensOf(words: readonly string[]): readonly string[] {
  return readWords(words, words.map(phraseStemOf), lexicon).tokens;
}

/** What the encoder reads of a text. */
export function readTokens(text: string): readonly string[] {
  return tokensOf(wordsOf(text));
}
