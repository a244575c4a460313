import type { Suggestion } from '../../domain/questions/handed-question.ts';
import type { QuestionStore } from '../../domain/questions/question-store.ts';
import { StoredSuggestion } from '../stored-rows.ts';
import type { Database } from './database.ts';
import type { RecordFact } from './group-commit.ts';
import { parseFirst, parseRows } from './rows.ts';

type Suggestions = Pick<
  QuestionStore,
  'suggest' | 'decide' | 'dropWords' | 'findSuggestion' | 'suggestions' | 'destroySuggestion'
>;
type Decided = Awaited<ReturnType<Suggestions['decide']>>;

const columns = `id, school_id as "schoolId",
  json_build_object('tenantId', owner_tenant_id, 'objectId', owner_object_id) as owner,
  clause, sealed_text as "sealedText", at,
  case when decided_at is not null then json_build_object('kept', kept, 'at', decided_at) end as decided`;
const byId = `select ${columns} from suggestions where school_id = $1 and id = $2`;

/** The part of the question store that holds suggested words, on PostgreSQL. */
export function createSuggestions(db: Database, record: RecordFact): Suggestions {
  return {
    suggest: async (act, suggestion, then) => {
      const row = StoredSuggestion.parse(suggestion);
      const { id, schoolId, at } = row;
      return record({
        once: {
          ...{ schoolId, kind: 'suggestion', act, made: id, at },
          seen: (made) => suggestionMade(db, schoolId, made),
        },
        record: (session) => {
          session.insert('suggestions', row);
          session.conclude(then);
          return Promise.resolve(row);
        },
      });
    },

    decide: (act, { schoolId, id }, decided, then) =>
      record<Decided>({
        once: {
          ...{ schoolId, kind: 'decision', act, made: id, at: decided.at },
          seen: async (made) => ({ kind: 'decided', suggestion: await suggestionMade(db, schoolId, made) }),
        },
        record: async (session) => {
          const found = await session.query(`${byId} for update`, [schoolId, id]);
          const suggestion = parseFirst(StoredSuggestion, found);
          if (!suggestion || suggestion.decided) {
            await session.release();
            return suggestion ? { kind: 'decided-before', suggestion } : { kind: 'not-found' };
          }
          const row = StoredSuggestion.parse({ ...suggestion, ...(!decided.kept && { sealedText: '' }), decided });
          await session.query(
            `update suggestions set sealed_text = $3, kept = $4, decided_at = $5 where school_id = $1 and id = $2`,
            [schoolId, id, row.sealedText, decided.kept, decided.at],
          );
          session.conclude(then);
          return { kind: 'decided', suggestion: row };
        },
      }),

    dropWords: ({ schoolId, id }) =>
      record<undefined>({
        record: async (session) => {
          const statement = `update suggestions set sealed_text = '' where school_id = $1 and id = $2 and decided_at is not null`;
          await session.query(statement, [schoolId, id]);
          return undefined;
        },
      }),

    findSuggestion: async (schoolId, id) => parseFirst(StoredSuggestion, await db.query(byId, [schoolId, id])),

    suggestions: async (schoolId) => {
      const rows = await db.query(`select ${columns} from suggestions where school_id = $1 order by n desc`, [
        schoolId,
      ]);
      return parseRows(StoredSuggestion, rows);
    },

    destroySuggestion: ({ schoolId, id }) =>
      record<'destroyed' | 'not-found'>({
        record: async (session) => {
          const statement = 'delete from suggestions where school_id = $1 and id = $2 returning id';
          return (await session.query(statement, [schoolId, id])).length === 0 ? 'not-found' : 'destroyed';
        },
      }),
  };
}

async function suggestionMade(db: Database, schoolId: string, id: string): Promise<Suggestion> {
  const suggestion = parseFirst(StoredSuggestion, await db.query(byId, [schoolId, id]));
  if (!suggestion) throw new Error('the suggestion that an act made is not stored');
  return suggestion;
}
