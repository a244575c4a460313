/**
 * One person's act, by the two names under which it may come again. Teams redelivers an activity with the same id, and
 * later with a new one; the submission id was minted when the form was rendered and is the same in both.
 * A store takes either name once: the second time it changes nothing and returns what the first time made.
 */
export interface Act {
  /** `<tenant>|<conversation id>|<activity id>`. */
  readonly activityKey: string;
  /** 128 random bits, minted with the card whose button was pressed. */
  readonly submissionId: string;
}
