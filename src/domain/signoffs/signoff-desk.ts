import type { Act } from '../delivery/act.ts';
import type { AbsenceStore } from '../people/absence.ts';
import type { Actor } from '../people/actor.ts';
import type { PersonStore } from '../people/person-store.ts';
import type { Person } from '../people/school.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import type { VersionStore } from '../versions/policy-version.ts';
import type { SignoffStore } from './signoff-store.ts';

/** What asking for signatures needs from outside. */
export interface SignoffDesk {
  readonly signoffs: SignoffStore;
  readonly persons: Pick<PersonStore, 'staffTeams' | 'boundUpns'>;
  readonly versions: Pick<VersionStore, 'versions' | 'text'>;
  readonly absences: Pick<AbsenceStore, 'absences'>;
  readonly now: () => Date;
  /** A new random reference with this prefix; it may be taken. */
  readonly newReference: (prefix: string) => string;
  /** 128 random bits, hexadecimal. */
  readonly newId: () => string;
}

/** Whoever looks at or changes a campaign, of which school, on which of its days. */
export interface HeadRequest {
  readonly actor: Actor;
  /** The school's own entry for them, where it has one. */
  readonly person: Person | undefined;
  /** What is in force; stored absences are read here. */
  readonly library: SchoolLibrary;
  /** YYYY-MM-DD in the school's time zone. */
  readonly today: string;
}

/** A change that a store takes once. */
export interface HeadAct extends HeadRequest {
  readonly act: Act;
}

/**
 * - `not-yours`: only the head, whoever stands in for them, or a delegate (and whom else the use case names); nothing changed
 * - `not-found`: the school has no such campaign, or nobody with that id in it; nothing changed
 * - `closed`: the campaign is closed, or not confirmed yet; nothing changed
 * - `overtaken`: somebody changed it meanwhile; nothing changed, look again
 */
export type Refused = { readonly kind: 'not-yours' | 'not-found' | 'closed' | 'overtaken' };
