/**
 * A sign by which a message sounds like something that is happening: facts told as past or as going on. What staff would
 * do in some case ("if a pupil sends me …") is told in other tenses and has no sign.
 *
 * Patterns are regular expressions, read clause by clause over lower-case words with single spaces: short forms are
 * written out, marks are gone. Names in braces stand for `slots`, `_` for up to three words, `__` for up to seven.
 */
export interface Sign {
  readonly about: string;
  readonly patterns: readonly string[];
  /** Words anywhere in the message that make the sign harmless. */
  readonly harmless?: readonly string[];
}
