import { evidence } from './evidence.ts';
import { whole } from './compile-pattern.ts';
import { wordTree } from './word-tree.ts';

const fields = evidence.map(({ weight, words }) => ({ weight, pattern: whole(wordTree(words)) }));
/** From these weights on a text speaks of danger: the lower one where the message asks nothing else. */
export const dangerFrom = { telling: 3, asking: 4 } as const;

/** What a text weighs: the sum over the fields of meaning that it speaks of. */
export function weighEvidence(text: string): number {
  return fields.reduce((sum, { weight, pattern }) => (pattern.test(text) ? sum + weight : sum), 0);
}
