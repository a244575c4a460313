import { createListCandidates, readTokens } from '../../src/domain/answering/list-candidates.ts';
import { clauseFeatures } from '../../src/domain/answering/model/clause-features.ts';
import { encodeClauses, rarityOf } from '../../src/domain/answering/model/encoded-clauses.ts';
import type { EncoderModel } from '../../src/domain/answering/model/finding-model.ts';
import type { Policy } from '../../src/domain/policies/policy.ts';
import type { Lesson } from './read-lessons.ts';
import type { EncoderTask, TokenClause } from './train-encoder.ts';

/** A question with its short list as the ranker sees it. */
export interface QuestionList {
  readonly policy: string;
  readonly register: string;
  readonly answerable: boolean;
  readonly inputs: readonly Float32Array[];
  readonly right: readonly boolean[];
}

const nothing: EncoderModel = {
  dimensions: 4,
  rows: new Map(),
  vectors: new Float32Array(),
  matchWeights: new Float32Array(),
  topicWeights: new Float32Array(),
  unseenWeight: 1,
  scales: [1, 1],
};

/** What the encoder learns from: each answerable question of each lesson, asked of its own policy. */
export function encoderTasks(lessons: readonly Lesson[]): EncoderTask[] {
  return lessons.flatMap(({ policy, questions }) => {
    const { index, list } = createListCandidates([policy], nothing);
    const clauses = tokenClauses(index.clauses);
    const rarities = raritiesOf(clauses);
    return questions.flatMap(({ text, answers }): EncoderTask[] => {
      if (answers.length === 0) return [];
      return [{ tokens: list(text).tokens, answers, clauses, rarities }];
    });
  });
}

function tokenClauses(clauses: Parameters<typeof encodeClauses>[0]): TokenClause[] {
  const encoded = encodeClauses(clauses, nothing, readTokens);
  const names = [...encoded.places.keys()];
  return encoded.clauses.map(({ tokens, worths }) => ({
    tokens: [...tokens].map((place) => names[place] ?? ''),
    worths,
  }));
}

/** The short lists of all questions of `asked` (those policies together are one library), by an encoder. */
export function questionLists(asked: readonly Lesson[], encoder: EncoderModel): QuestionList[] {
  const policies: Policy[] = asked.map(({ policy }) => policy);
  const { index, list } = createListCandidates(policies, encoder);
  return asked.flatMap(({ name, questions }, place) => {
    const start = index.policyStarts[place] ?? 0;
    return questions.map(({ text, register, answers }) => {
      const { question, listed } = list(text);
      return {
        policy: name,
        register,
        answerable: answers.length > 0,
        inputs: clauseFeatures(question, listed),
        right: listed.map(({ number }) => answers.includes(number - start)),
      };
    });
  });
}

function raritiesOf(clauses: readonly TokenClause[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { tokens } of clauses) for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return new Map([...counts].map(([token, count]) => [token, rarityOf(count, clauses.length)]));
}
