import type { Clause } from '../../policies/clause.ts';
import { withoutCourtesies } from '../messages/small-talk.ts';
import { wordsOf } from '../words.ts';

/** A way in which staff ask something, with the clause that answers it: the policy's owner said so. */
export interface Phrasing {
  readonly words: string;
  /** `<policy id>#<clause id>` */
  readonly clause: string;
  /**
   * All that the clause said when it was attached (`clauseSays`), or how that begins, with … at its end. Where the clause
   * says something else, the phrasing rests.
   */
  readonly says: string;
  /** Its line in the file. */
  readonly line: number;
}

/** A phrasing before it stands on a line of the file. */
export type AttachedPhrasing = Omit<Phrasing, 'line'>;

/** What became of one that was to be added to the file: in use, written while the folder's other files keep it waiting, or not. */
export type PhrasingAdded = 'served' | 'waits' | 'not-written';

/** Words count as the same where these are equal: capitals, marks and courtesies do not count. */
export function phrasingKey(words: string): string {
  return wordsOf(withoutCourtesies(words)).join(' ');
}

/** What a clause says, with the words that give it its meaning before it. */
export function clauseSays({ leadIn, column, text }: Pick<Clause, 'leadIn' | 'column' | 'text'>): string {
  return [leadIn, column, text].filter((part) => part !== undefined).join(' ');
}

/** What `says` gives of a clause where it says how that begins and no more; undefined where it is to be all of it. */
export function beginningOf(says: string): string | undefined {
  return /^(.*?)(?:…|\.{3})\s*$/su.exec(says)?.[1];
}
