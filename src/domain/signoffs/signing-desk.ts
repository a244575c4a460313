import type { Act } from '../delivery/act.ts';
import type { Actor } from '../people/actor.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import type { QuestionStore } from '../questions/question-store.ts';
import type { Sealer } from '../secrecy/sealer.ts';
import type { SignoffDesk } from './signoff-desk.ts';

/** What signing, asking and declining need from outside. */
export interface SigningDesk extends SignoffDesk {
  readonly questions: Pick<QuestionStore, 'find'>;
  readonly sealer: Pick<Sealer, 'seal'>;
}

/** What somebody does with a card that asks them. Who they are is `actor`, never what the card says. */
export interface SigningAct {
  readonly act: Act;
  readonly actor: Actor;
  readonly library: SchoolLibrary;
  /** YYYY-MM-DD in the school's time zone. */
  readonly today: string;
  /** As they stand on the card: who is asked, and the hash of what they read. */
  readonly signatoryId: string;
  readonly hash: string;
}
