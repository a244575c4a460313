import type { AbsenceStore } from '../people/absence.ts';
import type { PersonStore } from '../people/person-store.ts';
import type { Sealer } from '../secrecy/sealer.ts';
import type { SlipStore } from './slip-store.ts';

/** What telling, asking and answering need from outside. */
export interface SlipDesk {
  readonly slips: SlipStore;
  readonly persons: Pick<PersonStore, 'boundUpns'>;
  readonly absences: Pick<AbsenceStore, 'absences'>;
  readonly sealer: Sealer;
  readonly now: () => Date;
  /** A new random reference with this prefix; it may be taken. */
  readonly newReference: (prefix: string) => string;
}
