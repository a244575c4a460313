import type { IndexedClause } from '../indexed-clause.ts';
import type { Fit, FitName } from '../clause-fit.ts';
import { weights } from '../weights.ts';
import { type QuestionKind, questionKinds } from '../question-kind.ts';
import type { ReadQuestion } from '../read-question.ts';
import type { Beside } from './beside-others.ts';
import type { ClauseMatch } from './match-question.ts';
import type { Precedence } from './precedence.ts';

/** What is known of one clause of the short list when it is weighed. */
export interface Weighed {
  readonly indexed: IndexedClause;
  readonly fits: readonly Fit[];
  /** By words alone (score-clauses.ts), and with its fits. */
  readonly score: number;
  readonly rank: number;
  readonly coverage: number;
  /** The most telling part that other clauses speak of and this one does not, as a share of an unseen word. */
  readonly leftOut: number;
  readonly lacks: boolean;
  readonly match: ClauseMatch;
  readonly beside: Beside;
  readonly precedence: Precedence;
  /** How alike the most alike question is that the corpus has, and what the question itself says for no clause's answering it. */
  readonly likeness: number;
  readonly silence: number;
  /** What its policy scores beside the best policy, by words and by match; 1 where there is one policy. */
  readonly policyScore: number;
  readonly policyMatch: number;
  /** The better match of the clause before and the one after it in the policy. */
  readonly neighbour: number;
}

const fitNames = Object.keys(weights.fit) as FitName[];
const clauseKinds = ['rule', 'lead-in', 'cell', 'declaration', 'cover'] as const;

/** How a clause meets the question beside the others, and what clause and what question it is. */
const meetingNames: readonly string[] = [
  ...['score', 'scoreShare', 'rankShare', 'rankPlace', 'coverage', 'leftOut'],
  ...[
    'match',
    'own',
    'exact',
    'missed',
    'reverse',
    'topic',
    'sumBelow',
    'sumShare',
    'sumPlace',
    'matchBelow',
    'topicBelow',
    'stretch',
    'stretchBelow',
  ],
  ...['telling', 'tellingBelow', 'outdone', 'alone'],
  ...['precedent', 'precedentBelow', 'precedentMost', 'precedentMostBelow', 'precedentTopic', 'precedentTopicBelow'],
  ...['policyScore', 'policyMatch', 'aboveNeighbour'],
  ...['length', 'brief', 'long', 'tooLong', 'leadIn'],
  ...clauseKinds.map((kind) => `clause:${kind}`),
  ...['words', 'unknown', 'happened'],
  ...questionKinds.map((kind) => `question:${kind}`),
];

/** What is held against the question by rule, and what tells whether it is answered at all. */
const fitFeatureNames = fitNames.map((name) => `fit:${name}`);
const answeredNames = ['lacks', 'overSilence', 'allOverSilence', 'likeness'];

/** The names of the numbers that `clauseFeatures` gives, in order. */
export const featureNames: readonly string[] = [...fitFeatureNames, ...meetingNames, ...answeredNames];

/**
 * What the ranker and the judge look at, each a stretch of `featureNames`. Given the rest too, and what each clause is able
 * to say (`ClauseSignals`), both fitted the style of the corpus, and did worse on published policies.
 */
export const rankerFeatureNames: readonly string[] = featureNames.slice(0, -answeredNames.length);
export const judgedFeatureNames: readonly string[] = featureNames.slice(fitFeatureNames.length);

/** The stretch of a clause's features that the ranker looks at. */
export function forRanker(features: Float32Array): Float32Array {
  return features.subarray(0, rankerFeatureNames.length);
}

/** The stretch of a clause's features that the judge looks at. */
export function forJudge(features: Float32Array): Float32Array {
  return features.subarray(fitFeatureNames.length);
}

/** Everything about each clause of a short list as numbers, for the ranker and the judge; in the order of `weighed`. */
export function clauseFeatures(question: ReadQuestion, weighed: readonly Weighed[]): Float32Array[] {
  const most = (value: (one: Weighed) => number): number => Math.max(1e-9, ...weighed.map(value));
  const topScore = most(({ score }) => score);
  const topRank = most(({ rank }) => rank);
  const topSum = most(({ match }) => match.sum);
  const topMatch = most(({ match }) => match.match);
  const topTopic = most(({ match }) => match.topic);
  const topStretch = most(({ match }) => match.stretch);
  const topTelling = most(({ beside }) => beside.telling);
  const topShare = most(({ precedence }) => precedence.share);
  const topMost = most(({ precedence }) => precedence.most);
  const topNear = most(({ precedence }) => precedence.topic);
  const all = weighed.reduce((sum, { match }) => sum + Math.exp(match.sum - topSum), 0);
  const rankPlaces = placesOf(weighed.map(({ rank }) => rank));
  const sumPlaces = placesOf(weighed.map(({ match }) => match.sum));
  const meaning = question.units.filter(({ mass }) => mass > 0);
  const unknown = meaning.filter(({ alternatives }) => alternatives.length === 0).length;
  const asked = [
    Math.log(1 + meaning.length),
    unknown / Math.max(1, meaning.length),
    Number(question.happened),
    ...questionKinds.map((kind: QuestionKind) => Number(kind === question.rule.kind)),
  ];
  return weighed.map((one, at) => {
    const { clause } = one.indexed;
    const { length } = clause.text;
    const names = new Set(one.fits.map(({ name }) => name));
    const exp = Math.exp(one.match.sum - topSum);
    return Float32Array.from([
      ...fitNames.map((name) => Number(names.has(name))),
      Math.log(1 + one.score),
      one.score / topScore,
      one.rank / topRank,
      1 / (1 + (rankPlaces[at] ?? 0)),
      one.coverage,
      one.leftOut,
      one.match.match,
      one.match.own,
      one.match.exact,
      one.match.missed,
      one.match.reverse,
      one.match.topic,
      Math.max(-10, one.match.sum - topSum),
      exp / all,
      1 / (1 + (sumPlaces[at] ?? 0)),
      one.match.match - topMatch,
      one.match.topic - topTopic,
      one.match.stretch,
      one.match.stretch - topStretch,
      one.beside.telling,
      one.beside.telling - topTelling,
      one.beside.outdone,
      one.beside.alone,
      one.precedence.share,
      one.precedence.share - topShare,
      one.precedence.most,
      one.precedence.most - topMost,
      one.precedence.topic,
      one.precedence.topic - topNear,
      one.policyScore,
      one.policyMatch,
      Math.max(-5, Math.min(5, one.match.sum - one.neighbour)),
      Math.log(1 + length),
      Number(length < 40),
      Number(length > 500),
      Number(length > 800),
      Number(clause.leadIn !== undefined),
      ...clauseKinds.map((kind) => Number(clause.kind === kind)),
      ...asked,
      Number(one.lacks),
      one.match.sum - one.silence,
      topSum + Math.log(all) - one.silence,
      one.likeness,
    ]);
  });
}

/** The place of each value among all, 0 for the highest; of equal ones the earlier comes first. */
function placesOf(values: readonly number[]): number[] {
  const order = values
    .map((_, at) => at)
    .sort((one, other) => (values[other] ?? 0) - (values[one] ?? 0) || one - other);
  const places = new Array<number>(values.length).fill(0);
  order.forEach((at, place) => (places[at] = place));
  return places;
}
