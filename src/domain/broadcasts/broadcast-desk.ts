import type { AbsenceStore } from '../people/absence.ts';
import type { PersonStore } from '../people/person-store.ts';
import type { HeadAct, HeadRequest } from '../signoffs/signoff-desk.ts';
import type { SignoffStore } from '../signoffs/signoff-store.ts';
import type { BroadcastStore } from './broadcast-store.ts';

/** What broadcasts need from outside. */
export interface BroadcastDesk {
  readonly broadcasts: BroadcastStore;
  readonly signoffs: Pick<SignoffStore, 'campaigns' | 'signatories'>;
  readonly persons: Pick<PersonStore, 'staffTeams' | 'boundUpns'>;
  readonly absences: Pick<AbsenceStore, 'absences'>;
  readonly now: () => Date;
  /** A new random reference with this prefix; it may be taken. */
  readonly newReference: (prefix: string) => string;
  /** 128 random bits, hexadecimal. */
  readonly newId: () => string;
}

/** Whoever looks at broadcasts, of which school, on which of its days. */
export type SenderRequest = HeadRequest;

/** A change that a store takes once. */
export type SenderAct = HeadAct;

/**
 * - `not-yours`: this person may send nothing, or this broadcast is not theirs to change; nothing changed
 * - `not-found`: the school has no such broadcast; nothing changed
 * - `ended`: nothing of it is sent any more; nothing changed
 * - `overtaken`: somebody changed it meanwhile; nothing changed, look again
 */
export type Refused = { readonly kind: 'not-yours' | 'not-found' | 'ended' | 'overtaken' };
