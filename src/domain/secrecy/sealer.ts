/** The one place where a sealed text belongs. It is part of what the seal authenticates. */
export interface SealPlace {
  readonly schoolId: string;
  /** What kind of text: `question`, `answer`, `gap` … */
  readonly type: string;
  /** The id of the record that holds it. */
  readonly id: string;
}

/** Seals what people wrote, each text with a key of its own, so that a store, dump or backup holds nothing in clear. */
export interface Sealer {
  /** The text as a compact JWE that opens only at `place`. Rejects when no key can be read. */
  seal(text: string, place: SealPlace): Promise<string>;
  /** The text, or nothing: sealed for another place, changed, or under a key that is not on the ring. */
  open(sealed: string, place: SealPlace): Promise<string | undefined>;
}

/** A place within its school as one word, as stores list it: `<type>:<id>`. */
export function placeName({ type, id }: Pick<SealPlace, 'type' | 'id'>): string {
  return `${type}:${id}`;
}

/** The place that `placeName` named. */
export function placeNamed(schoolId: string, name: string): SealPlace {
  const colon = name.indexOf(':');
  if (colon < 1) throw new Error('a sealed text stands at a place that has no name');
  return { schoolId, type: name.slice(0, colon), id: name.slice(colon + 1) };
}
