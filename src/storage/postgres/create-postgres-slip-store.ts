import { z } from 'zod/v4';
import { resealed, sealedOfSlip, slipAt } from '../../domain/slips/sealed-places.ts';
import type { SlipRecorded, SlipStore } from '../../domain/slips/slip-store.ts';
import type { Slip } from '../../domain/slips/slip.ts';
import { StoredSlip } from '../stored-rows.ts';
import type { Database, Session } from './database.ts';
import type { RecordFact } from './group-commit.ts';
import { parseFirst, parseRows } from './rows.ts';

const columns = `id, school_id as "schoolId", way, kind, title, at_end as "atEnd", clause,
  json_build_object('tenantId', author_tenant_id, 'objectId', author_object_id) as author,
  sealed_text as "sealedText", at, told, events, revision`;
const byId = `select ${columns} from slips where school_id = $1 and id = $2`;

const SchoolId = z.strictObject({ schoolId: z.string() });

/** What people told and asked, on PostgreSQL. Of one slip one change is recorded at a time. */
export function createPostgresSlipStore(db: Database, record: RecordFact): SlipStore {
  const all = async (schoolId: string) =>
    parseRows(StoredSlip, await db.query(`select ${columns} from slips where school_id = $1 order by n`, [schoolId]));
  const find = async (schoolId: string, id: string) => parseFirst(StoredSlip, await db.query(byId, [schoolId, id]));

  return {
    submit: async (act, slip, then) => {
      const row = StoredSlip.parse(slip);
      const { id, schoolId, at } = row;
      return record({
        once: {
          ...{ schoolId, kind: 'slip', act, made: id, at },
          seen: async (made) => {
            const first = await find(schoolId, made);
            if (!first) throw new Error('the slip that an act made is not stored');
            return first;
          },
        },
        record: (session) => {
          session.insert('slips', row);
          session.conclude(then);
          return Promise.resolve(row);
        },
      });
    },

    record: async ({ slip, once, at, then }) => {
      const row = StoredSlip.parse(slip);
      const { schoolId, id, revision } = row;
      return record<SlipRecorded>({
        once: once && {
          ...{ schoolId, kind: `slip-${once.deed}`, act: once.act, made: id, at },
          seen: () => Promise.resolve('seen'),
        },
        record: async (session) => {
          if ((await lock(session, schoolId, id))?.revision !== revision - 1) {
            if (once) await session.release();
            return 'overtaken';
          }
          await update(session, row);
          session.conclude(then);
          return 'recorded';
        },
      });
    },

    find,
    all,

    of: async (schoolId, { tenantId, objectId }) =>
      parseRows(
        StoredSlip,
        await db.query(
          `select ${columns} from slips
           where school_id = $1 and author_object_id = $2 and author_tenant_id = $3 order by n`,
          [schoolId, objectId, tenantId],
        ),
      ),

    schools: async () => {
      const rows = await db.query('select distinct school_id as "schoolId" from slips');
      return parseRows(SchoolId, rows).map(({ schoolId }) => schoolId);
    },

    sealed: async (schoolId) => (await all(schoolId)).flatMap(sealedOfSlip),

    reseal: (schoolId, place, old, sealedText) =>
      db.transaction(async (session) => {
        const slip = await lock(session, schoolId, slipAt(place) ?? '');
        // After a lost commit: it was this call that put it there.
        if (slip && sealedOfSlip(slip).some((one) => one.place === place && one.sealedText === sealedText))
          return 'resealed';
        const next = slip && resealed(slip, { place, old, sealedText });
        if (!next) return 'changed';
        await update(session, next);
        return 'resealed';
      }),

    destroySlip: ({ schoolId, id }, then) =>
      record<'destroyed' | 'not-found'>({
        record: async (session) => {
          const gone = await session.query('delete from slips where school_id = $1 and id = $2 returning id', [
            schoolId,
            id,
          ]);
          if (gone.length === 0) return 'not-found';
          session.conclude(then);
          return 'destroyed';
        },
      }),
  };
}

async function lock(session: Session, schoolId: string, id: string): Promise<Slip | undefined> {
  return parseFirst(StoredSlip, await session.query(`${byId} for update`, [schoolId, id]));
}

/** Of a slip nothing changes but who was told, what happened and what is sealed. */
async function update(session: Session, { schoolId, id, sealedText, told, events, revision }: Slip): Promise<void> {
  await session.query(
    'update slips set sealed_text = $3, told = $4, events = $5, revision = $6 where school_id = $1 and id = $2',
    [schoolId, id, sealedText, JSON.stringify(told), JSON.stringify(events), revision],
  );
}
