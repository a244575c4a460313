import type { BroadcastStore } from '../broadcasts/broadcast-store.ts';
import type { DeliveryStore } from '../delivery/delivery-store.ts';
import type { IncidentStore } from '../incidents/incident-store.ts';
import type { AbsenceStore } from '../people/absence.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { PersonStore } from '../people/person-store.ts';
import type { School } from '../people/school.ts';
import type { QuestionStore } from '../questions/question-store.ts';
import type { Sealer } from '../secrecy/sealer.ts';
import type { ReviewStore } from '../reviews/review-store.ts';
import type { SignoffStore } from '../signoffs/signoff-store.ts';
import type { SlipStore } from '../slips/slip-store.ts';
import type { DataSubject } from './find-data-subject.ts';
import type { RecordClass } from './retention-table.ts';

/** What the person is to a record. `perhaps-named`: their first name stands there, and nothing tells whether it is theirs. */
export type HeldAs =
  | 'reporter'
  | 'subject'
  | 'named'
  | 'perhaps-named'
  | 'reader'
  | 'recipient'
  | 'asker'
  | 'owner'
  | 'member'
  | 'listed'
  | 'away'
  | 'cover'
  | 'opener'
  | 'reviewer'
  | 'signatory'
  | 'witness';

/** One record that is held of a person, with the names of others taken out. */
export interface HeldItem {
  readonly record: RecordClass | 'settings';
  readonly reference: string;
  /** ISO 8601 instant, where the record has one. */
  readonly at?: string;
  readonly as: readonly HeldAs[];
  /**
   * Nobody but a person decides whether it is released: child-abuse data, serious harm, what others said of them
   * (Data Protection Act 2018, schedules 2 and 3).
   */
  readonly aPersonDecides: boolean;
  /** The seal of some of it does not open, so nobody knows what it says. */
  readonly unreadable: boolean;
  readonly texts: readonly { readonly of: string; readonly text: string }[];
}

export interface AccessDesk {
  readonly incidents: Pick<IncidentStore, 'all' | 'draftsOf'>;
  readonly questions: Pick<QuestionStore, 'of' | 'sealed' | 'suggestions'>;
  readonly deliveries: Pick<DeliveryStore, 'all'>;
  readonly persons: Pick<PersonStore, 'staffTeams' | 'findAddress' | 'boundUpns'>;
  readonly absences: Pick<AbsenceStore, 'absences'>;
  readonly signoffs: Pick<SignoffStore, 'campaigns' | 'signatories' | 'receipts'>;
  readonly broadcasts: Pick<BroadcastStore, 'broadcasts' | 'addressees'>;
  readonly reviews: Pick<ReviewStore, 'reviews'>;
  readonly slips: Pick<SlipStore, 'all'>;
  readonly sealer: Pick<Sealer, 'open'>;
}

/** How one person is looked for at a school. */
export interface Look {
  readonly desk: AccessDesk;
  readonly school: School;
  readonly subject: DataSubject;
  readonly isThem: (key: PersonKey | undefined) => boolean;
  /** How the text names them. */
  readonly namedIn: (text: string) => readonly HeldAs[];
  readonly redact: (text: string) => string;
}
