import { lacksAspect } from './clause-fit.ts';
import type { Candidate } from './rank-clauses.ts';
import type { ReadQuestion } from './read-question.ts';

/** How sure the ranking is of its first clause, 0…1, and what told against it. */
export interface Judgement {
  readonly sure: boolean;
  readonly confidence: number;
  readonly doubts: readonly string[];
}

/** From this confidence on the best clause is quoted. */
export const QUOTE_FROM = 0.5;

/**
 * Weighs whether the best clause answers the question at all: how much of the question it covers, whether the question
 * turns on words that no clause knows, whether it holds the aspect that was asked, how far it stands out.
 */
export function judge(question: ReadQuestion, ranked: readonly Candidate[]): Judgement {
  const [best, second] = ranked;
  if (!best) return { sure: false, confidence: 0, doubts: ['no clause shares a word with the question'] };
  const doubts: string[] = [];
  const whole = question.units.reduce((sum, { mass }) => sum + mass, 0);
  const strange = question.units.filter(({ alternatives }) => alternatives.length === 0);
  const strangeShare = whole > 0 ? strange.reduce((sum, { mass }) => sum + mass, 0) / whole : 1;
  const margin = second && best.rank > 0 ? (best.rank - second.rank) / best.rank : 1;
  const lacks = lacksAspect(question, best.indexed.signals);
  if (best.coverage < 0.5) doubts.push('the best clause speaks of less than half of the question');
  if (strangeShare > 0.15) doubts.push(`no clause knows: ${strange.map(({ label }) => label).join(', ')}`);
  if (lacks) doubts.push(`the best clause gives ${question.rule.lacks}`);
  const sum = -1.2 + 4 * best.coverage - 2 * strangeShare - (lacks ? 1.2 : 0) + 1 * Math.min(0.5, margin);
  const confidence = 1 / (1 + Math.exp(-sum));
  return { sure: confidence >= QUOTE_FROM, confidence, doubts };
}
