import { z } from 'zod/v4';
import { progressOf, type Progress } from '../../domain/signoffs/progress.ts';
import { signatoryStates } from '../../domain/signoffs/signatory.ts';
import type { Destroyed, SignoffChange, SignoffRecorded, SignoffStore } from '../../domain/signoffs/signoff-store.ts';
import { StoredCampaign, StoredQuestion, StoredReceipt, StoredSignatory } from '../stored-rows.ts';
import type { Database } from './database.ts';
import type { FactSession } from './fact.ts';
import type { RecordFact } from './group-commit.ts';
import { holdRevisions, putRevisions } from './put-revisions.ts';
import { parseFirst, parseRows } from './rows.ts';
import { findMade } from './take-act.ts';

const person = `case when object_id is not null
  then json_build_object('tenantId', tenant_id, 'objectId', object_id) end as person`;
const campaigns = `select id, school_id as "schoolId", document, groups, why, due_on as "dueOn", chase_every as "chaseEvery",
  state, opened_by as "openedBy", opened_at as "openedAt", confirmed, closed, revision from campaigns`;
const signatories = `select id, school_id as "schoolId", campaign_id as "campaignId", ${person}, listed, name, groups, state,
  due_on as "dueOn", asked, asked_at as "askedAt", question_id as "questionId", reason, changed_at as "changedAt", revision
  from signatories`;
const receipts = `select id, school_id as "schoolId", campaign_id as "campaignId", signatory_id as "signatoryId", ${person},
  listed, name, typed_name as "typedName", at, how, document, statements_hash as "statementsHash", salt, commitment
  from signoff_receipts`;
const ofPerson = 'where school_id = $1 and tenant_id = $2 and object_id = $3 order by n';
const ofCampaign = 'where school_id = $1 and campaign_id = $2 order by n';

const StateCount = z.strictObject({ campaignId: z.string(), state: z.enum(signatoryStates), count: z.int() });

/** Campaigns, signatories and receipts on PostgreSQL. */
export function createPostgresSignoffStore(db: Database, record: RecordFact): SignoffStore {
  return {
    campaigns: async (schoolId) =>
      parseRows(StoredCampaign, await db.query(`${campaigns} where school_id = $1 order by n`, [schoolId])),
    campaign: async (schoolId, id) =>
      parseFirst(StoredCampaign, await db.query(`${campaigns} where school_id = $1 and id = $2`, [schoolId, id])),
    live: async () => parseRows(StoredCampaign, await db.query(`${campaigns} where state <> 'closed' order by n`)),
    signatories: async (schoolId, campaignId) =>
      parseRows(StoredSignatory, await db.query(`${signatories} ${ofCampaign}`, [schoolId, campaignId])),
    progress: async (schoolId) => {
      const text = `select campaign_id as "campaignId", state, count(*)::integer as count from signatories
        where school_id = $1 group by campaign_id, state`;
      const found = new Map<string, Progress>();
      for (const { campaignId, state, count } of parseRows(StateCount, await db.query(text, [schoolId]))) {
        const before = found.get(campaignId) ?? progressOf([]);
        found.set(campaignId, { ...before, [state]: count, audience: before.audience + count });
      }
      return found;
    },
    signatory: async (schoolId, id) =>
      parseFirst(StoredSignatory, await db.query(`${signatories} where school_id = $1 and id = $2`, [schoolId, id])),
    signatoriesOf: async (schoolId, { tenantId, objectId }) =>
      parseRows(StoredSignatory, await db.query(`${signatories} ${ofPerson}`, [schoolId, tenantId, objectId])),
    receipts: async (schoolId, campaignId) =>
      parseRows(StoredReceipt, await db.query(`${receipts} ${ofCampaign}`, [schoolId, campaignId])),
    receipt: async (schoolId, id) =>
      parseFirst(StoredReceipt, await db.query(`${receipts} where school_id = $1 and id = $2`, [schoolId, id])),
    receiptOf: async (schoolId, signatoryId) => {
      const text = `${receipts} where school_id = $1 and signatory_id = $2`;
      return parseFirst(StoredReceipt, await db.query(text, [schoolId, signatoryId]));
    },
    receiptsOf: async (schoolId, { tenantId, objectId }) =>
      parseRows(StoredReceipt, await db.query(`${receipts} ${ofPerson}`, [schoolId, tenantId, objectId])),
    made: (schoolId, deed, act) => findMade(db, schoolId, `signoff-${deed}`, act),

    record: (change) => {
      const { schoolId, once, at } = change;
      return record<SignoffRecorded>({
        once: once && {
          ...{ schoolId, kind: `signoff-${once.deed}`, act: once.act, made: once.made, at },
          seen: (made) => Promise.resolve({ kind: 'seen', made }),
        },
        record: async (session) => {
          if (await isOvertaken(session, change)) {
            if (once) await session.release();
            return { kind: 'overtaken' };
          }
          await write(session, change);
          return { kind: 'recorded' };
        },
      });
    },

    destroySignatory: ({ schoolId, id }, then) =>
      record<Destroyed>({
        record: async (session) => {
          const gone = await session.query('delete from signatories where school_id = $1 and id = $2 returning id', [
            schoolId,
            id,
          ]);
          if (gone.length === 0) return 'not-found';
          await session.query('delete from signoff_receipts where school_id = $1 and signatory_id = $2', [
            schoolId,
            id,
          ]);
          session.conclude(then);
          return 'destroyed';
        },
      }),

    destroyCampaign: ({ schoolId, id }, then) =>
      record<Destroyed | 'in-use'>({
        record: async (session) => {
          await session.query('select pg_advisory_xact_lock(hashtextextended($1, 8))', [`${schoolId} ${id}`]);
          const there = 'select from signatories where school_id = $1 and campaign_id = $2 limit 1';
          if ((await session.query(there, [schoolId, id])).length > 0) return 'in-use';
          const gone = await session.query('delete from campaigns where school_id = $1 and id = $2 returning id', [
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

/** Whether a row is of another revision by now, or somebody new is in the campaign already. Holds what it looked at. */
async function isOvertaken(session: FactSession, change: SignoffChange): Promise<boolean> {
  const { schoolId, signatories: next = [], receipts: signed = [] } = change;
  const added = next.filter(({ revision }) => revision === 1);
  // In one order, so that two of these never wait for each other.
  for (const campaignId of [...new Set(added.map((one) => one.campaignId))].sort()) {
    await session.query('select pg_advisory_xact_lock(hashtextextended($1, 8))', [`${schoolId} ${campaignId}`]);
    const there = await session.query(
      `select from signatories where school_id = $1 and campaign_id = $2
         and (tenant_id || ' ' || object_id = any($3::text[]) or listed = any($4::text[])) limit 1`,
      [
        ...[schoolId, campaignId],
        added.flatMap((one) => (one.person ? [`${one.person.tenantId} ${one.person.objectId}`] : [])),
        added.flatMap(({ listed }) => (listed === undefined ? [] : [listed])),
      ],
    );
    if (there.length > 0) return true;
  }
  if (!(await holdRevisions(session, 'campaigns', change.campaigns ?? []))) return true;
  if (!(await holdRevisions(session, 'signatories', next))) return true;
  if (signed.length === 0) return false;
  const before = await session.query(
    'select from signoff_receipts where school_id = $1 and signatory_id = any($2::text[]) limit 1',
    [schoolId, signed.map(({ signatoryId }) => signatoryId)],
  );
  return before.length > 0;
}

async function write(session: FactSession, change: SignoffChange): Promise<void> {
  const campaignRows = (change.campaigns ?? []).map((row) => StoredCampaign.parse(row));
  const signatoryRows = (change.signatories ?? []).map((row) => StoredSignatory.parse(row));
  await putRevisions(session, 'campaigns', campaignRows);
  await putRevisions(session, 'signatories', signatoryRows);
  for (const row of change.receipts ?? []) session.insert('receipts', StoredReceipt.parse(row));
  if (change.question) session.insert('questions', StoredQuestion.parse(change.question));
  session.conclude(change.then);
}
