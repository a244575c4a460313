import { type AnsweredQuestion, isRight } from './score-answers.ts';

/** What came of the questions of which the engine was so sure (in %). */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly questions: number;
  readonly right: number;
  readonly unanswerable: number;
}

/** Deals the answers into ten bins by how sure the engine was of its first clause, whether it quoted it or not. */
export function calibrationOf(answered: readonly AnsweredQuestion[]): CalibrationBin[] {
  return Array.from({ length: 10 }, (_, bin) => {
    const those = answered.filter(
      ({ answer }) => Math.min(9, Math.floor((answer.clauses[0]?.score ?? 0) * 10)) === bin,
    );
    return {
      from: bin * 10,
      to: bin * 10 + 10,
      questions: those.length,
      right: those.filter(isRight).length,
      unanswerable: those.filter(({ question }) => question.gold.length === 0).length,
    };
  });
}
