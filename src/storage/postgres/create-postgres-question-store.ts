import { z } from 'zod/v4';
import type { HandedQuestion } from '../../domain/questions/handed-question.ts';
import type { QuestionStore } from '../../domain/questions/question-store.ts';
import { StoredGap, StoredMark, StoredQuestion } from '../stored-rows.ts';
import type { Database } from './database.ts';
import type { RecordFact } from './group-commit.ts';
import { parseFirst, parseRows } from './rows.ts';
import { findSealed, replaceSealed } from './sealed-texts.ts';
import { createSuggestions } from './suggestions.ts';

type Answered = Awaited<ReturnType<QuestionStore['answer']>>;

const columns = `id, school_id as "schoolId",
  json_build_object('tenantId', asker_tenant_id, 'objectId', asker_object_id) as asker,
  json_build_object('tenantId', owner_tenant_id, 'objectId', owner_object_id) as owner,
  clause, sealed_text as "sealedText", asked_at as "askedAt",
  case when answer_at is not null then json_build_object('sealedText', answer_sealed_text, 'at', answer_at,
    'by', json_build_object('tenantId', answer_by_tenant_id, 'objectId', answer_by_object_id)) end as answer`;
const byId = `select ${columns} from questions where school_id = $1 and id = $2`;

const SchoolId = z.strictObject({ schoolId: z.string() });
const People = z.strictObject({ people: z.int() });
const ClauseCount = z.strictObject({ clause: z.string(), helpful: z.int(), unhelpful: z.int() });

/** Handed-over questions, marks, suggestions and gaps on PostgreSQL. */
export function createPostgresQuestionStore(db: Database, record: RecordFact): QuestionStore {
  return {
    submit: async (act, question, then) => {
      const row = StoredQuestion.parse(question);
      const { id, schoolId, askedAt } = row;
      return record({
        once: {
          ...{ schoolId, kind: 'question', act, made: id, at: askedAt },
          seen: (made) => questionMade(db, schoolId, made),
        },
        record: (session) => {
          session.insert('questions', row);
          session.conclude(then);
          return Promise.resolve(row);
        },
      });
    },

    answer: (act, { schoolId, id }, answer, then) =>
      record<Answered>({
        once: {
          ...{ schoolId, kind: 'answer', act, made: id, at: answer.at },
          seen: async (made) => ({ kind: 'answered', question: await questionMade(db, schoolId, made) }),
        },
        record: async (session) => {
          const question = parseFirst(StoredQuestion, await session.query(`${byId} for update`, [schoolId, id]));
          if (!question || question.answer) {
            await session.release();
            return question ? { kind: 'answered-before', question } : { kind: 'not-found' };
          }
          const row = StoredQuestion.parse({ ...question, answer });
          await session.query(
            `update questions set answer_sealed_text = $3, answer_at = $4, answer_by_tenant_id = $5, answer_by_object_id = $6
             where school_id = $1 and id = $2`,
            [schoolId, id, answer.sealedText, answer.at, answer.by.tenantId, answer.by.objectId],
          );
          session.conclude(then);
          return { kind: 'answered', question: row };
        },
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

    waiting: async (schoolId) => {
      const rows = await db.query(
        `select count(distinct (asker_tenant_id, asker_object_id))::integer as people
         from questions where school_id = $1 and answer_at is null`,
        [schoolId],
      );
      return parseFirst(People, rows)?.people ?? 0;
    },

    mark: async (act, mark) => {
      const row = StoredMark.parse({ ...mark, n: 0 });
      const { schoolId, clause: made, at } = row;
      return record({
        once: { schoolId, kind: 'mark', act, made, at, seen: () => Promise.resolve() },
        record: (session) => Promise.resolve(session.insert('marks', row)),
      });
    },

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

    ...createSuggestions(db, record),

    reportGap: async (act, gap) => {
      const row = StoredGap.parse(gap);
      const { id: made, schoolId, at } = row;
      return record({
        once: { schoolId, kind: 'gap', act, made, at, seen: () => Promise.resolve() },
        record: (session) => Promise.resolve(session.insert('gaps', row)),
      });
    },

    gaps: async (schoolId) => {
      const rows = await db.query(
        'select id, school_id as "schoolId", sealed_text as "sealedText", at from gaps where school_id = $1 order by n',
        [schoolId],
      );
      return parseRows(StoredGap, rows);
    },

    schools: async () => {
      const rows = await db.query(
        `select school_id as "schoolId" from questions union select school_id from suggestions union select school_id from gaps`,
        [],
      );
      return parseRows(SchoolId, rows).map(({ schoolId }) => schoolId);
    },

    sealed: (schoolId) => findSealed(db, schoolId),
    reseal: (schoolId, place, old, sealedText) => replaceSealed(db, { schoolId, place, old, sealedText }),
  };
}

async function questionMade(db: Database, schoolId: string, id: string): Promise<HandedQuestion> {
  const question = parseFirst(StoredQuestion, await db.query(byId, [schoolId, id]));
  if (!question) throw new Error('the question that an act made is not stored');
  return question;
}
