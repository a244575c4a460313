/**
 * Every weight of the ranking, in one place: few and round. They were chosen on the sample school and on published
 * policies together, keeping whatever held on each policy left out in turn, never to the last question of one set.
 */
export const weights = {
  /** What a word is worth by where it stands (BM25F fields). */
  field: { text: 1, leadIn: 0.7, column: 0.5, heading: 0.8, outerHeading: 0.3, title: 0.3 },
  /** BM25: how soon a repeated word stops counting, and how much a long clause is held back. */
  saturation: 1.2,
  lengthNorm: 0.6,
  /** What a match is worth by how it came about; an exact word is worth 1. */
  match: { concept: 0.9, general: 0.7, broader: 0.5, narrower: 0.35, related: 0.25 },
  /** Below 1 a rare word tells less more than BM25 says: in a short policy most words are rare by chance. */
  rarity: 0.8,
  /** Everybody's words about everything ("get", "thing", "staff"). */
  everyday: 0.5,
  /** Two of the question's words side by side in the clause, as a share of their own worth. */
  pair: 0.3,
  /** A phrase that only says how something is asked ("how long do we"). */
  asking: 0.5,
  /** The single words of a phrase of the lexicon ("off sick"), which counts as a whole. */
  inPhrase: 0.4,
  /** A synonym that many clauses share says less than the word itself: how far it counts as the word all the same. */
  synonymCredit: 0.5,
  /** What the policy as a whole adds to each of its clauses where several policies are asked. */
  policy: 0.3,
  /** What a clause is, held against what is asked (clause-fit.ts): factors on its word score. */
  fit: {
    /** It speaks to the kind of question: by the first sign of the kind, by any further one. */
    first: 1.1,
    further: 1.12,
    /** It lacks what is asked for (a time, a number, a person). */
    lacks: 0.75,
    /** It is about other people than the question. */
    party: 0.75,
    deputy: 0.9,
    /** It names the person complained of as the one to tell; it is for just that case; it is for another's. */
    tellsAccused: 0.1,
    accused: 2,
    accusedOther: 0.75,
    /** Something has happened: what to do now, and what should have kept it from happening. */
    remedy: 1.25,
    prevents: 0.85,
    /** Only what a breach leads to, where that was not asked. */
    punishes: 0.8,
    /** It binds pupils or parents: where the question is about them, and where it is not. */
    bindsAsked: 1.2,
    binds: 0.7,
    leadIn: 0.75,
    declaration: 0.8,
    cover: 0.8,
    coverReviewed: 1.5,
    few: 0.75,
    long: 0.8,
    tooLong: 0.2,
  },
  /**
   * How many clauses are weighed: the best by words, and the nearest by the encoder. It looks at the best by words, and at the nearest
   * as wholes; of very many clauses at the nearest among the best by words.
   */
  shortlist: { byWords: 25, byMatch: 15, looked: { byWords: 200, byTopic: 150, atAll: 2_500 } },
} as const;
