import { type FitName, tellsTheAccused } from './clause-fit.ts';
import { type FindingModel, runNetwork } from './model/finding-model.ts';
import { judgeFeatures } from './model/judge-features.ts';
import { withinKnown } from './model/within-known.ts';
import { type Candidate, leftOut } from './rank-clauses.ts';
import type { ReadQuestion } from './read-question.ts';
import { coverageOf } from './score-clauses.ts';

/** How sure the ranking is of its first clause, 0…1, and what told against it. */
export interface Judgement {
  readonly sure: boolean;
  readonly confidence: number;
  readonly doubts: readonly string[];
}

/** From this confidence on the best clause is quoted: where one of ten answerable questions on published policies is refused (`test/eval`). */
export const QUOTE_FROM = 0.35;

/** What is taken off the judge's odds where the clause does not hold what was asked for: a day, a person, how many. */
const lacking = 1;

/**
 * Weighs whether the best clause answers the question at all: the model's judge looks at how the ranking came out and at
 * everything about its first clause. A clause that would have the very person told whom the question complains of, or that
 * holds only where another is complained of, is never quoted, whatever the model says.
 */
export function judge(
  question: ReadQuestion,
  ranked: readonly Candidate[],
  unseenIdf: number,
  model: Pick<FindingModel, 'judge'>,
): Judgement {
  const [best, second] = ranked;
  if (!best) return { sure: false, confidence: 0, doubts: ['no clause shares a word with the question'] };
  const harmful = tellsTheAccused(question.accused, best.indexed.offices);
  const forAnother = question.accused.length > 0 && best.fits.some(({ name }) => name === 'accusedOther');
  const meaning = question.units.filter(({ mass }) => mass > 0);
  const strange = meaning.filter(({ alternatives }) => alternatives.length === 0).map(({ label }) => `“${label}”`);
  const learnt = runNetwork(model.judge, withinKnown(model.judge, judgeFeatures(ranked)));
  const odds =
    learnt + madeForIt(best) + saysWhom(question, best) - besideTheCase(question, best) - (best.lacks ? lacking : 0);
  const confidence = harmful || forAnother ? 0 : 1 / (1 + Math.exp(-odds));
  const coverage = coverageOf(question, best.number);
  const left = leftOut(question, coverage.worths);
  const doubts = [
    ...(harmful ? ['the nearest clause would have the very person told whom the question complains of'] : []),
    ...(forAnother ? ['the nearest clause is for the case that somebody else is complained of'] : []),
    ...(coverage.share < 0.4 ? ['the nearest clause speaks of little of the question'] : []),
    ...(best.lacks ? [`the nearest clause gives ${question.rule.lacks}`] : []),
    ...(left.mass > unseenIdf / 2 ? [`it does not speak of “${left.label}”`] : []),
    ...(strange.length > 0 ? [`no policy speaks of ${strange.join(', ')}`] : []),
    ...(second && best.weight - second.weight < closeBy ? ['another clause fits as well'] : []),
  ];
  return { sure: confidence >= QUOTE_FROM, confidence, doubts };
}

/** A complaint of an office-holder is answered for sure by nothing but a clause for that. */
function besideTheCase({ accused }: ReadQuestion, { fits }: Candidate): number {
  return accused.length > 0 && !fits.some(({ name }) => name === 'accused') ? 2 : 0;
}

/** Whom to tell, asked with nearly the clause's words and said by it: the same is often said several times, which looks like doubt. */
function saysWhom({ text }: ReadQuestion, { indexed: { signals }, match }: Candidate): number {
  return /\b(?:report|tell)\b/i.test(text) && signals.remedies && signals.reports && match.exact >= 0.65 ? 1 : 0;
}

/** What some fits add to the odds that the best clause answers. */
const surer: Readonly<Partial<Record<FitName, number>>> = { accused: 1.5, coverReviewed: 3 };

/** A clause that is made for just this case (a complaint about this very person, the day of a review) is surer to answer. */
function madeForIt({ fits }: Candidate): number {
  return fits.reduce((sum, { name }) => sum + (surer[name] ?? 0), 0);
}

/** Two clauses that the ranker gives nearly the same. */
const closeBy = 0.3;
