import type { ReviewRecorded, ReviewStore } from '../../domain/reviews/review-store.ts';
import { StoredReview } from '../stored-rows.ts';
import type { Committed } from './group-commit.ts';
import { findMade, recordAct } from './record-act.ts';
import { recordConsequences } from './record-consequences.ts';
import { keys, type StoreData } from './store-data.ts';

/** The reviews section of the lowdb store. */
export function createLowdbReviewStore(db: Committed<StoreData>): ReviewStore {
  return {
    reviews: (schoolId) => Promise.resolve([...db.data().reviews.rows].filter((one) => one.schoolId === schoolId)),

    record: ({ review, once, at, then }) =>
      db.change<ReviewRecorded>((data) => {
        const { schoolId, duty, dueOn, revision } = review;
        const kind = once && (`review-${once.deed}` as const);
        if (once && kind && findMade(data, schoolId, kind, once.act) !== undefined) return { data, result: 'seen' };
        const { rows } = data.reviews;
        if ((rows.get(keys.review(review))?.revision ?? 0) !== revision - 1) return { data, result: 'overtaken' };
        const recorded =
          once && kind ? recordAct(data, { schoolId, kind, act: once.act, made: `${duty} ${dueOn}`, at }) : data;
        const next = { ...recorded, reviews: { rows: rows.with(StoredReview.parse(review)) } };
        return { data: recordConsequences(next, then), result: 'recorded' };
      }),
  };
}
