import { z } from 'zod/v4';
import type { HandedQuestion } from '../../domain/questions/handed-question.ts';
import type { QuestionStore } from '../../domain/questions/question-store.ts';
import { idTaken } from '../../domain/store-error.ts';
import { StoredGap, StoredMark, StoredQuestion } from '../stored-rows.ts';
import type { Database, Session } from './database.ts';
import { recordConsequences } from './record-consequences.ts';
import { parseFirst, parseRows } from './rows.ts';
import { findSealed, replaceSealed } from './sealed-texts.ts';
import { findMade, takeAct } from './take-act.ts';

type Answered = Awaited<ReturnType<QuestionStore['answer']>>;

const columns = `id, school_id as "schoolId",
  json_build_object('tenantId', asker_tenant_id, 'objectId', asker_object_id) as asker,
  json_build_object('tenantId', owner_tenant_id, 'objectId', owner_object_id) as owner,
  clause, sealed_text as "sealedText", asked_at as "askedAt",
  case when answer_at is not null then json_build_object('sealedText', answer_sealed_text, 'at', answer_at,
    'by', json_build_object('tenantId', answer_by_tenant_id, 'objectId', answer_by_object_id)) end as answer`;
const byId = `select ${columns} from questions where school_id = $1 and id = $2`;

const SchoolId = z.strictObject({ schoolId: z.string() });
const ClauseCount = z.strictObject({ clause: z.string(), helpful: z.int(), unhelpful: z.int() });

/** Handed-over questions, marks and gaps on PostgreSQL. */
export function createPostgresQuestionStore(db: Database): QuestionStore {
  return {
    submit: (act, question, then) =>
      db.transaction(async (session) => {
        const row = StoredQuestion.parse(question);
        const { id, schoolId, askedAt } = row;
        const taken = await takeAct(session, { schoolId, kind: 'question', act, made: id, at: askedAt });
        if (taken.kind === 'seen') return questionMade(session, schoolId, taken.made);
        await insertQuestion(session, row);
        await recordConsequences(session, then);
        return row;
      }),

    answer: (act, { schoolId, id }, answer, then) =>
      db.transaction<Answered>(async (session) => {
        const question = parseFirst(StoredQuestion, await session.query(`${byId} for update`, [schoolId, id]));
        const made = await findMade(session, schoolId, 'answer', act);
        if (made !== undefined) return { kind: 'answered', question: await questionMade(session, schoolId, made) };
        if (!question) return { kind: 'not-found' };
        if (question.answer) return { kind: 'answered-before', question };
        const row = StoredQuestion.parse({ ...question, answer });
        const taken = await takeAct(session, { schoolId, kind: 'answer', act, made: id, at: answer.at });
        if (taken.kind === 'seen') {
          return { kind: 'answered', question: await questionMade(session, schoolId, taken.made) };
        }
        await session.query(
          `update questions set answer_sealed_text = $3, answer_at = $4, answer_by_tenant_id = $5, answer_by_object_id = $6
           where school_id = $1 and id = $2`,
          [schoolId, id, answer.sealedText, answer.at, answer.by.tenantId, answer.by.objectId],
        );
        await recordConsequences(session, then);
        return { kind: 'answered', question: row };
      }),

    find: async (schoolId, id) => parseFirst(StoredQuestion, await db.query(byId, [schoolId, id])),

    of: async (schoolId, { tenantId, objectId }) => {
      const rows = await db.query(
        `select ${columns} from questions
         where school_id = $1
           and ((asker_tenant_id = $2 and asker_object_id = $3) or (owner_tenant_id = $2 and owner_object_id = $3))
         order by n desc`,
        [schoolId, tenantId, objectId],
      );
      return parseRows(StoredQuestion, rows);
    },

    mark: (act, mark) =>
      db.transaction(async (session) => {
        const { schoolId, clause, helpful, at } = StoredMark.parse({ ...mark, n: 0 });
        const taken = await takeAct(session, { schoolId, kind: 'mark', act, made: clause, at });
        if (taken.kind === 'seen') return;
        await session.query('insert into marks (school_id, clause, helpful, at) values ($1, $2, $3, $4)', [
          schoolId,
          clause,
          helpful,
          at,
        ]);
      }),

    marks: async (schoolId) => {
      const rows = await db.query(
        `select clause, count(*) filter (where helpful)::integer as helpful,
           count(*) filter (where not helpful)::integer as unhelpful
         from marks where school_id = $1 group by clause order by min(n)`,
        [schoolId],
      );
      const counts = parseRows(ClauseCount, rows);
      return new Map(counts.map(({ clause, helpful, unhelpful }) => [clause, { helpful, unhelpful }]));
    },

    reportGap: (act, gap) =>
      db.transaction(async (session) => {
        const { id, schoolId, sealedText, at } = StoredGap.parse(gap);
        const taken = await takeAct(session, { schoolId, kind: 'gap', act, made: id, at });
        if (taken.kind === 'seen') return;
        const added = await session.query(
          'insert into gaps (school_id, id, sealed_text, at) values ($1, $2, $3, $4) on conflict do nothing returning id',
          [schoolId, id, sealedText, at],
        );
        if (added.length === 0) throw idTaken();
      }),

    gaps: async (schoolId) => {
      const rows = await db.query(
        'select id, school_id as "schoolId", sealed_text as "sealedText", at from gaps where school_id = $1 order by n',
        [schoolId],
      );
      return parseRows(StoredGap, rows);
    },

    schools: async () => {
      const rows = await db.query('select school_id as "schoolId" from questions union select school_id from gaps', []);
      return parseRows(SchoolId, rows).map(({ schoolId }) => schoolId);
    },

    sealed: (schoolId) => findSealed(db, schoolId),
    reseal: (schoolId, place, old, sealedText) => replaceSealed(db, { schoolId, place, old, sealedText }),
  };
}

async function questionMade(session: Session, schoolId: string, id: string): Promise<HandedQuestion> {
  const question = parseFirst(StoredQuestion, await session.query(byId, [schoolId, id]));
  if (!question) throw new Error('the question that an act made is not stored');
  return question;
}

async function insertQuestion(session: Session, row: HandedQuestion): Promise<void> {
  const { answer } = row;
  const added = await session.query(
    `insert into questions (school_id, id, asker_tenant_id, asker_object_id, owner_tenant_id, owner_object_id, clause,
       sealed_text, asked_at, answer_sealed_text, answer_at, answer_by_tenant_id, answer_by_object_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing returning id`,
    [
      row.schoolId,
      row.id,
      row.asker.tenantId,
      row.asker.objectId,
      row.owner.tenantId,
      row.owner.objectId,
      row.clause ?? null,
      row.sealedText,
      row.askedAt,
      answer?.sealedText ?? null,
      answer?.at ?? null,
      answer?.by.tenantId ?? null,
      answer?.by.objectId ?? null,
    ],
  );
  if (added.length === 0) throw idTaken();
}
