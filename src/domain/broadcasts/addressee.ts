import type { PersonKey } from '../people/person-key.ts';
import type { BroadcastButton } from './broadcast.ts';

/** One person in one broadcast. Exactly one of `person` (an account) and `listed` (a line of the school's list) is there. */
export interface Addressee {
  /** 128 random bits, hexadecimal: the ledger names nobody otherwise. */
  readonly id: string;
  readonly schoolId: string;
  readonly broadcastId: string;
  readonly person?: PersonKey | undefined;
  /** The id in the school's list of people without an account. */
  readonly listed?: string | undefined;
  readonly name: string;
  /** Ids of the school's groups that they are in. */
  readonly groups: readonly string[];
  /** How often it was sent to them, or is to be: 0 for whoever has no account, else 1 and one more for each time again. */
  readonly round: number;
  /** When Teams said that they have seen it, where the tenant gives that. */
  readonly readAt?: string | undefined;
  /** The first button that they pressed, or what it asked for done another way (signed). */
  readonly acted?: { readonly what: BroadcastButton; readonly at: string } | undefined;
  /** 1, 2, 3 … with each change. */
  readonly revision: number;
}
