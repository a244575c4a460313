import { z } from 'zod/v4';
import type { PersonStore, RosterSaved, StaffTeam } from '../../domain/people/person-store.ts';
import { StoredAddress, StoredTeam, StoredUpn } from '../stored-rows.ts';
import type { Database, Session } from './database.ts';
import { parseFirst, parseRows } from './rows.ts';

const Bound = z.strictObject({ objectId: z.string() });

const teamColumns = `school_id as "schoolId", tenant_id as "tenantId", team_id as "teamId", team_name as "teamName",
  service_url as "serviceUrl", conversation_id as "conversationId", connected_by as "connectedBy",
  connected_at as "connectedAt", refreshed_at as "refreshedAt"`;

/** Another one after every change of the row: the number of the transaction that wrote it is in it. */
const teamMark = `n || ' ' || xmin::text`;

const addressColumns = `tenant_id as "tenantId", object_id as "objectId", service_url as "serviceUrl",
  conversation_id as "conversationId", user_id as "userId", bot_id as "botId", school_id as "schoolId"`;

/** Who is served, on PostgreSQL. */
export function createPostgresPersonStore(db: Database): PersonStore {
  /** The teams as they were last read, by their marks: everything that somebody writes asks who they are. */
  let known: ReadonlyMap<string, StaffTeam> = new Map();

  return {
    staffTeams: async () => {
      const before = known;
      const rows = await db.query(
        `select ${teamMark} as mark, ${teamColumns}, case when ${teamMark} = any($1::text[]) then null else members end as members
         from staff_teams order by n`,
        [[...before.keys()]],
      );
      const teams = rows.map(({ mark, ...row }) => {
        const team = before.get(String(mark)) ?? parseFirst(StoredTeam, [row]);
        return [String(mark), team] as const;
      });
      known = new Map(teams.flatMap(([mark, team]) => (team ? [[mark, team]] : [])));
      return [...known.values()];
    },

    saveStaffTeam: (team) =>
      db.transaction<'saved' | 'other-school'>(async (session) => {
        const row = StoredTeam.parse(team);
        const saved = await session.query(
          `insert into staff_teams as old (school_id, tenant_id, team_id, team_name, service_url, conversation_id,
             connected_by, connected_at, refreshed_at, members)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
           on conflict (tenant_id, team_id) do update
             set team_name = $4, service_url = $5, conversation_id = $6, connected_by = $7, connected_at = $8,
               refreshed_at = $9, members = $10
             where old.school_id = $1
           returning team_id`,
          [
            row.schoolId,
            row.tenantId,
            row.teamId,
            row.teamName,
            row.serviceUrl,
            row.conversationId,
            row.connectedBy,
            row.connectedAt,
            row.refreshedAt,
            JSON.stringify(row.members),
          ],
        );
        return saved.length > 0 ? 'saved' : 'other-school';
      }),

    saveRoster: ({ tenantId, teamId, members, refreshedAt }) =>
      db.transaction<RosterSaved>(async (session) => {
        const known = await lockTeam(session, tenantId, teamId);
        if (!known) return 'not-connected';
        if (known.refreshedAt > refreshedAt) return 'outdated';
        await saveMembers(session, StoredTeam.parse({ ...known, members, refreshedAt }));
        return 'saved';
      }),

    dropMembers: (tenantId, teamId, objectIds) =>
      db.transaction(async (session) => {
        const known = await lockTeam(session, tenantId, teamId);
        if (!known) return;
        const members = known.members.filter(({ objectId }) => !objectIds.includes(objectId));
        await saveMembers(session, { ...known, members });
      }),

    removeStaffTeam: (tenantId, teamId) =>
      db.transaction(async (session) => {
        await session.query('delete from staff_teams where tenant_id = $1 and team_id = $2', [tenantId, teamId]);
      }),

    bindUpn: (tenantId, name, objectId) =>
      db.transaction(async (session) => {
        const upn = name.toLowerCase();
        await session.query(
          'insert into bound_upns (tenant_id, upn, object_id) values ($1, $2, $3) on conflict do nothing',
          [tenantId, upn, objectId],
        );
        const rows = await session.query(
          'select object_id as "objectId" from bound_upns where tenant_id = $1 and upn = $2',
          [tenantId, upn],
        );
        return parseFirst(Bound, rows)?.objectId ?? objectId;
      }),

    boundUpns: async (tenantId) => {
      const rows = await db.query(
        'select tenant_id as "tenantId", upn, object_id as "objectId" from bound_upns where tenant_id = $1',
        [tenantId],
      );
      return new Map(parseRows(StoredUpn, rows).map(({ upn, objectId }) => [upn, objectId]));
    },

    rememberAddress: (address) =>
      db.transaction(async (session) => {
        const { tenantId, objectId, serviceUrl, conversationId, userId, botId, schoolId } =
          StoredAddress.parse(address);
        await session.query(
          `insert into addresses as old (tenant_id, object_id, service_url, conversation_id, user_id, bot_id, school_id)
           values ($1, $2, $3, $4, $5, $6, $7)
           on conflict (tenant_id, object_id) do update
             set service_url = $3, conversation_id = $4, user_id = $5, bot_id = $6, school_id = coalesce($7, old.school_id)
             where (old.service_url, old.conversation_id, old.user_id, old.bot_id, old.school_id)
               is distinct from ($3, $4, $5, $6, coalesce($7, old.school_id))`,
          [tenantId, objectId, serviceUrl, conversationId, userId, botId, schoolId ?? null],
        );
      }),

    addresses: async () => {
      const rows = await db.query(`select ${addressColumns} from addresses order by tenant_id, object_id`);
      return parseRows(StoredAddress, rows);
    },

    forgetPerson: (tenantId, objectId) =>
      db.transaction(async (session) => {
        await session.query('delete from addresses where tenant_id = $1 and object_id = $2', [tenantId, objectId]);
        await session.query('delete from bound_upns where tenant_id = $1 and object_id = $2', [tenantId, objectId]);
      }),

    findAddress: async (tenantId, objectId) => {
      const rows = await db.query(`select ${addressColumns} from addresses where tenant_id = $1 and object_id = $2`, [
        tenantId,
        objectId,
      ]);
      return parseFirst(StoredAddress, rows);
    },

    findAddresses: async (people) => {
      if (people.length === 0) return [];
      const rows = await db.query(
        `select ${addressColumns} from addresses
         where (tenant_id, object_id) in (select * from unnest($1::text[], $2::text[]))`,
        [people.map(({ tenantId }) => tenantId), people.map(({ objectId }) => objectId)],
      );
      return parseRows(StoredAddress, rows);
    },

    probe: () => db.probe(),
  };
}

/** The team as it is now; nobody else changes it until the transaction has ended. */
async function lockTeam(session: Session, tenantId: string, teamId: string): Promise<StaffTeam | undefined> {
  const rows = await session.query(
    `select ${teamColumns}, members from staff_teams where tenant_id = $1 and team_id = $2 for update`,
    [tenantId, teamId],
  );
  return parseFirst(StoredTeam, rows);
}

async function saveMembers(session: Session, { tenantId, teamId, members, refreshedAt }: StaffTeam): Promise<void> {
  await session.query('update staff_teams set members = $3, refreshed_at = $4 where tenant_id = $1 and team_id = $2', [
    tenantId,
    teamId,
    JSON.stringify(members),
    refreshedAt,
  ]);
}
