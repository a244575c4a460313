import type { ClauseMatch } from './match-question.ts';

/** How a clause meets a question beside the others on its short list; all in 0…1. */
export interface Beside {
  /** The share that is met of what not every clause meets: words count by what they tell the clauses apart. */
  readonly telling: number;
  /** The most telling word that another clause meets better, by how much. */
  readonly outdone: number;
  /** What this clause meets and no other does as well. */
  readonly alone: number;
}

/** Holds the clauses of one short list against each other. `shares` are what the question's words weigh. */
export function besideOthers(matches: readonly Pick<ClauseMatch, 'met'>[], shares: Float32Array): Beside[] {
  const means = shares.map((_, at) => matches.reduce((sum, { met }) => sum + (met[at] ?? 0), 0) / matches.length);
  const tells = shares.map((share, at) => share * (1 - (means[at] ?? 0)));
  const all = tells.reduce((sum, value) => sum + value, 1e-9);
  const [first, second] = [new Float32Array(shares.length), new Float32Array(shares.length)];
  for (const { met } of matches) {
    met.forEach((value, at) => {
      if (value > (first[at] ?? 0)) {
        second[at] = first[at] ?? 0;
        first[at] = value;
      } else if (value > (second[at] ?? 0)) second[at] = value;
    });
  }
  return matches.map(({ met }) => {
    let [telling, outdone, alone] = [0, 0, 0];
    met.forEach((value, at) => {
      const share = shares[at] ?? 0;
      telling += (tells[at] ?? 0) * value;
      outdone = Math.max(outdone, share * ((first[at] ?? 0) - value));
      if (value === first[at]) alone += share * (value - (second[at] ?? 0));
    });
    return { telling: telling / all, outdone, alone };
  });
}
