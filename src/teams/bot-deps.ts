import type { Application, TurnState } from '@microsoft/teams-ai';
import type { AnswerFinder } from '../domain/answering/answer.ts';
import type { PersonStore } from '../domain/people/person-store.ts';
import type { Recognise } from '../domain/people/recognise.ts';
import type { SchoolLibrary } from '../domain/policies/library.ts';
import type { LibraryShelf } from '../domain/policies/library-shelf.ts';
import type { Log } from '../log.ts';

/** What the bot needs from outside; app.ts passes it in. */
export interface BotDeps {
  readonly recognise: Recognise;
  readonly shelf: LibraryShelf;
  /** The search over what `library` may quote on `today` (YYYY-MM-DD in the school's zone). */
  finderFor(library: SchoolLibrary, today: string): AnswerFinder;
  readonly persons: PersonStore;
  now(): Date;
  readonly log: Log;
  /** The bot's Entra application id. */
  readonly ownAppId: string;
  /** Whether this bot serves the tenant at all. */
  serves(tenantId: string): boolean;
}

/** The teams-ai application that features register on. It keeps no state of its own. */
export type BotApp = Application<TurnState>;
