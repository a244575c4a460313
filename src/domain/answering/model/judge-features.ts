import { forJudge, judgedFeatureNames } from './clause-features.ts';

/** What the judge looks at: how the ranking came out, and everything about its first clause. */
export const judgeFeatureNames: readonly string[] = [
  ...['weight', 'ahead', 'aheadOfThird', 'share', 'spread', 'listed'],
  ...judgedFeatureNames,
];

/** One clause of a ranking. */
interface Ranked {
  readonly weight: number;
  readonly features: Float32Array;
}

/** A ranking (best first, at least one clause) as numbers, for the judge. */
export function judgeFeatures(ranked: readonly Ranked[]): Float32Array {
  const [first, second, third] = ranked;
  const top = first?.weight ?? 0;
  const shares = ranked.map(({ weight }) => Math.exp(weight - top));
  const all = shares.reduce((sum, share) => sum + share, 0);
  const spread = shares.reduce((sum, share) => sum - (share / all) * Math.log(share / all + 1e-12), 0);
  const behind = (other: Ranked | undefined): number => Math.min(10, other ? top - other.weight : 10);
  return Float32Array.from([
    top,
    behind(second),
    behind(third),
    1 / all,
    spread,
    Math.log(1 + ranked.length),
    ...(first ? forJudge(first.features) : new Float32Array(judgedFeatureNames.length)),
  ]);
}
