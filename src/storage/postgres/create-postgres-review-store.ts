import type { ReviewRecorded, ReviewStore } from '../../domain/reviews/review-store.ts';
import { StoredReview } from '../stored-rows.ts';
import type { Database } from './database.ts';
import type { RecordFact } from './group-commit.ts';
import { parseRows } from './rows.ts';

const columns = 'school_id as "schoolId", duty, due_on as "dueOn", told, begun, done, revision';

/** The reviews of policies and other duties on PostgreSQL. Of one review one change is recorded at a time. */
export function createPostgresReviewStore(db: Database, record: RecordFact): ReviewStore {
  return {
    reviews: async (schoolId) =>
      parseRows(
        StoredReview,
        await db.query(`select ${columns} from reviews where school_id = $1 order by n`, [schoolId]),
      ),

    record: ({ review, once, at, then }) => {
      const row = StoredReview.parse(review);
      const { schoolId, duty, dueOn, told, begun, done, revision } = row;
      return record<ReviewRecorded>({
        once: once && {
          ...{ schoolId, kind: `review-${once.deed}`, act: once.act, made: `${duty} ${dueOn}`, at },
          seen: () => Promise.resolve('seen'),
        },
        record: async (session) => {
          const name = [schoolId, duty, dueOn];
          await session.query('select pg_advisory_xact_lock(hashtextextended($1, 9))', [name.join(' ')]);
          const [before] = parseRows(
            StoredReview,
            await session.query(
              `select ${columns} from reviews where school_id = $1 and duty = $2 and due_on = $3`,
              name,
            ),
          );
          if ((before?.revision ?? 0) !== revision - 1) {
            if (once) await session.release();
            return 'overtaken';
          }
          if (before)
            await session.query(
              `update reviews set told = $4, begun = $5, done = $6, revision = $7
               where school_id = $1 and duty = $2 and due_on = $3`,
              [...name, ...[told, begun, done].map((part) => (part ? JSON.stringify(part) : null)), revision],
            );
          else session.insert('reviews', row);
          session.conclude(then);
          return 'recorded';
        },
      });
    },
  };
}
