import { createHash } from 'node:crypto';
import type { Clause } from '../policies/clause.ts';
import { clauseSays } from '../answering/phrasings/phrasing.ts';

/** Tells whether a clause says what it said: a hash of its words and those that give them their meaning. */
export function clausePrint(clause: Clause): string {
  return createHash('sha256').update(clauseSays(clause)).digest('hex').slice(0, 16);
}
