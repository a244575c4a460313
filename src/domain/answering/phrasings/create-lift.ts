import type { Clause } from '../../policies/clause.ts';
import type { Policy } from '../../policies/policy.ts';
import { readTokens } from '../list-candidates.ts';
import { encodeClauses } from '../model/encoded-clauses.ts';
import type { EncoderModel } from '../model/finding-model.ts';
import { withoutCourtesies } from '../messages/small-talk.ts';
import { type ClauseMatch, createMatchQuestion } from '../model/match-question.ts';
import type { ReadQuestion } from '../read-question.ts';
import { clauseOfPhrasing } from './clause-of-phrasing.ts';
import { asksAlike, askingOf } from './asks-alike.ts';
import { phrasingKey, type Phrasing } from './phrasing.ts';
import { speaksOf, subjectOf } from './speaks-of.ts';

/** A clause that a phrasing lifts: how alike the question and the phrasing are, 0…1, and 1 for the very words. */
export interface Lifted {
  readonly policy: Policy;
  readonly clause: Clause;
  readonly phrasing: Phrasing;
  readonly likeness: number;
}

/**
 * From this likeness on a question counts as the phrasing in other words. Chosen where three phrasings lift their clauses for
 * at least 22 of 34 paraphrases and for none of 340 other questions of the sample school (counted on 30 November 2026; at .5 for one).
 */
export const alikeFrom = 0.54;

/**
 * Makes the look-up of a question among `phrasings`, those whose clauses still say what they said. The encoder holds the
 * words of both against each other, either way; a question that asks for something else (who, how long), about other people,
 * or without what the phrasing is about above all (“how long are the grey forms kept”), is not the same question however
 * alike its words are. `read` reads a text as it reads questions.
 */
export function createLift(
  policies: readonly Policy[],
  phrasings: readonly Phrasing[],
  encoder: EncoderModel,
  read: (text: string) => Pick<ReadQuestion, 'units'>,
): (question: ReadQuestion, tokens: readonly string[]) => Lifted | undefined {
  const known = phrasings.flatMap((phrasing) => {
    const found = clauseOfPhrasing(policies, phrasing);
    if (found.kind !== 'in-use') return [];
    // As a question comes to the search.
    const words = withoutCourtesies(phrasing.words);
    const reading = { asking: askingOf(words), subject: subjectOf(read(words)), key: phrasingKey(words) };
    return [{ ...found, phrasing, words, ...reading }];
  });
  if (known.length === 0) return () => undefined;
  const asClauses = known.map(({ policy, words }) => ({
    policy: { ...policy, cover: { ...policy.cover, title: '' } },
    clause: { id: '', kind: 'rule' as const, headingPath: [], text: words, line: 1 },
  }));
  const matchQuestion = createMatchQuestion(encodeClauses(asClauses, encoder, readTokens), encoder);
  return (question, tokens) => {
    // Whom a complaint is told to is not left to likeness.
    if (question.accused.length > 0) return undefined;
    const matched = matchQuestion(tokens);
    const key = phrasingKey(question.text);
    let best: Lifted | undefined;
    for (const [at, { policy, clause, phrasing, asking, subject, key: own }] of known.entries()) {
      const isSame = key === own;
      if (!isSame && !(asksAlike(question, asking) && subject !== undefined && speaksOf(question, subject))) continue;
      const likeness = isSame ? 1 : likenessOf(matched.matchOf(at));
      if (likeness < alikeFrom || likeness <= (best?.likeness ?? 0)) continue;
      best = { policy, clause, phrasing, likeness };
    }
    return best;
  };
}

/** Below 1, which only the very words are worth. */
function likenessOf({ match, reverse, topic }: ClauseMatch): number {
  return (0.99 * (match + reverse + topic)) / 3;
}
