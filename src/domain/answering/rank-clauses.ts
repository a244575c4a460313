import type { Policy } from '../policies/policy.ts';
import type { ClauseIndex } from './build-index.ts';
import { createFits, type FitName, isForTheAccused, lacksAspect } from './clause-fit.ts';
import { type Office, officesIn } from './offices.ts';
import { partiesIn } from './parties.ts';
import type { ReadQuestion } from './read-question.ts';
import { clauseFeatures, forRanker, type Weighed } from './model/clause-features.ts';
import { type FindingModel, runNetwork } from './model/finding-model.ts';
import { besideOthers } from './model/beside-others.ts';
import { withinKnown } from './model/within-known.ts';
import type { MatchedQuestion } from './model/match-question.ts';
import type { PrecedentQuestion } from './model/precedence.ts';
import { coverageOf, createScoreClauses } from './score-clauses.ts';
import { topNumbers } from './top-numbers.ts';
import { weights } from './weights.ts';
import { wordsOf } from './words.ts';

/** A clause on the short list; `number` is its place in the index. */
export interface Listed extends Weighed {
  readonly number: number;
}

/** A clause that was weighed, with everything that the judgement and the explanation need. */
export interface Candidate extends Listed {
  /** What the ranker gives it: comparable between the clauses of one question only. */
  readonly weight: number;
  readonly features: Float32Array;
}

/** What some fits count beside the ranker. */
const safety: Readonly<Partial<Record<FitName, number>>> = {
  accused: 3,
  tellsAccused: -4,
  accusedOther: -2,
  remedy: 1,
  prevents: -1,
  declaration: -2,
  binds: -1.5,
  coverReviewed: 3,
};

/**
 * What is not left to what was learnt: whom a complaint is about is not the one to tell, and what holds where another
 * person is complained of does not hold for this one; of whom one complains is said by the clause for just that, not by
 * one for the case that others are involved too; once something has happened what to do now comes before the rule that
 * should have prevented it; whom to tell “if …” is said by a clause for a case; the day of a review is said by the cover; a policy that is named is the one asked about; what
 * pupils may do is said by a clause of theirs, and what pupils or volunteers do is no rule for the staff; a statement to sign
 * only repeats the rule; what is said of the deputy is not said of whom they stand in for; and a link says nothing itself.
 */
function safetyOf({ fits, indexed }: Listed, { rule, text, accused, asksFor }: ReadQuestion): number {
  const { clause, offices } = indexed;
  const isForACase = rule.kind === 'tell-whom' && / if /i.test(text) && /^if /i.test(clause.text);
  const isForThemAlone = isForTheAccused(accused, offices) && opensWithACase.test(clause.text);
  const isForOthersToo = accused.length > 0 && offices.accused.some((office) => !accused.includes(office));
  const [opening = ''] = /^(?:\S+\s+){0,2}\S+/.exec(clause.leadIn ?? clause.text) ?? [];
  const isOfNamed = /\bpolicy\b/i.test(text) && namesTitle(text, indexed.policy.cover.title);
  const isTheirs = partiesIn(opening).some((party) => asksFor.some((asked) => asked === party));
  return fits.reduce(
    (sum, { name }) => sum + (safety[name] ?? 0),
    (isForACase ? 0.5 : 0) +
      (isForThemAlone ? 2 : 0) -
      (isForOthersToo ? 2 : 0) +
      (isTheirs ? 1 : 0) +
      (isOfNamed ? 3 : 0) -
      (!isTheirs && isForOthers(opening, text) ? 1 : 0) -
      (isBareLink.test(clause.text) ? 3 : 0) -
      (isOfTheirDeputy(indexed, text) ? 4 : 0),
  );
}

/** A clause that is nothing but the name of another document: it leads there, and says nothing itself. */
const isBareLink = /^[-•*\s]*\[[^\]]*\]\([^)]*\)[.;\s]*$/;

/** Whether a clause has an office-holder that the question names, and no deputies, only as the one whose deputy somebody is. */
function isOfTheirDeputy({ clause, offices }: Listed['indexed'], question: string): boolean {
  const rest = clause.text.replace(deputies, '');
  if (rest === clause.text) return false;
  const asked = officesIn(question).named;
  const isAsked = (named: readonly Office[]) => named.some((office) => asked.includes(office));
  return !asked.includes('deputy') && isAsked(offices.named) && !isAsked(officesIn(rest).named);
}

const deputies =
  /\b(?:deputy|deputies|vice)(?: (?:to|of|the|dsl|designated|safeguarding|child|protection|lead|officer|person|head ?teacher|head|chair))+/gi;

/** Whether a clause opens by the guests of a school whom it is for, and the question does not speak of them. */
function isForOthers(opening: string, question: string): boolean {
  if (!opensWithOthers.test(opening)) return false;
  const asked = partiesIn(question);
  return partiesIn(opening).some((party) => !asked.includes(party));
}

const opensWithOthers = /^(?:an?|any|all|every|the)? ?(?:volunteers?|visitors?|contractors?|students? on placement)\b/i;

/** Whether a question has all telling words of a policy's title. */
function namesTitle(question: string, title: string): boolean {
  const asked = new Set(wordsOf(question));
  const telling = wordsOf(title).filter((word) => word.length > 3 && word !== 'policy');
  return telling.length > 0 && telling.every((word) => asked.has(word));
}

/** A clause that is made for a case, not one that mentions it after the rule for all others. */
const opensWithACase =
  /^(?:if|where|when|an?|any|all)?\s*(?:the |you )?(?:allegations?|concerns?|complaints?|worry|worries|if|where)\b/i;

/** The titles of the policies of a short list, as words. */
function titlesOf(listed: readonly Listed[]): ReadonlyMap<Policy, ReadonlySet<string>> {
  const policies = new Set(listed.map(({ indexed }) => indexed.policy));
  return new Map([...policies].map((policy) => [policy, new Set(wordsOf(policy.cover.title))]));
}

/** Whether a clause sends its reader to another policy (“as the behaviour policy says”) that has a clause on the short list. */
function pointsElsewhere(
  { indexed: { clause, policy } }: Listed,
  titles: ReadonlyMap<Policy, ReadonlySet<string>>,
): boolean {
  return [...clause.text.matchAll(policyNamed)].some(([, name = '']) => {
    const named = wordsOf(name);
    return [...titles].some(([other, title]) => other !== policy && named.every((word) => title.has(word)));
  });
}

const policyNamed = /\bthe ((?:[a-z-]+ ){1,4})(?:policy|procedure)\b/gi;

/** Gives the short list of a question, before it is weighed. */
export type ListClauses = (question: ReadQuestion, matched: MatchedQuestion, precedents: PrecedentQuestion) => Listed[];

/** Orders a short list by what the ranker gives each clause; equal ones stand in the policies' order. */
export function rankClauses(
  question: ReadQuestion,
  listed: readonly Listed[],
  { ranker }: Pick<FindingModel, 'ranker'>,
): Candidate[] {
  const features = clauseFeatures(question, listed);
  const titles = titlesOf(listed);
  return listed
    .map((one, at) => {
      const inputs = features[at] ?? new Float32Array();
      const safe = safetyOf(one, question) - (pointsElsewhere(one, titles) ? 1.5 : 0);
      return { ...one, features: inputs, weight: runNetwork(ranker, withinKnown(ranker, forRanker(inputs))) + safe };
    })
    .sort((one, other) => other.weight - one.weight || one.number - other.number);
}

/**
 * Makes the short lists of `index`: the clauses that score best by their words, and those that the encoder finds nearest (of
 * many clauses only those that score well, or lie near as wholes, are held against the question word by word).
 */
export function createShortList(index: ClauseIndex): ListClauses {
  const scoreClauses = createScoreClauses(index);
  const count = index.clauses.length;
  const all = index.clauses.map((_, number) => number);
  const { byWords, byMatch, looked } = weights.shortlist;
  const near = new Float64Array(count);
  const sums = new Float64Array(count);

  /** The clauses that are worth holding against the question word by word. */
  const worthALook = (scores: Float64Array, { topicTo }: MatchedQuestion): readonly number[] => {
    if (count <= looked.byWords + looked.byTopic) return all;
    near.fill(0);
    for (const number of count <= looked.atAll ? all : topNumbers(scores, looked.atAll)) near[number] = topicTo(number);
    return [...new Set([...topNumbers(scores, looked.byWords), ...topNumbers(near, looked.byTopic)])];
  };

  return (question, matched, { likeness, precedenceOf }) => {
    const scores = scoreClauses(question);
    const policyScores = preferFittingPolicies(scores, index);
    const fitsOf = createFits(question);
    sums.fill(0);
    for (const number of worthALook(scores, matched)) sums[number] = matched.sumOf(number);
    const policyMatches = policySharesOf(sums, index);
    const chosen = new Set([...topNumbers(scores, byWords), ...topNumbers(sums, byMatch)]);
    const listed = [...chosen].sort((one, other) => one - other);
    const matches = listed.map(matched.matchOf);
    const beside = besideOthers(matches, matched.shares);
    return listed.flatMap((number, at) => {
      const [indexed, match, besides] = [index.clauses[number], matches[at], beside[at]];
      if (!indexed || !match || !besides) return [];
      const fits = fitsOf(indexed);
      const score = scores[number] ?? 0;
      const coverage = coverageOf(question, number);
      const policy = index.policyOf[number] ?? 0;
      const inPolicy = (other: number) =>
        index.policyOf[other] === policy ? (sums[other] ||= matched.sumOf(other)) : 0;
      return [
        {
          number,
          indexed,
          fits,
          score,
          rank: fits.reduce((product, { factor }) => product * factor, score),
          coverage: coverage.share,
          leftOut: leftOut(question, coverage.worths).mass / index.unseenIdf,
          lacks: lacksAspect(question, indexed.signals),
          match,
          beside: besides,
          precedence: precedenceOf(number),
          likeness,
          silence: matched.silence,
          policyScore: policyScores[policy] ?? 1,
          policyMatch: policyMatches[policy] ?? 1,
          neighbour: Math.max(inPolicy(number - 1), inPolicy(number + 1)),
        },
      ];
    });
  };
}

/** The most telling part of the question that other clauses speak of and this one does not, and how much of it is missing. */
export function leftOut({ units }: ReadQuestion, worths: readonly number[]): { label: string; mass: number } {
  let most = { label: '', mass: 0 };
  units.forEach(({ label, mass, alternatives }, at) => {
    const missing = mass - (worths[at] ?? 0);
    if (alternatives.length > 0 && missing > most.mass) most = { label, mass: missing };
  });
  return most;
}

/** What each policy's best three clauses come to, as a share of the best policy's; 1 where there is only one. */
function policySharesOf(values: Float64Array, { policyStarts }: ClauseIndex): number[] {
  const means = policyStarts.map((start, policy) => {
    const those = values.subarray(start, policyStarts[policy + 1] ?? values.length);
    return topNumbers(those, 3).reduce((sum, number) => sum + (those[number] ?? 0), 0) / 3;
  });
  const most = Math.max(...means);
  return means.map((mean) => (most > 0 && means.length > 1 ? mean / most : 1));
}

/** A policy with several fitting clauses is more likely the right one: its clauses gain by the mean of its best three. */
function preferFittingPolicies(scores: Float64Array, index: ClauseIndex): number[] {
  const shares = policySharesOf(scores, index);
  if (shares.length < 2) return shares;
  scores.forEach((score, number) => {
    scores[number] = score * (1 + weights.policy * (shares[index.policyOf[number] ?? 0] ?? 0));
  });
  return shares;
}
