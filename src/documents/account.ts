import type { SourceLine } from './source-line.ts';

/** What became of a line of the source. `blank` holds no words. */
export type LineUse = 'clause' | 'heading' | 'furniture' | 'form' | 'front-matter' | 'blank';

/** One line of the source and what became of it. */
export interface AccountLine {
  readonly line: number;
  readonly page?: number;
  readonly text: string;
  readonly as: LineUse;
}

/** Something the import had to guess, for a person to look at. */
export interface Doubt {
  /** 1-based line of the source where the guess was made. */
  readonly line: number;
  readonly message: string;
}

/** Every line of the source exactly once, and what was guessed. No word of the source is missing from it. */
export interface Account {
  readonly lines: readonly AccountLine[];
  readonly totals: Readonly<Record<LineUse, number>>;
  readonly doubts: readonly Doubt[];
}

/** Puts the account together. A line that nothing claimed is a bug: it throws. */
export function toAccount(lines: readonly SourceLine[], uses: ReadonlyMap<number, LineUse>, doubts: Doubt[]): Account {
  const totals: Record<LineUse, number> = {
    clause: 0,
    heading: 0,
    furniture: 0,
    form: 0,
    'front-matter': 0,
    blank: 0,
  };
  const accounted = lines.map(({ number, page, text }): AccountLine => {
    const as = text.trim() === '' ? 'blank' : uses.get(number);
    if (!as) throw new Error(`Line ${number} of the source was not accounted for`);
    totals[as] += 1;
    return { line: number, ...(page === undefined ? {} : { page }), text, as };
  });
  return { lines: accounted, totals, doubts: doubts.sort((a, b) => a.line - b.line) };
}
