import type { Concept } from './lexicon/concept.ts';
import { phraseStemOf, wordsOf } from './words.ts';

/** A place where the words of a text name concepts: `length` words from `start`, meaning any of `concepts`. */
export interface ConceptMatch {
  readonly start: number;
  readonly length: number;
  readonly concepts: readonly number[];
}

/** The lexicon made ready for look-ups; concepts are numbered in the lexicon's order. */
export interface CompiledLexicon {
  readonly names: readonly string[];
  /** Each concept as the encoder reads it: “#name”. */
  readonly tokens: readonly string[];
  /** Numbers of the wider and of the narrower concepts of each concept. */
  readonly broader: readonly (readonly number[])[];
  readonly narrower: readonly (readonly number[])[];
  /** True for concepts of everyday English. */
  readonly general: readonly boolean[];
  /** Numbers of the concepts that stand near each concept. */
  readonly related: readonly (readonly number[])[];
  /** True for a stem that stands somewhere in a term: such a word is not misspelt. */
  readonly knows: (stem: string) => boolean;
  /** Words (unstemmed) that are terms by themselves, for spelling correction. */
  readonly singleWords: readonly string[];
  /** The longest term that starts at each word; terms inside longer ones are found as well. */
  match(stems: readonly string[]): ConceptMatch[];
}

interface Node {
  readonly next: Map<string, Node>;
  readonly concepts: number[];
}

/** How much of a term's meaning each of its concepts takes: topics share among themselves, and so do everyday meanings. */
export function shareOf(concept: number, concepts: readonly number[], { general }: CompiledLexicon): number {
  return 1 / Math.sqrt(concepts.filter((other) => general[other] === general[concept]).length);
}

/** Compiles concepts into a tree of stems. A broader concept that does not exist is a mistake in the lexicon and throws. */
export function compileLexicon(
  concepts: readonly Concept[],
  relations: Readonly<Record<string, readonly string[]>> = {},
): CompiledLexicon {
  const root: Node = { next: new Map(), concepts: [] };
  const numbers = new Map(concepts.map(({ name }, number) => [name, number]));
  const known = new Set<string>();
  const singleWords = new Set<string>();
  concepts.forEach(({ terms }, number) => {
    for (const term of terms) {
      const words = wordsOf(term);
      const [only] = words;
      if (words.length === 1 && only !== undefined) singleWords.add(only);
      let node = root;
      for (const stem of words.map(phraseStemOf)) {
        known.add(stem);
        node = childOf(node, stem);
      }
      if (!node.concepts.includes(number)) node.concepts.push(number);
    }
  });
  const broader = concepts.map(({ broader }) => broader.map((wider) => numberOf(wider, numbers)));
  const narrower = concepts.map((_, number) =>
    concepts.flatMap((__, other) => (broader[other]?.includes(number) ? [other] : [])),
  );
  const related = concepts.map((): Set<number> => new Set());
  for (const [name, others] of Object.entries(relations)) {
    for (const other of others) {
      const [one, two] = [numberOf(name, numbers), numberOf(other, numbers)];
      related[one]?.add(two);
      related[two]?.add(one);
    }
  }
  return {
    related: related.map((others) => [...others]),
    general: concepts.map((concept) => concept.general),
    names: concepts.map(({ name }) => name),
    tokens: concepts.map(({ name }) => `#${name}`),
    broader,
    narrower,
    knows: (stem) => known.has(stem),
    singleWords: [...singleWords],
    match(stems) {
      const found: ConceptMatch[] = [];
      for (let start = 0; start < stems.length; start += 1) {
        const longest = longestFrom(root, stems, start);
        if (longest) found.push(longest);
      }
      return found;
    },
  };
}

function numberOf(name: string, numbers: ReadonlyMap<string, number>): number {
  const number = numbers.get(name);
  if (number === undefined) throw new Error(`the lexicon refers to a concept that does not exist: ${name}`);
  return number;
}

function childOf(node: Node, stem: string): Node {
  const found = node.next.get(stem);
  if (found) return found;
  const made: Node = { next: new Map(), concepts: [] };
  node.next.set(stem, made);
  return made;
}

function longestFrom(root: Node, stems: readonly string[], start: number): ConceptMatch | undefined {
  let node: Node | undefined = root;
  let best: ConceptMatch | undefined;
  for (let at = start; at < stems.length; at += 1) {
    node = node.next.get(stems[at] ?? '');
    if (!node) break;
    if (node.concepts.length > 0) best = { start, length: at - start + 1, concepts: node.concepts };
  }
  return best;
}
