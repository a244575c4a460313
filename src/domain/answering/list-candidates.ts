import type { Policy } from '../policies/policy.ts';
import { buildIndex, type ClauseIndex } from './build-index.ts';
import { compileLexicon } from './compile-lexicon.ts';
import { createCorrectSpelling } from './correct-spelling.ts';
import { lexicon as concepts } from './lexicon/index.ts';
import { relations } from './lexicon/relations.ts';
import { encodeClauses } from './model/encoded-clauses.ts';
import type { EncoderModel } from './model/finding-model.ts';
import { createMatchQuestion } from './model/match-question.ts';
import { createTextReader, createTokensOf } from './model/tokens.ts';
import { createShortList, type Listed } from './rank-clauses.ts';
import { readQuestion, type ReadQuestion } from './read-question.ts';
import { wordsOf } from './words.ts';

const lexicon = compileLexicon(concepts, relations);
const tokensOf = createTokensOf(lexicon);

/** A question as it was read, and the clauses that may answer it, in the policies' order. */
export interface ListedQuestion {
  readonly question: ReadQuestion;
  /** What the encoder reads of it: the words, misspelt ones put right, and the concepts they name. */
  readonly tokens: readonly string[];
  readonly listed: readonly Listed[];
}

/** Everything before the ranking: makes `policies` ready, then lists for each question what is worth weighing. */
export function createListCandidates(
  policies: readonly Policy[],
  encoder: EncoderModel,
): { readonly index: ClauseIndex; list(this: void, text: string): ListedQuestion } {
  const index = buildIndex(policies, lexicon);
  const correct = createCorrectSpelling(withLexicon(index.vocabulary));
  const matchQuestion = createMatchQuestion(encodeClauses(index.clauses, encoder, createTextReader(lexicon)), encoder);
  const shortList = createShortList(index);
  return {
    index,
    list(text) {
      const question = readQuestion(text, index, lexicon, correct);
      const tokens = tokensOf(wordsOf(question.text).map((word) => question.corrected.get(word) ?? word));
      return { question, tokens, listed: shortList(question, matchQuestion(tokens)) };
    },
  };
}

/** Words of the lexicon may be misspelt too; those of the policies come first. */
function withLexicon(vocabulary: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const all = new Map(lexicon.singleWords.map((word) => [word, 0]));
  for (const [word, count] of vocabulary) all.set(word, count);
  return all;
}

/** A text's tokens as the encoder learns them. */
export const readTokens = createTextReader(lexicon);
