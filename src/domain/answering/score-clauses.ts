import type { ClauseIndex } from './build-index.ts';
import type { ReadQuestion, Unit } from './read-question.ts';
import { weights } from './weights.ts';

/** Strengths are brought to a scale on which a word that stands once in a clause of usual length is worth 1. */
const scale = weights.saturation + 1;
/** From this strength on a match counts as whole: a word in the lead-in or the nearest heading does, one next door does not. */
const wholeMatch = 0.6;

/**
 * Makes the scoring of all clauses of `index` by the words alone: BM25F over all units of the question, by clause number;
 * 0 where nothing matched. Of a unit's alternatives the best one counts, so that synonyms are never counted twice. What
 * it returns is written over by the next question.
 */
export function createScoreClauses(index: ClauseIndex): (question: ReadQuestion) => Float64Array {
  const count = index.clauses.length;
  const scores = new Float64Array(count);
  const gains = new Float64Array(count);
  const touched = new Int32Array(count);
  return ({ units }) => {
    scores.fill(0);
    for (const unit of units) {
      const met = meet(unit, gains, touched);
      for (let at = 0; at < met; at += 1) {
        const clause = touched[at] ?? 0;
        scores[clause] = (scores[clause] ?? 0) + (gains[clause] ?? 0);
        gains[clause] = 0;
      }
    }
    return scores;
  };
}

/** What a clause, its lead-in and its headings speak of: of each unit, and the share of the whole question, 0…1. */
export function coverageOf(
  { units }: ReadQuestion,
  clause: number,
): { readonly worths: readonly number[]; readonly share: number } {
  const worths = units.map((unit) => worthOf(unit, clause));
  const whole = units.reduce((sum, { mass }) => sum + mass, 0);
  return { worths, share: whole > 0 ? worths.reduce((sum, worth) => sum + worth, 0) / whole : 0 };
}

/** How much of a unit's mass one clause speaks of. */
function worthOf({ mass, alternatives }: Unit, clause: number): number {
  let most = 0;
  for (const { worth, postings } of alternatives) {
    const at = placeOf(clause, postings.clauses);
    if (at < 0) continue;
    const strength = (postings.strengths[at] ?? 0) * scale;
    most = Math.max(most, creditOf(worth, postings.idf, mass) * Math.min(1, strength / wholeMatch));
  }
  return Math.min(mass, most);
}

function creditOf(worth: number, idf: number, mass: number): number {
  const own = worth * idf;
  return own + weights.synonymCredit * Math.max(0, worth * mass - own);
}

/** Fills in what one unit gives each clause; returns how many clauses it touched. */
function meet({ alternatives }: Unit, gains: Float64Array, touched: Int32Array): number {
  let met = 0;
  for (const { worth, postings } of alternatives) {
    const { clauses, strengths, idf } = postings;
    const value = worth * idf;
    for (let at = 0; at < clauses.length; at += 1) {
      const clause = clauses[at] ?? 0;
      const before = gains[clause] ?? 0;
      const gain = value * ((strengths[at] ?? 0) * scale);
      if (gain <= before) continue;
      if (before === 0) {
        touched[met] = clause;
        met += 1;
      }
      gains[clause] = gain;
    }
  }
  return met;
}

/** Where a clause stands in a rising list of clauses; -1 where it does not. */
function placeOf(clause: number, clauses: Int32Array): number {
  let low = 0;
  let high = clauses.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = clauses[middle] ?? 0;
    if (found === clause) return middle;
    if (found < clause) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
