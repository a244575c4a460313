import type { PersonKey } from '../people/person-key.ts';

/** Where a message stands in a chat, so that it can be replaced. */
export interface MessagePlace {
  readonly conversationId: string;
  readonly activityId: string;
}

/**
 * A report that is being written. It lasts across devices and restarts, and ends as a report, at the reporter's word, or
 * after nobody answered "send, go on or delete?" for a day; with it go its answers.
 */
export interface IncidentDraft {
  /** Random, with a check letter: `SD-7KQ2-M`. It stands in the data of cards. */
  readonly id: string;
  readonly schoolId: string;
  readonly reporter: PersonKey;
  readonly state: 'open' | 'submitted' | 'cancelled' | 'expired';
  /** 1 at the start, one more with each change: of two changes at once the second is refused. */
  readonly revision: number;
  /** `Answers` as JSON, sealed at `{ type: 'draft', id }`; empty once the draft has ended. */
  readonly sealedAnswers: string;
  /** The reporter answers by writing, not with forms. */
  readonly typing: boolean;
  /** ISO 8601 instants. */
  readonly startedAt: string;
  readonly touchedAt: string;
  /** How often "send, go on or delete?" was asked since the last answer, and when it is to be asked (or the draft purged) next. */
  readonly asked: number;
  readonly nextAskAt: string;
  /** Every message of the draft in the reporter's chat: all become the receipt, or a line that it is gone. */
  readonly cards: readonly MessagePlace[];
}
