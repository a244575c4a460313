import type { Act } from '../delivery/act.ts';
import type { Consequences } from '../delivery/consequences.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { Addressee } from './addressee.ts';
import type { DayLimit } from './broadcast-day.ts';
import type { Broadcast } from './broadcast.ts';

/** What somebody does with a broadcast. An act is taken once for each. */
export const broadcastDeeds = ['open', 'confirm', 'change', 'end', 'again', 'act'] as const;
export type BroadcastDeed = (typeof broadcastDeeds)[number];

/** One atomic step. Rows that exist are replaced by their next revision; a row of revision 1 is new. */
export interface BroadcastChange {
  readonly schoolId: string;
  /** The person's act that makes it, with the record that it makes; without: a job, which reads before it writes. */
  readonly once?: { readonly act: Act; readonly deed: BroadcastDeed; readonly made: string } | undefined;
  readonly at: string;
  readonly broadcasts?: readonly Broadcast[] | undefined;
  /** How many may go out on the day of these; of others of the school, as they are when this is recorded. */
  readonly within?: DayLimit | undefined;
  readonly addressees?: readonly Addressee[] | undefined;
  readonly then: Consequences;
}

/**
 * - `recorded`: all of it
 * - `overtaken`: nothing; a row is not of the revision before any more, or a person is in the broadcast already
 * - `day-full`: nothing; as many others as may go out on that day are there, whoever opened them meanwhile
 * - `seen`: nothing; the act came before and made the record `made`
 */
export type BroadcastRecorded =
  { readonly kind: 'recorded' | 'overtaken' | 'day-full' } | { readonly kind: 'seen'; readonly made: string };

/** Somebody in a broadcast, and what became of their last round; nothing where none is owed. */
export interface AddresseeRow {
  readonly addressee: Addressee;
  readonly delivery?: Pick<Delivery, 'key' | 'state' | 'attempts' | 'message'> | undefined;
}

/** Broadcasts, and whom they are for. Every method is atomic; what resolved is durable. */
export interface BroadcastStore {
  /** Every broadcast of the school, in the order in which they were opened. */
  broadcasts(schoolId: string): Promise<Broadcast[]>;
  broadcast(schoolId: string, id: string): Promise<Broadcast | undefined>;
  /** The broadcast that this act opened before; undefined where it opened none. */
  openedBy(schoolId: string, act: Act): Promise<Broadcast | undefined>;
  /** Everybody in a broadcast, in the order in which they were added. */
  addressees(schoolId: string, broadcastId: string): Promise<AddresseeRow[]>;
  addressee(schoolId: string, id: string): Promise<AddresseeRow | undefined>;
  /** Where this person is an addressee, in every broadcast of the school, in the order in which they were added. */
  addresseesOf(schoolId: string, person: PersonKey): Promise<AddresseeRow[]>;
  /** Rejects with a StoreError `taken` when the reference of a new broadcast exists: draw another. */
  record(change: BroadcastChange): Promise<BroadcastRecorded>;
  /** Removes a broadcast with everybody in it, and with what the ledger says of that. For retention. */
  destroyBroadcast(
    name: { readonly schoolId: string; readonly id: string },
    then: Consequences,
  ): Promise<'destroyed' | 'not-found'>;
}

/** The key of the delivery of somebody's round: what `addressees` looks their delivery up by. */
export function roundKey({ schoolId, broadcastId, id, round }: Addressee): string {
  return `${schoolId}:broadcast:${broadcastId}:${id}:${round}`;
}
