import type { AbsenceStore } from '../../domain/people/absence.ts';
import { idTaken } from '../../domain/store-error.ts';
import { StoredAbsence } from '../stored-rows.ts';
import type { Database } from './database.ts';
import { recordConsequences } from './record-consequences.ts';
import { parseFirst, parseRows } from './rows.ts';
import { takeAct } from './take-act.ts';

const columns = `id, school_id as "schoolId", person_id as "personId", cover, first_day as "from", last_day as "to", at,
  ended_at as "endedAt"`;
const byId = `select ${columns} from absences where school_id = $1 and id = $2`;

/** Who said in Teams that they are away, on PostgreSQL. */
export function createPostgresAbsenceStore(db: Database): AbsenceStore {
  return {
    absences: async (schoolId, today) => {
      const text = `select ${columns} from absences where school_id = $1 and last_day >= $2 order by n`;
      return parseRows(StoredAbsence, await db.query(text, [schoolId, today]));
    },

    findAbsence: async (schoolId, id) => parseFirst(StoredAbsence, await db.query(byId, [schoolId, id])),

    addAbsence: (act, absence, then) =>
      db.transaction(async (session) => {
        const row = StoredAbsence.parse(absence);
        const { id, schoolId, at } = row;
        const taken = await takeAct(session, { schoolId, kind: 'absence', act, made: id, at });
        if (taken.kind === 'seen') {
          const first = parseFirst(StoredAbsence, await session.query(byId, [schoolId, taken.made]));
          if (!first) throw new Error('the absence that an act made is not stored');
          return first;
        }
        const added = await session.query(
          `insert into absences (school_id, id, person_id, cover, first_day, last_day, at, ended_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
          [schoolId, id, row.personId, row.cover, row.from, row.to, at, row.endedAt ?? null],
        );
        if (added.length === 0) throw idTaken();
        await recordConsequences(session, then);
        return row;
      }),

    endAbsence: (schoolId, id, at, then) =>
      db.transaction<'ended' | 'not-found'>(async (session) => {
        const ended = await session.query(
          'update absences set ended_at = $3 where school_id = $1 and id = $2 and ended_at is null returning id',
          [schoolId, id, at],
        );
        if (ended.length > 0) {
          await recordConsequences(session, then);
          return 'ended';
        }
        // Ended before: by somebody else, or by this call, whose connection was lost.
        return (await session.query(byId, [schoolId, id])).length > 0 ? 'ended' : 'not-found';
      }),
  };
}
