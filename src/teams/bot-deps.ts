import type { Application, TurnState } from '@microsoft/teams-ai';
import type { AnswerFinder } from '../domain/answering/answer.ts';
import type { AttachedPhrasing, PhrasingAdded } from '../domain/answering/phrasings/phrasing.ts';
import type { Reader } from '../domain/answering/reader.ts';
import type { BroadcastStore } from '../domain/broadcasts/broadcast-store.ts';
import type { DeliveryStore } from '../domain/delivery/delivery-store.ts';
import type { FileDesk } from '../domain/files/offer-file.ts';
import type { IncidentStore } from '../domain/incidents/incident-store.ts';
import type { RosterDeps } from '../domain/incidents/read-roster.ts';
import type { SafeguardingPlaceStore } from '../domain/incidents/safeguarding-place.ts';
import type { LedgerStore } from '../domain/ledger/ledger-store.ts';
import type { AbsenceStore } from '../domain/people/absence.ts';
import type { PersonStore } from '../domain/people/person-store.ts';
import type { Recognise } from '../domain/people/recognise.ts';
import type { SchoolLibrary } from '../domain/policies/library.ts';
import type { LibraryShelf } from '../domain/policies/library-shelf.ts';
import type { QuestionStore } from '../domain/questions/question-store.ts';
import type { ReviewStore } from '../domain/reviews/review-store.ts';
import type { Sealer } from '../domain/secrecy/sealer.ts';
import type { SignoffStore } from '../domain/signoffs/signoff-store.ts';
import type { SlipStore } from '../domain/slips/slip-store.ts';
import type { VersionStore } from '../domain/versions/policy-version.ts';
import type { Log } from '../log.ts';
import type { CountActivity } from './activity-count.ts';

/** What the bot needs from outside; app.ts passes it in. */
export interface BotDeps {
  readonly recognise: Recognise;
  readonly shelf: LibraryShelf;
  /** The search over what `library` may quote on `today` (YYYY-MM-DD in the school's zone). */
  finderFor(library: SchoolLibrary, today: string): AnswerFinder;
  /** Chooses among the clauses that the search found, where the school has set up a language model. */
  readonly reader?: Reader | undefined;
  readonly persons: PersonStore;
  readonly questions: QuestionStore;
  readonly incidents: IncidentStore;
  readonly places: SafeguardingPlaceStore;
  readonly absences: AbsenceStore;
  readonly versions: VersionStore;
  readonly signoffs: SignoffStore;
  readonly reviews: ReviewStore;
  readonly slips: SlipStore;
  readonly broadcasts: BroadcastStore;
  /** The hash of what a policy's file says, where that is not in force. */
  proposedHash(schoolId: string, policyId: string): string | undefined;
  /** Adds a phrasing to the school's phrasings.yaml; resolves once it is served, where nothing keeps it waiting. */
  addPhrasing(schoolId: string, phrasing: AttachedPhrasing): Promise<PhrasingAdded>;
  /** Is told when a version came into force or a review moved a date; resolves when the shelf serves it. */
  onVersions(): Promise<void>;
  readonly deliveries: Pick<DeliveryStore, 'find'>;
  readonly ledger: Pick<LedgerStore, 'head'>;
  readonly files: FileDesk['files'];
  /** Where people's browsers reach the bot; undefined where they do not. */
  readonly publicUrl?: string | undefined;
  /** Is told when something was recorded that the bot now owes somebody, so that it is sent at once. */
  onOwed(): void;
  /** Reads who is in a team or one of its channels, at any time. */
  readonly rosterOf: RosterDeps['rosterOf'];
  /** Asks Microsoft Graph who is in a channel, where it is to be asked. */
  readonly allMembersOf?: RosterDeps['allMembersOf'];
  /** Seals what people write and opens it again. */
  readonly sealer: Sealer;
  /** A random reference with this prefix of two letters; it may be taken. */
  newReference(prefix: string): string;
  /** The id of one rendering of a form: 128 random bits. */
  newSubmission(): string;
  /** What opens a file that is offered: 128 random bits, and six random digits. */
  readonly newFileSecret: FileDesk['newFileSecret'];
  readonly countActivity: CountActivity;
  /** The id under which a person finds a failure in the log. */
  newErrorId(): string;
  now(): Date;
  readonly log: Log;
  /** The bot's Entra application id. */
  readonly ownAppId: string;
  /** Whether this bot serves the tenant at all. */
  serves(tenantId: string): boolean;
}

/** The teams-ai application that features register on. It keeps no state of its own. */
export type BotApp = Application<TurnState>;
