/** One word of a text, with what tells a name from an ordinary word. */
export interface TextWord {
  /** As it stands, without a possessive ending. */
  readonly raw: string;
  /** Lower case, without accents and apostrophes. */
  readonly plain: string;
  readonly possessive: boolean;
  /** It begins with a capital, and not because all around it is in capitals. */
  readonly capital: boolean;
  readonly startsSentence: boolean;
  /** Nothing but a space, a full stop or a hyphen stands between it and the word before. */
  readonly follows: boolean;
}

const word = /\p{L}(?:[\p{L}\p{M}]|['’](?=\p{L}))*/gu;

/** The words of a text, in order. Hyphens part them. */
export function textWords(text: string): TextWord[] {
  const whole = text.normalize('NFC');
  const found = [...whole.matchAll(word)].map((match) => ({ at: match.index, written: match[0] }));
  return found.map(({ at, written }, index) => {
    const last = found[index - 1];
    const before = whole.slice(last ? last.at + last.written.length : 0, at);
    const raw = written.replace(/['’]s$/i, '');
    const loud = isLoud(written) && (isLoud(last?.written ?? '') || isLoud(found[index + 1]?.written ?? ''));
    return {
      raw,
      plain: plainName(raw),
      possessive: raw !== written || /^['’]/.test(whole.slice(at + written.length)),
      capital: /^\p{Lu}/u.test(raw) && !loud,
      startsSentence: !last || (/[.!?:\n•*"“(]/.test(before) && !(before.startsWith('.') && isShort(last.written))),
      follows: last !== undefined && /^[ \t.\u00a0-]{1,3}$/.test(before),
    };
  });
}

/** DSL, KCSIE, or a word of a line that is all in capitals: they tell no name from a word. */
export function isLoud(written: string): boolean {
  return written.length > 1 && written === written.toUpperCase();
}

/** A full stop behind an initial or a title ends no sentence. */
function isShort(written: string): boolean {
  return written.length === 1 || titles.has(plainName(written));
}

/** What stands before a surname, in lower case. */
export const titles: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr rev revd reverend sir madam dame lord lady prof professor father fr sister canon'.split(' '),
);

/** A name or a word, as names are compared: lower case, without accents and apostrophes. */
export function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase();
}
