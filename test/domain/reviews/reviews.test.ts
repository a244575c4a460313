import { describe, expect, test } from 'vitest';
import { standingOf } from '../../../src/domain/policies/library.ts';
import { beginReview } from '../../../src/domain/reviews/begin-review.ts';
import { calendarOf } from '../../../src/domain/reviews/calendar.ts';
import { dutiesOf, proposedDue } from '../../../src/domain/reviews/duty.ts';
import { readReviews } from '../../../src/domain/reviews/find-duty.ts';
import { withReviews } from '../../../src/domain/reviews/moved-dates.ts';
import { recordReview, type ReviewDecision } from '../../../src/domain/reviews/record-review.ts';
import { idOf, openReviewWorld, policyOf, type Who } from '../../support/review-world.ts';

const unchanged: ReviewDecision = {
  outcome: 'unchanged',
  body: 'governing-board',
  reviewedOn: '2026-11-18',
  nextDueOn: '2027-11-30',
  meeting: 'Autumn meeting',
};
const contacts = { id: 'contacts', title: 'Check of contacts', owner: 'hr', due: '2026-12-01', everyMonths: 4 };
const phones = (front = {}) => policyOf('phones', { approved: '2025-11-10', reviewDue: '2026-11-16', ...front });
const open = (front = {}) => openReviewWorld({ policies: [phones(front)], duties: [contacts] });

describe('a recorded review', () => {
  test('moves the date that answers show, and stands in the ledger without a name', async () => {
    const world = await open();
    const [policy] = world.library.policies;
    expect(policy && standingOf(policy, '2026-11-20')).toBe('overdue');
    const outcome = await recordReview(world.desk, { ...world.as('chair', 'phones'), decision: unchanged });
    expect(outcome).toMatchObject({
      kind: 'recorded',
      review: { dueOn: '2026-11-16', done: { nextDueOn: '2027-11-30' } },
    });
    const { library, duties } = await readReviews(world.desk, { library: world.library, today: '2026-11-20' });
    const [moved] = library.policies;
    expect(moved && standingOf(moved, '2026-11-20')).toBe('in-force');
    expect(moved?.cover).toMatchObject({ reviewDue: '2027-11-30', reviewEvery: 12 });
    expect(duties.map(({ id, dueOn }) => [id, dueOn])).toEqual([
      ['contacts', '2026-12-01'],
      ['phones', '2027-11-30'],
    ]);
    const entries = await world.stores.ledger.entries({ schoolId: 'hill', chain: 'signoffs' }, 1, 10);
    expect(entries.map(({ kind, facts }) => ({ kind, facts }))).toEqual([
      {
        kind: 'review-recorded',
        facts: {
          duty: 'phones',
          dueOn: '2026-11-16',
          outcome: 'unchanged',
          body: 'governing-board',
          reviewedOn: '2026-11-18',
          nextDueOn: '2027-11-30',
        },
      },
    ]);
  });

  test('moves no date but its own: what a file says anew counts, and a file that follows keeps the chain', async () => {
    const world = await open();
    await recordReview(world.desk, { ...world.as('head', 'phones'), decision: unchanged });
    world.now = new Date('2027-11-20T10:00:00.000Z');
    const later = { ...unchanged, reviewedOn: '2027-11-18', nextDueOn: '2028-11-30' };
    await recordReview(world.desk, { ...world.as('head', 'phones'), decision: later });
    const reviews = await world.stores.reviews.reviews('hill');
    const dueWith = (reviewDue: string) =>
      withReviews({ ...world.library, policies: [phones({ reviewDue })] }, reviews).policies[0]?.cover.reviewDue;
    expect([dueWith('2026-11-16'), dueWith('2027-11-30'), dueWith('2027-06-30')]).toEqual([
      '2028-11-30',
      '2028-11-30',
      '2027-06-30',
    ]);
    const untouched = { ...world.library, policies: [phones({ reviewDue: '2027-06-30' })] };
    expect(withReviews(untouched, reviews)).toBe(untouched);
  });

  test('of a changed policy leaves the date to the new text, and can be recorded anew until then', async () => {
    const world = await open();
    const changed = { ...unchanged, outcome: 'changed' } as const;
    const outcome = await recordReview(world.desk, { ...world.as('ict', 'phones'), decision: changed });
    expect(outcome).toMatchObject({ kind: 'recorded', review: { done: { outcome: 'changed' } } });
    const now = await readReviews(world.desk, { library: world.library, today: '2026-11-20' });
    expect(calendarOf(now, [], '2026-11-20')).toMatchObject([
      { duty: { id: 'phones', dueOn: '2026-11-16' }, standing: 'in-review', isOverdue: true },
      { duty: { id: 'contacts' }, standing: 'due' },
    ]);
    await recordReview(world.desk, { ...world.as('ict', 'phones', '2026-11-16'), decision: unchanged });
    const { duties } = await readReviews(world.desk, { library: world.library, today: '2026-11-20' });
    expect(duties.find(({ id }) => id === 'phones')?.dueOn).toBe('2027-11-30');
  });

  test('is told again as it is where its card is pressed again, or by somebody else', async () => {
    const world = await open();
    const request = { ...world.as('head', 'phones', '2026-11-16'), decision: unchanged };
    await recordReview(world.desk, request);
    const other = { ...world.as('chair', 'phones', '2026-11-16'), decision: { ...unchanged, nextDueOn: '2029-01-01' } };
    for (const again of [request, other])
      expect(await recordReview(world.desk, again)).toMatchObject({
        kind: 'moved',
        review: { done: { nextDueOn: '2027-11-30', by: { objectId: idOf('head') } } },
      });
    // As it was typed, without the day that a card shows: the policy is due on another one by now.
    expect(await recordReview(world.desk, { ...request, dueOn: undefined })).toMatchObject({
      kind: 'moved',
      review: { dueOn: '2026-11-16', done: { nextDueOn: '2027-11-30' } },
    });
    expect(await world.stores.ledger.head({ schoolId: 'hill', chain: 'signoffs' })).toMatchObject({ seq: 1 });
  });

  test.each<[string, Partial<ReviewDecision>]>([
    ['outcome', { outcome: '' }],
    ['day', { reviewedOn: '' }],
    ['day-ahead', { reviewedOn: '2026-11-21' }],
    ['next-day', { nextDueOn: 'not a day' }],
    ['next-past', { nextDueOn: '2026-11-20' }],
    ['next-far', { nextDueOn: '2037-01-01' }],
    ['next-taken', { nextDueOn: '2026-12-01' }],
    ['too-long', { meeting: 'm'.repeat(401) }],
  ])('is not recorded where something does not fit: %s', async (what, wrong) => {
    const world = await open();
    const duty = what === 'next-taken' ? 'contacts' : 'phones';
    const decision = { ...unchanged, ...wrong };
    expect(await recordReview(world.desk, { ...world.as('head', duty), decision })).toMatchObject({
      kind: 'incomplete',
      what,
    });
    expect(await world.stores.reviews.reviews('hill')).toEqual([]);
  });

  test('takes the cycle’s day where none is given', async () => {
    const world = await open();
    await recordReview(world.desk, { ...world.as('head', 'contacts'), decision: { ...unchanged, nextDueOn: '' } });
    const [review] = await world.stores.reviews.reviews('hill');
    expect(review?.done?.nextDueOn).toBe('2027-04-01');
  });
});

test('a cycle is what the file says, else what lies between its days, else a year; early and late reviews begin it anew', async () => {
  const cycleOf = async (front: object) =>
    dutiesOf((await open(front)).library, '2026-11-01').find(({ id }) => id === 'phones')?.everyMonths;
  expect(await cycleOf({ reviewEvery: 24 })).toBe(24);
  expect(await cycleOf({ approved: '2023-11-10' })).toBe(36);
  expect(await cycleOf({ approved: '2026-11-14' })).toBe(1);
  expect(await cycleOf({ approved: '2025-10-20' })).toBe(12);
  expect(await cycleOf({ approved: '2026-05-14' })).toBe(6);
  const duty = { dueOn: '2027-03-31', everyMonths: 12 };
  expect(proposedDue(duty, '2027-03-10')).toBe('2028-03-31');
  expect(proposedDue(duty, '2026-11-20')).toBe('2027-11-20');
  expect(proposedDue(duty, '2027-05-20')).toBe('2028-05-20');
});

describe('who may', () => {
  const may = {
    head: true,
    deputy: false,
    chair: true,
    ict: true,
    dsl: false,
    delegate: true,
    teacher: false,
  } as const;
  test.each(Object.entries(may))('%s begins and records the review of what ICT owns: %s', async (who, allowed) => {
    const world = await open();
    const begun = await beginReview(world.desk, world.as(who as Who, 'phones'));
    expect(begun.kind).toBe(allowed ? 'begun' : 'not-yours');
    const recorded = await recordReview(world.desk, { ...world.as(who as Who, 'phones'), decision: unchanged });
    expect(recorded.kind).toBe(allowed ? 'recorded' : 'not-yours');
    expect(await world.stores.reviews.reviews('hill')).toHaveLength(allowed ? 1 : 0);
  });

  test('what nobody owns is the head’s, and whoever covers stands in', async () => {
    const world = await open();
    expect((await beginReview(world.desk, world.as('dsl', 'contacts'))).kind).toBe('not-yours');
    expect((await beginReview(world.desk, world.as('head', 'contacts'))).kind).toBe('begun');
    const { school } = world.library;
    const away = [{ from: '2026-11-16', to: '2026-11-27', cover: 'teacher' }];
    const covered = school.people.map((one) => (one.id === 'ict' ? { ...one, away } : one));
    world.library = { ...world.library, school: { ...school, people: covered } };
    expect((await beginReview(world.desk, world.as('ict', 'phones'))).kind).toBe('not-yours');
    expect((await beginReview(world.desk, world.as('teacher', 'phones'))).kind).toBe('begun');
    await world.follow();
    expect(await world.told()).toEqual([
      'phones 2026-11-16 overdue-0 teacher',
      'phones 2026-11-16 chair-0 chair',
      'contacts 2026-12-01 before-30 head',
    ]);
  });
});

describe('reminders', () => {
  test('catch up with the newest stage only, once, and not at night', async () => {
    const world = await openReviewWorld({ policies: [policyOf('phones', { reviewDue: '2026-12-11' })] });
    world.now = new Date('2026-11-19T19:00:00.000Z');
    expect(await world.follow()).toBe(0);
    world.now = new Date('2026-11-20T10:00:00.000Z');
    expect(await Promise.all([world.follow(), world.follow()])).toHaveLength(2);
    expect(await world.told()).toEqual(['phones 2026-12-11 before-30 ict']);
    const [owed] = await world.stores.deliveries.all('hill');
    expect(owed?.key).toBe(`hill:review-due:phones:2026-12-11:before-30:${idOf('ict')}`);
  });

  test('come before holidays that would hide them', async () => {
    const world = await openReviewWorld({ policies: [policyOf('phones', { reviewDue: '2027-08-31' })] });
    world.now = new Date('2027-07-20T10:00:00.000Z');
    await world.follow();
    expect(await world.told()).toEqual(['phones 2027-08-31 before-60 ict']);
    world.now = new Date('2027-07-21T10:00:00.000Z');
    await world.follow();
    expect((await world.told()).at(-1)).toBe('phones 2027-08-31 before-7 ict');
  });

  test('propose an early review to whoever was handed three questions about it this term, once', async () => {
    const world = await openReviewWorld({ policies: [policyOf('phones', { reviewDue: '2027-11-30' })] });
    const { tenantId, objectId } = world.as('ict', 'phones').actor;
    const owner = { tenantId, objectId };
    const ask = (n: number, askedAt: string, clause = 'phones#aaaaaa') =>
      world.stores.questions.submit(
        { activityKey: `q${n}`, submissionId: `q${n}` },
        {
          id: `SQ-${n}`,
          schoolId: 'hill',
          asker: { ...owner, objectId: idOf('teacher') },
          owner,
          clause,
          sealedText: 's',
          askedAt,
        },
        { owed: [], entries: [] },
      );
    await ask(1, '2026-07-20T10:00:00.000Z');
    await ask(2, '2026-11-18T10:00:00.000Z');
    await ask(3, '2026-11-19T10:00:00.000Z');
    await ask(4, '2026-11-19T10:00:00.000Z', 'safety#aaaaaa');
    expect(await world.follow()).toBe(0);
    await ask(5, '2026-11-20T09:00:00.000Z');
    await Promise.all([world.follow(), world.follow()]);
    await world.follow();
    const owed = await world.stores.deliveries.all('hill');
    expect(owed.map(({ subject, to }) => ({ subject, to }))).toEqual([
      { subject: { kind: 'review-early', duty: 'phones', dueOn: '2027-11-30', since: '2026-09-02' }, to: owner },
    ]);
  });

  test('go to nobody before there is a staff team', async () => {
    const world = await openReviewWorld({ policies: [policyOf('phones', { reviewDue: '2026-11-16' })] });
    await world.stores.persons.removeStaffTeam('11111111-1111-4111-8111-111111111111', 'team');
    expect(await world.follow()).toBe(0);
  });
});

describe('reminders whose review is over', () => {
  const toNextDay = (world: Awaited<ReturnType<typeof open>>, day: string) => {
    world.now = new Date(`${day}T10:00:00.000Z`);
  };

  test('say so in their place, each once, and those that reached nobody do not', async () => {
    const world = await open();
    toNextDay(world, '2026-10-16'); // 30 days before
    await world.follow();
    await world.deliver('undeliverable');
    toNextDay(world, '2026-11-20');
    await world.follow();
    await world.deliver();
    expect(await world.told()).toEqual([
      'phones 2026-11-16 before-30 ict',
      'contacts 2026-12-01 before-60 head',
      'phones 2026-11-16 overdue-0 ict',
      'phones 2026-11-16 chair-0 chair',
      'contacts 2026-12-01 before-30 head',
    ]);
    expect(await world.settled()).toEqual([]);
    await recordReview(world.desk, { ...world.as('head', 'phones'), decision: unchanged });
    expect(await world.settle()).toBe(1);
    expect(await world.settled()).toEqual(['phones 2026-11-16 overdue-0 ict', 'phones 2026-11-16 chair-0 chair']);
    expect(await world.settle()).toBe(0);
  });

  test('go on where a changed policy waits for its text, until that brings its own date', async () => {
    const world = await open();
    await world.follow();
    await world.deliver();
    const decision = { ...unchanged, outcome: 'changed', nextDueOn: '' } as const;
    await recordReview(world.desk, { ...world.as('head', 'phones'), decision });
    expect(await world.settle()).toBe(0);
    world.library = { ...world.library, policies: [phones({ reviewDue: '2027-11-16' })] };
    expect(await world.settle()).toBe(1);
    expect(await world.settled()).toHaveLength(2);
  });

  test('stay as they are where the policy’s file is missing, and count again where its day does', async () => {
    const world = await open();
    await world.follow();
    await world.deliver();
    const { policies } = world.library;
    world.library = { ...world.library, policies: [] };
    expect(await world.settle()).toBe(0);
    world.library = { ...world.library, policies: [phones({ reviewDue: '2027-11-16' })] };
    expect(await world.settle()).toBe(1);
    world.library = { ...world.library, policies };
    toNextDay(world, '2026-11-27');
    await world.follow();
    expect(await world.told()).toContain('phones 2026-11-16 overdue-1 ict');
    await world.deliver();
    world.library = { ...world.library, policies: [phones({ reviewDue: '2027-11-16' })] };
    expect(await world.settle()).toBe(1);
    expect(await world.settled()).toContain('phones 2026-11-16 overdue-1 ict');
  });

  test('are settled by one of two who look at once', async () => {
    const world = await open();
    await world.follow();
    await world.deliver();
    await recordReview(world.desk, { ...world.as('head', 'phones'), decision: unchanged });
    const both = await Promise.all([world.settle(), world.settle()]);
    expect(both.sort()).toEqual([0, 1]);
    expect(await world.settled()).toHaveLength(2);
  });
});
