import { z } from 'zod/v4';
import type {
  AddresseeRow,
  BroadcastChange,
  BroadcastRecorded,
  BroadcastStore,
} from '../../domain/broadcasts/broadcast-store.ts';
import { actNames } from '../act-names.ts';
import { DeliveryOfRound, StoredAddressee, StoredBroadcast } from '../stored-rows.ts';
import type { Database, Row } from './database.ts';
import type { FactSession } from './fact.ts';
import type { RecordFact } from './group-commit.ts';
import { holdRevisions, putRevisions } from './put-revisions.ts';
import { parseFirst, parseRows } from './rows.ts';

const broadcasts = `select id, school_id as "schoolId", template, policy_id as "policyId", clause_id as "clauseId", message,
  buttons, audience, channel, send_at as "sendAt", state, opened_by as "openedBy", opened_at as "openedAt", confirmed, ended,
  edition, corrected_at as "correctedAt", revision from broadcasts`;

/** Somebody with the delivery of their round; its key is that of `roundKey`. */
const addressees = `select one.id, one.school_id as "schoolId", one.broadcast_id as "broadcastId",
  case when one.object_id is not null
    then json_build_object('tenantId', one.tenant_id, 'objectId', one.object_id) end as person,
  one.listed, one.name, one.groups, one.round, one.read_at as "readAt", one.acted, one.revision,
  case when owed.key is not null then json_strip_nulls(json_build_object(
    'key', owed.key, 'state', owed.state, 'attempts', owed.attempts, 'message', owed.message)) end as delivery
  from addressees one left join deliveries owed
    on owed.key = one.school_id || ':broadcast:' || one.broadcast_id || ':' || one.id || ':' || one.round`;

/** Broadcasts and whom they are for on PostgreSQL. */
export function createPostgresBroadcastStore(db: Database, record: RecordFact): BroadcastStore {
  return {
    broadcasts: async (schoolId) =>
      parseRows(StoredBroadcast, await db.query(`${broadcasts} where school_id = $1 order by n`, [schoolId])),
    broadcast: async (schoolId, id) =>
      parseFirst(StoredBroadcast, await db.query(`${broadcasts} where school_id = $1 and id = $2`, [schoolId, id])),
    openedBy: async (schoolId, act) => {
      const text = `${broadcasts} where school_id = $1 and id in
        (select made from acts where acts.school_id = $1 and name = any($2::text[]))`;
      return parseFirst(StoredBroadcast, await db.query(text, [schoolId, actNames('broadcast-open', act)]));
    },
    addressees: async (schoolId, broadcastId) => {
      const text = `${addressees} where one.school_id = $1 and one.broadcast_id = $2 order by one.n`;
      return toAddressees(await db.query(text, [schoolId, broadcastId]));
    },
    addressee: async (schoolId, id) => {
      const text = `${addressees} where one.school_id = $1 and one.id = $2`;
      return toAddressees(await db.query(text, [schoolId, id]))[0];
    },
    addresseesOf: async (schoolId, { tenantId, objectId }) => {
      const text = `${addressees} where one.school_id = $1 and one.tenant_id = $2 and one.object_id = $3 order by one.n`;
      return toAddressees(await db.query(text, [schoolId, tenantId, objectId]));
    },

    record: (change) => {
      const { schoolId, once, at } = change;
      return record<BroadcastRecorded>({
        once: once && {
          ...{ schoolId, kind: `broadcast-${once.deed}`, act: once.act, made: once.made, at },
          seen: (made) => Promise.resolve({ kind: 'seen', made }),
        },
        record: async (session) => {
          const refused = (await isFull(session, change))
            ? 'day-full'
            : (await isOvertaken(session, change)) && 'overtaken';
          if (refused) {
            if (once) await session.release();
            return { kind: refused };
          }
          const { broadcasts: changed = [], addressees: next = [], then } = change;
          await putRevisions(
            session,
            'broadcasts',
            changed.map((row) => StoredBroadcast.parse(row)),
          );
          await putRevisions(
            session,
            'addressees',
            next.map((row) => StoredAddressee.parse(row)),
          );
          session.conclude(then);
          return { kind: 'recorded' };
        },
      });
    },

    destroyBroadcast: ({ schoolId, id }, then) =>
      record<'destroyed' | 'not-found'>({
        record: async (session) => {
          await lock(session, schoolId, id);
          const gone = await session.query('delete from broadcasts where school_id = $1 and id = $2 returning id', [
            schoolId,
            id,
          ]);
          if (gone.length === 0) return 'not-found';
          await session.query('delete from addressees where school_id = $1 and broadcast_id = $2', [schoolId, id]);
          session.conclude(then);
          return 'destroyed';
        },
      }),
  };
}

const Joined = z.strictObject({ delivery: DeliveryOfRound.optional() });

function toAddressees(rows: readonly Row[]): AddresseeRow[] {
  const people = parseRows(
    StoredAddressee,
    rows.map(({ delivery: _apart, ...row }) => row),
  );
  const joined = parseRows(
    Joined,
    rows.map(({ delivery }) => ({ delivery })),
  );
  return people.map((addressee, n) => ({ addressee, ...joined[n] }));
}

/** Nobody else adds people to this broadcast, or destroys it, until the transaction has ended. */
async function lock(session: FactSession, schoolId: string, broadcastId: string): Promise<void> {
  await session.query('select pg_advisory_xact_lock(hashtextextended($1, 9))', [`${schoolId} ${broadcastId}`]);
}

const Count = z.strictObject({ count: z.int() });

/** Whether as many others go out on that day as may. Nobody else of the school asks until the transaction has ended. */
async function isFull(
  session: FactSession,
  { schoolId, within, broadcasts: own = [] }: BroadcastChange,
): Promise<boolean> {
  if (!within) return false;
  await session.query('select pg_advisory_xact_lock(hashtextextended($1, 10))', [schoolId]);
  const text = `select count(*)::integer as count from broadcasts where school_id = $1 and id <> all($2::text[])
    and send_at >= $3 and send_at < $4 and (ended is null or (ended ->> 'at')::instant > send_at)`;
  const found = await session.query(text, [schoolId, own.map(({ id }) => id), within.from, within.until]);
  return (parseFirst(Count, found)?.count ?? 0) >= within.count;
}

/** Whether a row is of another revision by now, or somebody new is in the broadcast already. Holds what it looked at. */
async function isOvertaken(session: FactSession, change: BroadcastChange): Promise<boolean> {
  const { schoolId, broadcasts: changed = [], addressees: next = [] } = change;
  const added = next.filter(({ revision }) => revision === 1);
  // In one order, so that two of these never wait for each other.
  for (const broadcastId of [...new Set(added.map((one) => one.broadcastId))].sort()) {
    await lock(session, schoolId, broadcastId);
    const there = await session.query(
      `select from addressees where school_id = $1 and broadcast_id = $2
         and (tenant_id || ' ' || object_id = any($3::text[]) or listed = any($4::text[])) limit 1`,
      [
        ...[schoolId, broadcastId],
        added.flatMap(({ person }) => (person ? [`${person.tenantId} ${person.objectId}`] : [])),
        added.flatMap(({ listed }) => (listed === undefined ? [] : [listed])),
      ],
    );
    if (there.length > 0) return true;
  }
  if (!(await holdRevisions(session, 'broadcasts', changed))) return true;
  return !(await holdRevisions(session, 'addressees', next));
}
