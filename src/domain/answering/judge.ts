import { isForTheAccused, lacksAspect, tellsTheAccused } from './clause-fit.ts';
import { coverageOf } from './score-clauses.ts';
import type { Candidate } from './rank-clauses.ts';
import type { ReadQuestion } from './read-question.ts';
import { weights } from './weights.ts';

/** How sure the ranking is of its first clause, 0…1, and what told against it. */
export interface Judgement {
  readonly sure: boolean;
  readonly confidence: number;
  readonly doubts: readonly string[];
}

/** From this confidence on the best clause is quoted. */
export const QUOTE_FROM = 0.5;
/** Beyond so many telling words a question is long and no longer: more words are no more evidence. */
const longQuestion = 9;
/** In a question for a fact, of so few words, one that nobody knows is likely the very thing that is asked about. */
const shortQuestion = 6;
/** Kinds that ask what to do or leave; the others ask for a fact. */
const ofConduct: ReadonlySet<string> = new Set([
  'may-i',
  'must-i',
  'what-if',
  'what-to-do',
  'tell-whom',
  'applies',
  'open',
]);

/**
 * Weighs whether the best clause answers the question at all: how much of the question it covers (of a long question
 * less is covered, and need be), how far it stands out, whether it leaves out a telling word that other clauses know (the
 * right topic, the wrong point), and whether it holds the very thing that was asked. A word that no clause knows lowers
 * the coverage and is only half a word of evidence; it counts no further, for people ask in many words that policies
 * never use.
 */
export function judge(question: ReadQuestion, ranked: readonly Candidate[], unseenIdf: number): Judgement {
  const [best, second] = ranked;
  if (!best) return { sure: false, confidence: 0, doubts: ['no clause shares a word with the question'] };
  const { doubt } = weights;
  const meaning = question.units.filter(({ mass }) => mass > 0);
  const margin = second && best.rank > 0 ? (best.rank - second.rank) / best.rank : 1;
  const lacks = lacksAspect(question, best.indexed.signals);
  const coverage = coverageOf(question, best.number);
  const left = leftOut(question, coverage.worths);
  const unknown = meaning.filter(({ alternatives }) => alternatives.length === 0);
  const known = meaning.length - doubt.unknown * unknown.length;
  const words = Math.log(1 + Math.min(known, longQuestion));
  const strange = unknown.map(({ label }) => `“${label}”`);
  const { offices } = best.indexed;
  const harmful = tellsTheAccused(question.accused, offices);
  const sum =
    doubt.start +
    doubt.coverage * coverage.share +
    doubt.margin * margin +
    (isForTheAccused(question.accused, offices) ? doubt.accused : 0) +
    doubt.words * words -
    (lacks ? doubt.lacks : 0) -
    (unknown.length > 0 && !ofConduct.has(question.rule.kind) && meaning.length <= shortQuestion ? doubt.strange : 0) -
    (doubt.leftOut * left.mass) / unseenIdf;
  const confidence = harmful ? 0 : 1 / (1 + Math.exp(-sum));
  const doubts = [
    ...(harmful ? ['the nearest clause would have the very person told whom the question complains of'] : []),
    ...(coverage.share < 0.4 ? ['the nearest clause speaks of little of the question'] : []),
    ...(lacks ? [`the nearest clause gives ${question.rule.lacks}`] : []),
    ...(left.mass > unseenIdf / 2 ? [`it does not speak of “${left.label}”`] : []),
    ...(strange.length > 0 ? [`no policy speaks of ${strange.join(', ')}`] : []),
    ...(margin < 0.05 ? ['another clause fits as well'] : []),
  ];
  return { sure: confidence >= QUOTE_FROM, confidence, doubts };
}

/** The most telling part of the question that other clauses speak of and this one does not, and how much of it is missing. */
function leftOut({ units }: ReadQuestion, worths: readonly number[]): { label: string; mass: number } {
  let most = { label: '', mass: 0 };
  units.forEach(({ label, mass, alternatives }, at) => {
    const missing = mass - (worths[at] ?? 0);
    if (alternatives.length > 0 && missing > most.mass) most = { label, mass: missing };
  });
  return most;
}
