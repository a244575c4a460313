import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAskingTime } from '../../../src/domain/people/asking-time.ts';
import { isOpenOn, moveDay } from '../../../src/domain/people/school-days.ts';
import { schoolDay } from '../../../src/domain/people/school-day.ts';
import { recordReview } from '../../../src/domain/reviews/record-review.ts';
import { dutiesOf } from '../../../src/domain/reviews/duty.ts';
import { withReviews } from '../../../src/domain/reviews/moved-dates.ts';
import { openReviewWorld, policyOf } from '../../support/review-world.ts';

const first = '2026-09-01';
const days = 730;
const dayMs = 86_400_000;

/** One day: at which hours somebody looks (none: the bot is off), whether the clock is a day off, and what is reviewed. */
const day = fc.record({
  hours: fc.oneof(
    { weight: 6, arbitrary: fc.tuple(fc.nat({ max: 23 })) },
    { weight: 1, arbitrary: fc.uniqueArray(fc.nat({ max: 23 }), { minLength: 2, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.constant([]) },
  ),
  off: fc.oneof({ weight: 30, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(-1, 1) }),
  planners: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constantFrom(2, 4) }),
  reviewed: fc.oneof({ weight: 60, arbitrary: fc.constant(-1) }, { weight: 1, arbitrary: fc.nat({ max: 2 }) }),
});
const dueOn = fc.integer({ min: -40, max: days + 60 }).map((n) => moveDay(first, n));

/** How many of 90, 60, 30 and 7 days before, and of the weeks after, a school day has reached, counted day by day. */
function reachedOn(school: Parameters<typeof isOpenOn>[0], due: string, today: string): number {
  if (today > due) {
    let weeks = 0;
    for (let at = moveDay(due, 8); at <= today; at = moveDay(at, 7)) weeks += 1;
    return 4 + weeks;
  }
  const isReached = (before: number) => {
    for (let at = moveDay(today, 1); at <= moveDay(due, -before); at = moveDay(at, 1))
      if (isOpenOn(school, at)) return false;
    return true;
  };
  return [90, 60, 30, 7].filter(isReached).length - 1;
}

const rankOf = (stage: string) => {
  const [kind, n = ''] = stage.split('-');
  if (kind === 'before') return ['90', '60', '30', '7'].indexOf(n);
  return kind === 'chair' ? 1_000 + Number(n) : 4 + Number(n);
};

test('over two years each reminder goes out once, the newest only, in order, at a time for it, and none is missed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(dueOn, dueOn, dueOn),
      fc.array(day, { minLength: 60, maxLength: 90 }),
      async (due, plan) => {
        const world = await openReviewWorld({
          policies: [
            policyOf('phones', { reviewDue: due[0], reviewEvery: 6 }),
            policyOf('safety', { owner: 'dsl', reviewDue: due[1] }),
          ],
          duties: [{ id: 'contacts', title: 'Check of contacts', owner: 'hr', due: due[2], everyMonths: 4 }],
        });
        const { school } = world.library;
        for (let n = 0; n < days; n++) {
          const planned = plan[n % plan.length];
          if (!planned) throw new Error('there is a plan for every day');
          const { hours, off, planners, reviewed } = planned;
          for (const hour of [...hours].sort((a, b) => a - b)) {
            world.now = new Date(Date.parse(first) + (n + off) * dayMs + hour * 3_600_000 + 31_000);
            const reminded = await Promise.all(Array.from({ length: planners }, () => world.follow()));
            const today = schoolDay(world.now, school);
            if (!isAskingTime(school, world.now)) expect(Math.max(...reminded)).toBe(0);
            else {
              const reviews = await world.stores.reviews.reviews('hill');
              for (const duty of dutiesOf(withReviews(world.library, reviews), today)) {
                const told = reviews.find((one) => one.duty === duty.id && one.dueOn === duty.dueOn)?.told ?? {};
                expect(told.owner ?? -1).toBeGreaterThanOrEqual(reachedOn(school, duty.dueOn, today));
                if (duty.dueOn < today) expect(told.chair).toBeGreaterThanOrEqual(0);
              }
            }
          }
          const duty = ['phones', 'safety', 'contacts'][reviewed];
          if (duty === undefined || hours.length === 0) continue;
          const act = world.as('head', duty);
          const decision = {
            outcome: 'unchanged',
            body: 'committee',
            reviewedOn: act.today,
            nextDueOn: '',
            meeting: '',
          } as const;
          expect(['recorded', 'incomplete']).toContain((await recordReview(world.desk, { ...act, decision })).kind);
        }
        const told = await world.told();
        expect(new Set(told).size).toBe(told.length);
        const last = new Map<string, number>();
        for (const one of told) {
          const [id = '', on = '', stage = '', who = ''] = one.split(' ');
          const name = [id, on, stage.startsWith('chair') ? 'chair' : '', who].join(' ');
          expect(rankOf(stage)).toBeGreaterThan(last.get(name) ?? -1);
          last.set(name, rankOf(stage));
        }
        // Each stage of a duty and day was told at one look: to its owner, and to the chair.
        const looks = await world.stores.ledger.entries({ schoolId: 'hill', chain: 'signoffs' }, 1, 10_000);
        const counted = looks.filter(({ kind }) => kind === 'review-reminded');
        const sum = counted.reduce((all, { facts }) => all + Number(facts.owners) + Number(facts.chairs), 0);
        expect(sum).toBe(told.length);
      },
    ),
    { numRuns: 3 },
  );
});
