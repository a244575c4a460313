import { randomUUID } from 'node:crypto';
import type { IncidentDraft } from '../../domain/incidents/incident-draft.ts';
import type { IncidentStore } from '../../domain/incidents/incident-store.ts';
import { idTaken } from '../../domain/store-error.ts';
import { StoredDraft } from '../stored-rows.ts';
import type { Database, Session } from './database.ts';
import { recordConsequences, recordOwed } from './record-consequences.ts';
import { parseFirst, parseRows } from './rows.ts';
import { takeAct } from './take-act.ts';

type DraftMethods = Pick<
  IncidentStore,
  'startDraft' | 'findDraft' | 'draftsOf' | 'draftsDue' | 'saveDraft' | 'endDraft'
>;

const columns = `id, school_id as "schoolId",
  json_build_object('tenantId', reporter_tenant_id, 'objectId', reporter_object_id) as reporter,
  state, revision, sealed_answers as "sealedAnswers", typing, started_at as "startedAt", touched_at as "touchedAt",
  asked, next_ask_at as "nextAskAt", cards`;
const byId = `select ${columns} from incident_drafts where school_id = $1 and id = $2`;

/** The drafts on PostgreSQL. */
export function createDrafts(db: Database): DraftMethods {
  return {
    startDraft: (act, draft) =>
      db.transaction(async (session) => {
        const row = StoredDraft.parse(draft);
        const { id, schoolId, startedAt } = row;
        const taken = await takeAct(session, { schoolId, kind: 'draft', act, made: id, at: startedAt });
        if (taken.kind === 'new') {
          await insertDraft(session, row);
          return row;
        }
        const first = parseFirst(StoredDraft, await session.query(byId, [schoolId, taken.made]));
        if (!first) throw new Error('the draft that an act made is not stored');
        return first;
      }),

    findDraft: async (schoolId, id) => parseFirst(StoredDraft, await db.query(byId, [schoolId, id])),

    draftsOf: async (schoolId, { tenantId, objectId }) => {
      const rows = await db.query(
        `select ${columns} from incident_drafts
         where school_id = $1 and reporter_tenant_id = $2 and reporter_object_id = $3 and state = 'open'
         order by n desc`,
        [schoolId, tenantId, objectId],
      );
      return parseRows(StoredDraft, rows);
    },

    draftsDue: async (now) => {
      const text = `select ${columns} from incident_drafts where state = 'open' and next_ask_at <= $1 order by n`;
      return parseRows(StoredDraft, await db.query(text, [now]));
    },

    saveDraft: (draft, owed = []) => {
      const call = randomUUID();
      return db.transaction<'saved' | 'outdated' | 'ended'>(async (session) => {
        const row = StoredDraft.parse(draft);
        const saved = await session.query(
          `update incident_drafts
           set state = $3, revision = $4, sealed_answers = $5, typing = $6, touched_at = $7, asked = $8,
             next_ask_at = $9, cards = $10, last_call = $11
           where school_id = $1 and id = $2 and state = 'open' and revision = $4 - 1
           returning id`,
          [
            row.schoolId,
            row.id,
            row.state,
            row.revision,
            row.sealedAnswers,
            row.typing,
            row.touchedAt,
            row.asked,
            row.nextAskAt,
            JSON.stringify(row.cards),
            call,
          ],
        );
        if (saved.length > 0) {
          await recordOwed(session, owed);
          return 'saved';
        }
        const [known] = await session.query(
          'select state, last_call from incident_drafts where school_id = $1 and id = $2',
          [row.schoolId, row.id],
        );
        if (known?.last_call === call) return 'saved';
        return known?.state === 'open' ? 'outdated' : 'ended';
      });
    },

    endDraft: (seen, state, then) => {
      const call = randomUUID();
      return db.transaction<'ended' | 'outdated' | 'ended-before'>(async (session) => {
        if (await endDraft(session, { ...seen, state, call })) {
          await recordConsequences(session, then);
          return 'ended';
        }
        const [known] = await session.query(
          'select state, last_call from incident_drafts where school_id = $1 and id = $2',
          [seen.schoolId, seen.id],
        );
        if (known?.last_call === call) return 'ended';
        return known?.state === 'open' ? 'outdated' : 'ended-before';
      });
    },
  };
}

/** Ends the draft and destroys its answers; `false` when it is not open, or has another revision than the one given. */
export async function endDraft(
  session: Session,
  {
    schoolId,
    id,
    revision,
    state,
    call,
  }: {
    schoolId: string;
    id: string;
    revision: number | undefined;
    state: Exclude<IncidentDraft['state'], 'open'>;
    call: string;
  },
): Promise<boolean> {
  const ended = await session.query(
    `update incident_drafts set state = $3, revision = revision + 1, sealed_answers = '', last_call = $4
     where school_id = $1 and id = $2 and state = 'open' and revision = coalesce($5, revision) returning id`,
    [schoolId, id, state, call, revision ?? null],
  );
  return ended.length > 0;
}

async function insertDraft(session: Session, row: IncidentDraft): Promise<void> {
  const added = await session.query(
    `insert into incident_drafts (school_id, id, reporter_tenant_id, reporter_object_id, state, revision,
       sealed_answers, typing, started_at, touched_at, asked, next_ask_at, cards)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing returning id`,
    [
      row.schoolId,
      row.id,
      row.reporter.tenantId,
      row.reporter.objectId,
      row.state,
      row.revision,
      row.sealedAnswers,
      row.typing,
      row.startedAt,
      row.touchedAt,
      row.asked,
      row.nextAskAt,
      JSON.stringify(row.cards),
    ],
  );
  if (added.length === 0) throw idTaken();
}
