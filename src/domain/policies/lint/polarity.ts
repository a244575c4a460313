import type { Clause } from '../clause.ts';

/** What a sentence does with the act that it names. */
export type Polarity = 'ban' | 'permit' | 'require' | 'none';

const ban =
  /\b(?:(?:must|should|shall|may|will|can|do|does|is|are|to|be)(?: \w+){0,2} (?:not|never)|cannot|can't|don't|mustn't|shouldn't|never|not (?:be )?(?:permitted|allowed|acceptable|used)|not:|prohibited|forbidden|banned|unacceptable|refrain from)\b|\bnot\s*:\s*$/i;
const permit = /\b(?:may|can|(?:is|are|be) (?:permitted|allowed|acceptable|entitled|free)|is fine)\b/i;
const require = /\b(?:must|should|shall|required to|need to|has to|have to|ensure|always)\b/i;

/** Reads a sentence; what is banned counts before what is allowed. */
export function polarityOf(sentence: string): Polarity {
  if (ban.test(sentence)) return 'ban';
  if (permit.test(sentence)) return 'permit';
  return require.test(sentence) ? 'require' : 'none';
}

/** What a clause's lead-in or column says about every item under it: the last sentence before the list decides. */
export function leadPolarity({ leadIn, column }: Clause): Polarity {
  if (column && /^(?:do not|don['’]?ts?|never|not acceptable|unacceptable|no)\b/i.test(column.trim())) return 'ban';
  if (column && /^(?:dos?|always|acceptable|yes)$/i.test(column.trim())) return 'require';
  const last = leadIn
    ?.replace(/’/g, "'")
    .split(/(?<=[.?!])\s+/)
    .at(-1);
  return last === undefined ? 'none' : polarityOf(last);
}
