import type { Delivery } from '../delivery/delivery.ts';
import { isChannel } from '../delivery/delivery.ts';
import type { ConversationAddress, StaffTeam } from '../people/person-store.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { School } from '../people/school.ts';
import type { ClockFault } from './clock-fault.ts';
import type { RetentionMemo } from './retention-store.ts';
import { leaverDays } from './retention-table.ts';

export interface LeaverRecords {
  readonly addresses: readonly ConversationAddress[];
  readonly teams: readonly StaffTeam[];
  readonly schools: readonly School[];
  /** Bound sign-in names of each tenant that an address is of. */
  readonly bound: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly deliveries: readonly Delivery[];
  readonly memos: readonly RetentionMemo[];
  readonly clock: ClockFault | undefined;
}

export interface LeaverPlan {
  /** Who is forgotten now. */
  readonly forget: readonly PersonKey[];
  /** How many others are seen nowhere; they are forgotten when their time is over. */
  readonly waiting: number;
  readonly memos: { readonly set: readonly RetentionMemo[]; readonly drop: readonly string[] };
}

const dayMs = 24 * 60 * 60 * 1000;
const prefix = 'left ';
const nameOf = ({ tenantId, objectId }: PersonKey) => `${prefix}${tenantId} ${objectId}`;

/**
 * Whose address is forgotten by `now`: whoever was in no roster and no school.yaml for 30 days, counted from the run that
 * first saw it, and is owed nothing. While the clock is not believed nothing is forgotten and nobody is found to have left.
 */
export function planLeavers(records: LeaverRecords, now: Date): LeaverPlan {
  const { addresses, memos, clock } = records;
  const isServed = servedNow(records);
  const owed = new Set(records.deliveries.filter(isOwed).flatMap(({ to }) => (isChannel(to) ? [] : [nameOf(to)])));
  const since = new Map(memos.filter(({ name }) => name.startsWith(prefix)).map(({ name, at }) => [name, at]));
  const gone = addresses.filter((one) => !isServed(one));
  const isOver = (one: PersonKey) => {
    const at = since.get(nameOf(one));
    return at !== undefined && Date.parse(at) + leaverDays * dayMs <= now.getTime() && !owed.has(nameOf(one));
  };
  const forget = clock ? [] : gone.filter(isOver).map(({ tenantId, objectId }) => ({ tenantId, objectId }));
  const kept = new Set(gone.filter((one) => !forget.some((other) => nameOf(other) === nameOf(one))).map(nameOf));
  const at = now.toISOString();
  return {
    forget,
    waiting: kept.size,
    memos: {
      set: clock ? [] : [...kept].filter((name) => !since.has(name)).map((name) => ({ name, at })),
      drop: clock ? [] : [...since.keys()].filter((name) => !kept.has(name)),
    },
  };
}

function isOwed({ state }: Delivery): boolean {
  return state === 'pending' || state === 'sending';
}

/** Tells who is in a roster of a staff team or in a school.yaml now. */
export function servedNow({
  teams,
  schools,
  bound,
}: Pick<LeaverRecords, 'teams' | 'schools' | 'bound'>): (person: PersonKey) => boolean {
  const members = teams.flatMap(({ tenantId, members: own }) =>
    own.map(({ objectId }) => nameOf({ tenantId, objectId })),
  );
  const people = schools.flatMap(({ people: own }) => own);
  const listed = [...bound].flatMap(([tenantId, upns]) =>
    people.flatMap(({ objectId, upn }) => {
      const known = objectId ?? (upn === undefined ? undefined : upns.get(upn));
      return known === undefined ? [] : [nameOf({ tenantId, objectId: known })];
    }),
  );
  const served = new Set([...members, ...listed]);
  return (person) => served.has(nameOf(person));
}
