import type { SafeguardingPlaceStore } from '../../domain/incidents/safeguarding-place.ts';
import { StoredPlace } from '../stored-rows.ts';
import type { Database } from './database.ts';
import { recordConsequences } from './record-consequences.ts';
import { parseFirst, parseRows } from './rows.ts';

const columns = `school_id as "schoolId", tenant_id as "tenantId", channel_id as "channelId", team_id as "teamId",
  team_name as "teamName", channel_name as "channelName", kind, service_url as "serviceUrl",
  connected_by as "connectedBy", connected_at as "connectedAt", accepted_at as "acceptedAt",
  checked_at as "checkedAt", check_result as "check"`;

/** The safeguarding channels on PostgreSQL. */
export function createPostgresPlaceStore(db: Database): SafeguardingPlaceStore {
  return {
    places: async (schoolId) => {
      const text = `select ${columns} from safeguarding_places where school_id = $1 order by n`;
      return parseRows(StoredPlace, await db.query(text, [schoolId]));
    },

    findPlace: async (tenantId, channelId) => {
      const text = `select ${columns} from safeguarding_places where tenant_id = $1 and channel_id = $2`;
      return parseFirst(StoredPlace, await db.query(text, [tenantId, channelId]));
    },

    savePlace: (place, then) =>
      db.transaction<'saved' | 'other-school'>(async (session) => {
        const row = StoredPlace.parse(place);
        const saved = await session.query(
          `insert into safeguarding_places as old (school_id, tenant_id, channel_id, team_id, team_name, channel_name,
             kind, service_url, connected_by, connected_at, accepted_at, checked_at, check_result)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
           on conflict (tenant_id, channel_id) do update
             set team_id = $4, team_name = $5, channel_name = $6, kind = $7, service_url = $8, connected_by = $9,
               connected_at = $10, accepted_at = $11, checked_at = $12, check_result = $13
             where old.school_id = $1
           returning channel_id`,
          [
            row.schoolId,
            row.tenantId,
            row.channelId,
            row.teamId,
            row.teamName,
            row.channelName,
            row.kind,
            row.serviceUrl,
            row.connectedBy,
            row.connectedAt,
            row.acceptedAt ?? null,
            row.checkedAt ?? null,
            row.check ?? null,
          ],
        );
        if (saved.length === 0) return 'other-school';
        await recordConsequences(session, then);
        return 'saved';
      }),

    removePlace: (tenantId, channelId) =>
      db.transaction(async (session) => {
        await session.query('delete from safeguarding_places where tenant_id = $1 and channel_id = $2', [
          tenantId,
          channelId,
        ]);
      }),
  };
}
