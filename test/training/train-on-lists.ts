import type { Network } from '../../src/domain/answering/model/finding-model.ts';
import { forRanker } from '../../src/domain/answering/model/clause-features.ts';
import { runNetwork } from '../../src/domain/answering/model/finding-model.ts';
import { judgeFeatures } from '../../src/domain/answering/model/judge-features.ts';
import { withinKnown } from '../../src/domain/answering/model/within-known.ts';
import type { QuestionList } from './build-lists.ts';
import { trainJudge, trainRanker } from './train-network.ts';

/** A question as the judge learns from it: how a ranker that never saw it put its clauses. */
export interface JudgedQuestion {
  readonly policy: string;
  readonly register: string;
  readonly answerable: boolean;
  readonly inputs: Float32Array;
  /** The first clause answers it; one of the first three does. */
  readonly first: boolean;
  readonly firstThree: boolean;
}

export function trainRankerOn(lists: readonly QuestionList[], seed: number): Network {
  return trainRanker(
    lists.map(({ inputs, right }) => ({ inputs: inputs.map(forRanker), right, weight: 1 })),
    { hidden: 64, epochs: 3, rate: 0.002, decay: 0.1, seed },
  );
}

/** Puts each question's clauses in the order of `ranker`. Questions with an empty list are left out: they are never quoted. */
export function judgeAll(lists: readonly QuestionList[], ranker: Network): JudgedQuestion[] {
  return lists.flatMap(({ policy, register, answerable, inputs, right }) => {
    const ranked = inputs
      .map((features, at) => ({
        features,
        weight: runNetwork(ranker, withinKnown(ranker, forRanker(features))),
        right: right[at] ?? false,
      }))
      .sort((one, other) => other.weight - one.weight);
    if (ranked.length === 0) return [];
    const first = ranked[0]?.right ?? false;
    const firstThree = ranked.slice(0, 3).some((one) => one.right);
    return [{ policy, register, answerable, inputs: judgeFeatures(ranked), first, firstThree }];
  });
}

/**
 * Yes is a first clause that answers. A question whose answer stands lower down is not taught: quoting the first would be
 * wrong, and saying that the policies are silent would be too.
 */
export function trainJudgeOn(judged: readonly JudgedQuestion[], seed: number): Network {
  const taught = judged.filter(({ answerable, first }) => first || !answerable);
  const share = taught.filter(({ first }) => first).length / Math.max(1, taught.length);
  return trainJudge(
    taught.map(({ inputs, first }) => ({ inputs, yes: first, weight: first ? 0.5 / share : 0.5 / (1 - share) })),
    { hidden: 16, epochs: 4, rate: 0.002, decay: 0.1, seed },
  );
}
