import type { TurnContext } from 'botbuilder';
import type { Act } from '../domain/delivery/act.ts';
import type { Actor } from '../domain/people/actor.ts';
import type { Person, School } from '../domain/people/school.ts';
import type { SchoolLibrary } from '../domain/policies/library.ts';
import type { MessagePlace } from '../domain/incidents/incident-draft.ts';
import type { TooMany } from './activity-count.ts';
import type { Place } from './incoming.ts';

/** A member of staff in one turn: who, of which school, where, and which day it is at that school. */
export interface Caller {
  readonly actor: Actor;
  /** Set when school.yaml lists the person. */
  readonly person?: Person;
  readonly library: SchoolLibrary;
  /** Set when they work in several schools: all but the one of this turn. */
  readonly others?: readonly School[];
  /** Set when nothing told which of them is meant, so that `library` is only the first. */
  readonly guessed?: boolean;
  readonly place: Place;
  /** YYYY-MM-DD in the school's time zone. */
  readonly today: string;
  /** Where the message stands whose button was pressed. */
  readonly card?: MessagePlace;
  /** Set when more came from them in this minute than is answered. */
  readonly tooMany?: TooMany;
  /**
   * What the person does in this turn, as an act that a store takes once. `submission` is the id of the form; it counts
   * for this person only, so that nobody gets at what another's press made, and a card in a channel is everybody's own.
   */
  actWith(submission: string): Act;
}

const key = Symbol('caller');

/** Notes for the rest of this turn that the sender is staff. Only the admission does so. */
export function setCaller(turn: TurnContext, caller: Caller): void {
  turn.turnState.set(key, caller);
}

/** The member of staff whose turn this is; undefined for events that no person is served by. */
export function callerOf(turn: TurnContext): Caller | undefined {
  return turn.turnState.get<Caller | undefined>(key);
}
