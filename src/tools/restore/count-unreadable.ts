import { sealedUnder } from '../../keys/create-sealer.ts';
import type { KeyRing } from '../../keys/key-ring.ts';
import type { StoreContent } from '../../storage/store-content.ts';

/** How many texts are sealed under keys that are not on the ring. */
export function countUnreadable(
  { questions, gaps }: Pick<StoreContent, 'questions' | 'gaps'>,
  { wrapping }: Pick<KeyRing, 'wrapping'>,
): number {
  const known = new Set<string | undefined>(wrapping.map(({ kid }) => kid));
  const answers = questions.flatMap(({ answer }) => (answer ? [answer] : []));
  return [...questions, ...answers, ...gaps].filter(({ sealedText }) => !known.has(sealedUnder(sealedText))).length;
}
