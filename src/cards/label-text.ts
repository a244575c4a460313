import { z } from 'zod/v4';

/** Takes no room: it only keeps apart what stands on its two sides. */
const wordJoiner = '\u2060';
/** The thinnest space: a star or a line with spaces on both sides stresses nothing. */
const hairSpace = '\u200a';
/** Looks like the grave accent on a keyboard, of which Markdown makes code, whatever stands beside it. */
const graveLetter = '\u02cb';

/**
 * A name for a label or the title of a choice, which looks as it was written. Some clients read Markdown there and others
 * do not, so that a backslash before a sign would be seen in these: instead each sign is set apart from what makes it one.
 * Doing so twice changes nothing more.
 */
export const LabelText = z.string().transform((text) =>
  text
    .replaceAll('](', `]${wordJoiner}(`)
    .replace(/<(?=[a-z/!?])|&(?=#?\w+;)|\\(?=[!-/:-@[-`{-~])/giu, `$&${wordJoiner}`)
    .replace(/\u200a*([*~]+|(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_]))\u200a*/gu, `${hairSpace}$1${hairSpace}`)
    .replaceAll('`', graveLetter)
    .replace(/^(?=[-+>#=[]|\d+[.)])/u, wordJoiner),
);
export const Choices = z.array(z.strictObject({ title: LabelText, value: z.string() }));
