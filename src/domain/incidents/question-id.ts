/** The questions of the dialog that a school can give other words, each by the name of its answer. */
export const wordedQuestions = [
  'kind',
  'happenedOn',
  'happenedAt',
  'learnedOn',
  'place',
  'platform',
  'device',
  'people',
  'seen',
  'childsWords',
  'opinion',
  'intent',
  'evidence',
  'done',
  'whoKnows',
  'wishes',
  'wantsSupport',
  'onBehalfOf',
] as const;
export type WordedQuestion = (typeof wordedQuestions)[number];

/**
 * Those that a school can leave out: what they ask is also covered by another question that stays. Danger, images and
 * whom it is about are not even worded otherwise: the route and the reporter's safety hang on them.
 */
export const optionalQuestions: readonly WordedQuestion[] = [
  'happenedAt',
  'platform',
  'opinion',
  'whoKnows',
  'wantsSupport',
  'onBehalfOf',
];

/** Words that ask for what a report must not hold, lead a child, or promise what nobody can keep. */
const mustNotAsk =
  /\b(attach|upload|paste|forward|date of birth|birthday|home address|medical|religion|ethnicity|why|secret|anonymous|anonymously)\b/i;

/** Whether a school's own words for a question stay within what may be asked. */
export function mayBeAsked(text: string): boolean {
  return !mustNotAsk.test(text);
}
