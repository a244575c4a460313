import { createHash } from 'node:crypto';
import type { Campaign } from './campaign.ts';
import { statementsHash } from './receipt.ts';

/**
 * Four letters and digits that stand at the foot of the declaration and nowhere else: whoever signs by typing them has had
 * it before them, and in this version.
 */
export function declarationMark({ id, document }: Pick<Campaign, 'id' | 'document'>): string {
  const words = [id, document.hash, statementsHash(document.statements)].join('|');
  return createHash('sha256').update(words).digest('hex').slice(0, 4).toUpperCase();
}
