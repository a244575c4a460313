/**
 * A sign by which a message sounds like something that is happening: facts told as past or as going on. What staff would
 * do in some case ("if a pupil sends me …") is told in other tenses and has no sign.
 *
 * Patterns are regular expressions over lower-case words with single spaces: short forms are written out, marks are
 * gone. Names in braces stand for `slots`, `_` for up to three words, `__` for up to seven. The parts of a pattern that
 * " & " joins may stand anywhere in what is told, in any order.
 */
export interface Sign {
  readonly about: string;
  readonly patterns: readonly string[];
  /** Words anywhere in the message that make the sign harmless. */
  readonly harmless?: readonly string[];
}

/** A sign that somebody may come to harm now. */
export interface DangerSign extends Sign {
  /** Told of another day, or as over, it is an incident and no longer a danger. */
  readonly passes: boolean;
  /** Somebody who asks what to do in such a case may have it before them: they get the emergency number too. */
  readonly acute: boolean;
}
