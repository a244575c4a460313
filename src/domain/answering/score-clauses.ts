import type { ClauseIndex } from './build-index.ts';
import type { ReadQuestion, Unit } from './read-question.ts';
import { weights } from './weights.ts';

/** What the words alone say of every clause: arrays by clause number. */
export interface WordScores {
  /** BM25F over all units of the question; 0 where nothing matched. */
  readonly scores: Float64Array;
  /** How much of the question's mass the clause, its lead-in and its headings speak of. */
  readonly covered: Float64Array;
}

/** Strengths are brought to a scale on which a word that stands once in a clause of usual length is worth 1. */
const scale = weights.saturation + 1;
/** From this strength on a match counts as whole: a word in the lead-in or the nearest heading does, one next door does not. */
const wholeMatch = 0.6;

/**
 * Makes the scoring of all clauses of `index`: of a unit's alternatives the best one counts, so that synonyms are never
 * counted twice. What it returns is written over by the next question.
 */
export function createScoreClauses(index: ClauseIndex): (question: ReadQuestion) => WordScores {
  const count = index.clauses.length;
  const scores = new Float64Array(count);
  const covered = new Float64Array(count);
  const gains = new Float64Array(count);
  const credits = new Float64Array(count);
  const touched = new Int32Array(count);
  return ({ units }) => {
    scores.fill(0);
    covered.fill(0);
    for (const unit of units) {
      const met = meet(unit, gains, credits, touched);
      for (let at = 0; at < met; at += 1) {
        const clause = touched[at] ?? 0;
        scores[clause] = (scores[clause] ?? 0) + (gains[clause] ?? 0);
        covered[clause] = (covered[clause] ?? 0) + Math.min(unit.mass, credits[clause] ?? 0);
        gains[clause] = 0;
        credits[clause] = 0;
      }
    }
    return { scores, covered };
  };
}

/** How much of a unit's mass one clause speaks of: the credit that its scoring gave it. */
export function worthOf({ mass, alternatives }: Unit, clause: number): number {
  const credits = alternatives.map(({ worth, postings }) => {
    const at = postings.clauses.indexOf(clause);
    const strength = at < 0 ? 0 : (postings.strengths[at] ?? 0) * scale;
    return creditOf(worth, postings.idf, mass) * Math.min(1, strength / wholeMatch);
  });
  return Math.min(mass, Math.max(0, ...credits));
}

function creditOf(worth: number, idf: number, mass: number): number {
  const own = worth * idf;
  return own + weights.synonymCredit * Math.max(0, worth * mass - own);
}

/** Fills in what one unit gives each clause; returns how many clauses it touched. */
function meet({ mass, alternatives }: Unit, gains: Float64Array, credits: Float64Array, touched: Int32Array): number {
  let met = 0;
  for (const { worth, postings } of alternatives) {
    const { clauses, strengths, idf } = postings;
    const value = worth * idf;
    const most = creditOf(worth, idf, mass);
    for (let at = 0; at < clauses.length; at += 1) {
      const clause = clauses[at] ?? 0;
      const strength = (strengths[at] ?? 0) * scale;
      const before = gains[clause] ?? 0;
      if (before === 0) {
        touched[met] = clause;
        met += 1;
      }
      const gain = value * strength;
      if (gain > before) gains[clause] = gain;
      const credit = most * Math.min(1, strength / wholeMatch);
      if (credit > (credits[clause] ?? 0)) credits[clause] = credit;
    }
  }
  return met;
}
