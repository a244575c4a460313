import { clauseKey } from '../policies/library.ts';
import type { Explanation } from './answer.ts';
import type { Judgement } from './judge.ts';
import type { Candidate } from './rank-clauses.ts';
import type { ReadQuestion, Unit } from './read-question.ts';
import { coverageOf } from './score-clauses.ts';

/** Says in plain words how the question was read, why each clause stands where it stands, and why it is quoted or not. */
export function explainRanking(
  question: ReadQuestion,
  ranked: readonly Candidate[],
  scores: readonly number[],
  judgement: Judgement,
): Explanation {
  const { units, rule, concepts, corrected } = question;
  const words = units
    .filter(({ mass }) => mass > 0)
    .map(({ label }) => {
      const better = corrected.get(label);
      return better === undefined ? label : `${label} (read as ${better})`;
    });
  return {
    question: { words, kind: rule.title, concepts: [...new Set(concepts.map(plainName))] },
    ranked: ranked.map((candidate, at) => ({
      key: clauseKey(candidate.indexed.policy, candidate.indexed.clause),
      score: scores[at] ?? 0,
      reasons: reasonsFor(candidate, question),
    })),
    verdict: verdictOf(judgement),
  };
}

/** From this share of words in common, by how alike the question was, a clause is told to be like those that answered such questions. */
const worthTelling = 0.35;

function reasonsFor(candidate: Candidate, question: ReadQuestion): string[] {
  const { share } = coverageOf(question, candidate.number);
  const met = question.units
    .flatMap((unit) => meeting(unit, candidate.number) ?? [])
    .sort((one, other) => other.worth - one.worth)
    .slice(0, 6)
    .map(({ text }) => text);
  return [
    `it covers ${Math.round(share * 100)} % of what the question is about`,
    ...met,
    `in meaning its words meet ${Math.round(candidate.match.match * 100)} % of the question’s`,
    ...(candidate.precedence.most >= worthTelling
      ? ['it is much like the clauses that answered such questions in the policies the search learnt from']
      : []),
    ...candidate.fits
      .filter(({ name }) => name !== 'further' || !candidate.fits.some((fit) => fit.name === 'first'))
      .map(({ factor, reason }) => `${factor > 1 ? 'up' : 'down'}: ${reason}`),
  ];
}

function meeting(unit: Unit, clause: number): { text: string; worth: number } | undefined {
  let best: { text: string; worth: number } | undefined;
  for (const { how, label, worth, postings } of unit.alternatives) {
    const at = postings.clauses.indexOf(clause);
    const value = worth * postings.idf * (postings.strengths[at] ?? 0);
    if (at < 0 || value <= (best?.worth ?? 0)) continue;
    best = { text: phrase(unit.label, how, label), worth: value };
  }
  return best;
}

function phrase(asked: string, how: Unit['alternatives'][number]['how'], label: string): string {
  switch (how) {
    case 'word':
      return `it says “${asked}”`;
    case 'pair':
      return `it says “${asked}” together`;
    case 'concept':
      if (label.endsWith(everyday) || plainName(label) === asked) return `it says “${asked}”, or another word for it`;
      return `“${asked}” is one way to speak of ${plainName(label)}, and so does it`;
    case 'broader':
      return `“${asked}” belongs to ${plainName(label)}, of which it speaks`;
    case 'related':
      return `“${asked}” often has to do with ${plainName(label)}, of which it speaks`;
    case 'narrower':
      return `“${asked}” takes in ${plainName(label)}, of which it speaks`;
  }
}

/** What the name of a concept ends with that is an everyday word and those that mean the same. */
const everyday = '-word';

function plainName(concept: string): string {
  const name = concept.endsWith(everyday) ? concept.slice(0, -everyday.length) : concept;
  return name.replaceAll('-', ' ');
}

function verdictOf({ sure, confidence, doubts }: Judgement): string {
  const share = `${Math.round(confidence * 100)} % sure`;
  if (sure) return doubts.length > 0 ? `Quoted, ${share}, although ${doubts.join('; ')}.` : `Quoted, ${share}.`;
  return `Not quoted, ${share}: ${doubts.length > 0 ? doubts.join('; ') : 'no clause stands out'}.`;
}
