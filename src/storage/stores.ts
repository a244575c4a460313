import type { BroadcastStore } from '../domain/broadcasts/broadcast-store.ts';
import type { DeliveryStore } from '../domain/delivery/delivery-store.ts';
import type { SendSlots } from '../domain/delivery/send-slots.ts';
import type { FileStore } from '../domain/files/file-store.ts';
import type { IncidentStore } from '../domain/incidents/incident-store.ts';
import type { SafeguardingPlaceStore } from '../domain/incidents/safeguarding-place.ts';
import type { LedgerStore } from '../domain/ledger/ledger-store.ts';
import type { AbsenceStore } from '../domain/people/absence.ts';
import type { PersonStore } from '../domain/people/person-store.ts';
import type { ReviewStore } from '../domain/reviews/review-store.ts';
import type { RetentionStore } from '../domain/records/retention-store.ts';
import type { QuestionStore } from '../domain/questions/question-store.ts';
import type { SignoffStore } from '../domain/signoffs/signoff-store.ts';
import type { SlipStore } from '../domain/slips/slip-store.ts';
import type { VersionStore } from '../domain/versions/policy-version.ts';
import type { StoreTransfer } from './store-content.ts';

/** Something about the store that a person has to know. `message` is one line: what is so, and who must do what. */
export interface StoreFinding {
  readonly kind: 'large' | 'full' | 'not-written' | 'broken' | 'restored' | 'doubtful';
  readonly message: string;
}

/** How the store is. `serves` is false while it takes no changes; `findings` is empty when all is well. */
export interface StoreHealth {
  readonly serves: boolean;
  readonly bytes: number;
  readonly findings: readonly StoreFinding[];
}

/** All ports, over one store: what one method records, another sees when its promise has resolved. */
export interface Stores {
  readonly kind: 'lowdb' | 'postgres';
  readonly persons: PersonStore;
  readonly deliveries: DeliveryStore;
  /** Not a part of `transfer`: they rest within seconds. */
  readonly sendSlots: SendSlots;
  readonly ledger: LedgerStore;
  readonly questions: QuestionStore;
  readonly incidents: IncidentStore;
  readonly places: SafeguardingPlaceStore;
  readonly absences: AbsenceStore;
  readonly versions: VersionStore;
  readonly signoffs: SignoffStore;
  readonly broadcasts: BroadcastStore;
  readonly reviews: ReviewStore;
  readonly slips: SlipStore;
  /** Not a part of `transfer`: what is offered is over before a backup could be of use. */
  readonly files: FileStore;
  /** Not a part of `transfer`: a restored store has to see the clock anew before anything is destroyed. */
  readonly retention: RetentionStore;
  /** The whole store at once, for backups. */
  readonly transfer: StoreTransfer;
  /**
   * Where several processes may share the store: the pool of connections to it (of `pg`), for what they count together.
   * It ends with `close()`.
   */
  readonly sharedPool?: object;
  health(): Promise<StoreHealth>;
  /** Resolves when everything accepted so far is stored and the store is free for another process. */
  close(): Promise<void>;
}

/** What reads and changes the rows, without what opens and closes the store. */
export type StorePorts = Omit<Stores, 'kind' | 'sharedPool' | 'health' | 'close'>;
