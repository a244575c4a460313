import { randomUUID } from 'node:crypto';
import { z } from 'zod/v4';
import type { DeliveryStore, Settlement } from '../../domain/delivery/delivery-store.ts';
import { deliveryStates, unsureStates, type Lease } from '../../domain/delivery/delivery.ts';
import { StoredDelivery } from '../stored-rows.ts';
import type { Database } from './database.ts';
import { parseFirst, parseRows } from './rows.ts';

const columns = `key, school_id as "schoolId", subject,
  json_strip_nulls(json_build_object('tenantId', tenant_id, 'objectId', object_id, 'channelId', channel_id)) as "to", on_ambiguous as "onAmbiguous", state,
  not_before as "notBefore", created_at as "createdAt", attempts,
  case when lease_until is not null then json_strip_nulls(
    json_build_object('holder', lease_holder, 'until', lease_until, 'waiting', lease_waiting)) end as lease,
  message,
  case when acknowledged_at is not null then json_build_object('by', acknowledged_by, 'at', acknowledged_at) end
    as acknowledged`;

const atRest = (table: string, ids: string) => `(${table}.rests and ${table}.school_id = any(${ids}::text[]))`;

/**
 * Takes the first due delivery of each recipient to whom nothing is being sent and for whom none waits for its next try.
 * Rows that another instance is about to take are left to it. $6 are the schools at rest.
 */
const claim = `
  with due as (
    select one.n from deliveries one
    where one.state = 'pending' and one.not_before <= $1 and not ${atRest('one', '$6')} and not exists (
      select from deliveries other
      where other.recipient = one.recipient and (
        other.state = 'sending' or (
          other.state = 'pending' and (
            ((other.to_many, other.n) < (one.to_many, one.n) and other.not_before <= $1 and not ${atRest('other', '$6')})
            or (other.not_before > $1 and jsonb_array_length(other.attempts) > 0)
          )
        )
      )
    )
    order by one.to_many, one.n limit $2
    for update of one skip locked
  ), claimed as (
    update deliveries set state = 'sending', lease_holder = $3, lease_until = $4, lease_waiting = true, last_call = $5
    from due where deliveries.n = due.n
    returning deliveries.*
  )
  select ${columns} from claimed order by to_many, n`;

/** $3 and $4 are the rest of the lease as somebody else saw it, where they settle what they do not hold. */
const settle = `
  update deliveries
  set state = $5, attempts = attempts || $6::jsonb, not_before = coalesce($7, not_before),
    message = coalesce($8, message), lease_holder = null, lease_until = null, lease_waiting = null, last_call = $9
  where key = $1 and state = 'sending' and lease_holder = $2
    and ($3::text is null or (lease_until = $3 and lease_waiting is not distinct from $4::boolean))
  returning key`;

/** Written out: only so is the index of those that nobody has acknowledged found. */
const unsureList = unsureStates.map((state) => `'${state}'`).join(', ');

const StateCount = z.strictObject({ state: z.enum(deliveryStates), count: z.int(), oldest: z.string().optional() });

/** The outbox on PostgreSQL. */
export function createPostgresDeliveryStore(db: Database): DeliveryStore {
  function moveOn(key: string, { holder, seen }: { holder: string; seen?: Lease }, settlement: Settlement) {
    const { attempt, state, notBefore, message } = settlement;
    const call = randomUUID();
    return db.transaction<'settled' | 'lost'>(async (session) => {
      const changed = await session.query(settle, [
        key,
        holder,
        seen?.until ?? null,
        seen?.waiting ?? null,
        state,
        JSON.stringify(attempt),
        notBefore ?? null,
        message ? JSON.stringify(message) : null,
        call,
      ]);
      if (changed.length > 0) return 'settled';
      const before = await session.query('select key from deliveries where key = $1 and last_call = $2', [key, call]);
      return before.length > 0 ? 'settled' : 'lost';
    });
  }

  return {
    shared: true,

    claim: (now, { limit, leaseMs, holder, atRest: schools = [] }) => {
      const call = randomUUID();
      const until = new Date(Date.parse(now) + leaseMs).toISOString();
      return db.transaction(async (session) => {
        const before = await session.query(
          `select ${columns} from deliveries where last_call = $1 and state = 'sending' order by to_many, n`,
          [call],
        );
        const rows =
          before.length > 0 ? before : await session.query(claim, [now, limit, holder, until, call, schools]);
        return parseRows(StoredDelivery, rows);
      });
    },

    begin: (key, holder, until) =>
      db.transaction(async (session) => {
        const begun = await session.query(
          `update deliveries set lease_until = $3, lease_waiting = null
           where key = $1 and state = 'sending' and lease_holder = $2 returning key`,
          [key, holder, until],
        );
        return begun.length > 0 ? 'begun' : 'lost';
      }),

    renew: (holders, until) =>
      db.transaction(async (session) => {
        await session.query(
          `update deliveries set lease_until = $2 where state = 'sending' and lease_holder = any($1::text[])`,
          [holders, until],
        );
      }),

    held: async () => {
      const text = `select ${columns} from deliveries where state = 'sending' order by n`;
      return parseRows(StoredDelivery, await db.query(text));
    },

    settle: (key, holder, settlement) => moveOn(key, { holder }, settlement),
    takeOver: (key, seen, settlement) => moveOn(key, { holder: seen.holder, seen }, settlement),

    find: async (key) =>
      parseFirst(StoredDelivery, await db.query(`select ${columns} from deliveries where key = $1`, [key])),

    all: async (schoolId) =>
      parseRows(
        StoredDelivery,
        await db.query(`select ${columns} from deliveries where school_id = $1 order by n`, [schoolId]),
      ),

    unsure: async (prefix = '') => {
      const text = `select ${columns} from deliveries
        where state in (${unsureList}) and acknowledged_at is null and starts_with(key, $1) order by created_at, n`;
      return parseRows(StoredDelivery, await db.query(text, [prefix]));
    },

    acknowledge: (keys, { by, at }) =>
      db.transaction(async (session) => {
        const noted = await session.query(
          `update deliveries set acknowledged_by = $3, acknowledged_at = $4
           where key = any($1::text[]) and state = any($2::text[])
             and (acknowledged_at is null or (acknowledged_by = $3 and acknowledged_at = $4))
           returning key`,
          [keys, unsureStates, by, at],
        );
        return noted.length;
      }),

    summary: async ({ atRest: schools = [] } = {}) => {
      const rows = await db.query(
        `select state, count(*)::integer as count,
           (select min(coalesce(attempts->0->>'at', not_before))
            from deliveries where state in ('pending', 'sending') and not ${atRest('deliveries', '$1')}) as oldest
         from deliveries group by state`,
        [schools],
      );
      const counts = { pending: 0, sending: 0, sent: 0, refused: 0, undeliverable: 0, unknown: 0 };
      const found = parseRows(StateCount, rows);
      for (const { state, count } of found) counts[state] = count;
      const oldestOwed = found[0]?.oldest;
      return { counts, ...(oldestOwed !== undefined && { oldestOwed }) };
    },
  };
}
