import { describe, expect, test } from 'vitest';
import type { Stores } from '../../src/storage/stores.ts';
import { act, at, delivery, entryDraft, otherSchool, owner, schoolId } from './sample-facts.ts';
import { decided, review } from './sample-reviews.ts';

const nothing = { owed: [], entries: [] };
const told = { owed: [delivery(1)], entries: [entryDraft(1)] };
const settled = delivery(2, {
  subject: { kind: 'review-settled', duty: 'duty-1', dueOn: '2026-12-18', of: 'the reminder' },
});

/** What every ReviewStore promises. `open` gives fresh, empty stores over one place. */
export function describeReviewStoreContract(
  title: string,
  open: () => Promise<Pick<Stores, 'reviews' | 'deliveries' | 'ledger'>>,
): void {
  describe(`a store of reviews (${title})`, () => {
    test('keeps a review with what it leads to, by school and in order', async () => {
      const { reviews, deliveries, ledger } = await open();
      const other = review(1, { schoolId: otherSchool, told: {} });
      expect(await reviews.record({ review: review(2), at: at(1), then: told })).toBe('recorded');
      expect(await reviews.record({ review: review(1), at: at(2), then: { ...nothing, owed: [settled] } })).toBe(
        'recorded',
      );
      expect(await reviews.record({ review: other, at: at(3), then: nothing })).toBe('recorded');
      expect(await reviews.reviews(schoolId)).toEqual([review(2), review(1)]);
      expect(await reviews.reviews(otherSchool)).toEqual([other]);
      expect(await deliveries.find(delivery(1).key)).toEqual(delivery(1));
      expect(await deliveries.find(settled.key)).toEqual(settled);
      expect(await ledger.head({ schoolId, chain: 'questions' })).toMatchObject({ seq: 1 });
    });

    test('replaces a review by its next revision, and tells whoever saw an older one', async () => {
      const { reviews, ledger } = await open();
      const begun = review(1, { begun: { by: owner, at: at(2) }, revision: 2 });
      const done = {
        ...begun,
        told: { owner: 4, chair: 0, early: '2026-11-02', settled: true } as const,
        done: decided,
        revision: 3,
      };
      expect(await reviews.record({ review: begun, at: at(1), then: told })).toBe('overtaken');
      await reviews.record({ review: review(1), at: at(1), then: nothing });
      expect(await reviews.record({ review: review(1), at: at(1), then: told })).toBe('overtaken');
      expect(await reviews.record({ review: begun, at: at(2), then: nothing })).toBe('recorded');
      expect(await reviews.record({ review: begun, at: at(2), then: told })).toBe('overtaken');
      expect(await reviews.record({ review: done, at: at(3), then: nothing })).toBe('recorded');
      expect(await reviews.reviews(schoolId)).toEqual([done]);
      expect(await ledger.head({ schoolId, chain: 'questions' })).toBeUndefined();
    });

    test('has one review of a duty for each of its days, and of two at once one', async () => {
      const { reviews } = await open();
      const later = review(1, { dueOn: '2027-12-18' });
      await reviews.record({ review: later, at: at(1), then: nothing });
      const same = { review: review(1), at: at(2), then: nothing };
      const outcomes = await Promise.all([reviews.record(same), reviews.record(same), reviews.record(same)]);
      expect(outcomes.sort()).toEqual(['overtaken', 'overtaken', 'recorded']);
      expect(await reviews.reviews(schoolId)).toEqual([later, review(1)]);
    });

    test('takes an act once for each deed, and gives one back that was overtaken', async () => {
      const { reviews, ledger } = await open();
      const once = (n: number, deed: 'begin' | 'record') => ({ act: act(n), deed });
      const begun = review(1, { begun: { by: owner, at: at(2) } });
      const late = { review: { ...begun, revision: 7 }, once: once(1, 'begin'), at: at(2), then: told };
      expect(await reviews.record(late)).toBe('overtaken');
      const change = { review: begun, once: once(1, 'begin'), at: at(2), then: told };
      expect(await reviews.record(change)).toBe('recorded');
      expect(await reviews.record(change)).toBe('seen');
      const done = { ...begun, done: decided, revision: 2 };
      expect(await reviews.record({ review: done, once: once(1, 'record'), at: at(3), then: nothing })).toBe(
        'recorded',
      );
      expect(await reviews.record({ review: done, once: once(1, 'record'), at: at(3), then: told })).toBe('seen');
      expect(await reviews.reviews(schoolId)).toEqual([done]);
      expect(await ledger.head({ schoolId, chain: 'questions' })).toMatchObject({ seq: 1 });
    });

    test('takes nothing that it could not read again', async () => {
      const { reviews } = await open();
      const broken = { review: review(1, { dueOn: 'soon' }), at: at(1), then: nothing };
      await expect(Promise.resolve().then(() => reviews.record(broken))).rejects.toThrow();
      expect(await reviews.reviews(schoolId)).toEqual([]);
    });
  });
}
