import { readTokens } from '../../src/domain/answering/list-candidates.ts';
import type { Lesson } from './read-lessons.ts';

/**
 * Deals lessons into libraries of `size`, or one fewer, as a school has them: of policies on different things. A library of
 * any policies has the same rule twice or thrice, of which one counts as right; what is learnt there of telling policies apart
 * is wrong where a school has one policy on each thing.
 */
export function dealLibraries(lessons: readonly Lesson[], size: number): Lesson[][] {
  const ordered = orderByLikeness(lessons, likenessAmong(lessons));
  const count = Math.ceil(ordered.length / size);
  return Array.from({ length: count }, (_, library) => ordered.filter((__, at) => at % count === library));
}

type Likeness = (one: Lesson, other: Lesson) => number;

/** How much of what two policies speak of is the same, 0…1; a word counts the more, the fewer policies have it. */
function likenessAmong(lessons: readonly Lesson[]): Likeness {
  const words = new Map(lessons.map((lesson) => [lesson, wordsOf(lesson)]));
  const counts = new Map<string, number>();
  for (const those of words.values()) for (const word of those) counts.set(word, (counts.get(word) ?? 0) + 1);
  const worthOf = (those: Iterable<string>): number => {
    let worth = 0;
    for (const word of those) worth += 1 / (counts.get(word) ?? 1);
    return worth;
  };
  const worths = new Map([...words].map(([lesson, those]) => [lesson, worthOf(those)]));
  return (one, other) => {
    const [ours, theirs] = [words.get(one) ?? new Set<string>(), words.get(other) ?? new Set<string>()];
    const both = worthOf([...ours].filter((word) => theirs.has(word)));
    return both / Math.sqrt(Math.max(1e-9, (worths.get(one) ?? 0) * (worths.get(other) ?? 0)));
  };
}

function wordsOf({ policy: { cover, clauses } }: Lesson): Set<string> {
  return new Set(
    [cover.title, ...clauses.flatMap(({ headingPath, text }) => [...headingPath, text])].flatMap(readTokens),
  );
}

/** Those on the same things stand beside each other: halved again and again by which of the two least alike each is more like. */
function orderByLikeness(lessons: readonly Lesson[], likeness: Likeness): readonly Lesson[] {
  if (lessons.length < 3) return lessons;
  const pairs = lessons.flatMap((one, at) =>
    lessons.slice(at + 1).map((other) => ({ one, other, alike: likeness(one, other) })),
  );
  const { one, other } = pairs.reduce((least, pair) => (pair.alike < least.alike ? pair : least));
  const leaning = new Map(lessons.map((lesson) => [lesson, likeness(lesson, other) - likeness(lesson, one)]));
  const sorted = [...lessons].sort((a, b) => (leaning.get(a) ?? 0) - (leaning.get(b) ?? 0));
  const half = Math.ceil(sorted.length / 2);
  return [...orderByLikeness(sorted.slice(0, half), likeness), ...orderByLikeness(sorted.slice(half), likeness)];
}
