/** A thing that school staff and school policies both speak of, each in their own words. */
export interface Concept {
  /** Unique in the lexicon; also how `--explain` names it. */
  readonly name: string;
  /** Words and phrases that mean it, in base form ("photo", not "photos"): all forms of a word are found by its stem. */
  readonly terms: readonly string[];
  /** Names of wider concepts that a clause may speak of instead ("medicine" for an inhaler). */
  readonly broader: readonly string[];
  /** True for the words around a school's own words ("quit", "vanish"): weaker, and no part of a term's ambiguity. */
  readonly general: boolean;
}

/** Writes a concept down briefly: `terms` and `broader` are lists separated by commas, line breaks are white space. */
export function concept(name: string, terms: string, broader = ''): Concept {
  return { name, terms: list(terms), broader: list(broader), general: false };
}

/** A concept of everyday English. */
export function general(name: string, terms: string): Concept {
  return { ...concept(name, terms), general: true };
}

function list(text: string): string[] {
  return text
    .split(',')
    .map((term) => term.trim().replace(/\s+/g, ' '))
    .filter((term) => term !== '');
}
