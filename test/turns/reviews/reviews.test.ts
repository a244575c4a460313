import { describe, expect, it, test } from 'vitest';
import { createReviewsFollower } from '../../../src/jobs/follow-reviews.ts';
import { buttonOf } from '../questions/question-bench.ts';
import { openVersions, people, schoolId, type Who } from '../versions/version-bench.ts';

type Turns = Awaited<ReturnType<typeof openVersions>>;
const social = { duty: 'social-media', dueOn: '2026-07-31' };
const question = 'Can I add a former pupil on Instagram?';
const decision = {
  outcome: 'unchanged',
  body: 'committee',
  reviewedOn: '2026-11-18',
  nextDueOn: '2027-11-30',
  meeting: 'Minute 7',
};
const recordsOf = ({ reviews }: Turns) => reviews.reviews(schoolId);
const formOf = async (turns: Turns, who: Who = 'head') =>
  buttonOf(await turns.press(who, 'reviews.compose', social), 'reviews.record');

describe('the calendar', () => {
  it('shows what is overdue first, who answers for it, and what comes later', async () => {
    const turns = await openVersions();
    const card = await turns.say('head', 'Reviews');
    expect(card).toContain('1 overdue, 0 in review, 0 due within 90 days, 8 current.');
    expect(card).toMatch(/Overdue since 31 July 2026.*Headteacher: Helen Marsh · Adopted on 9 July 2025/s);
    expect(card).toContain('Review of filtering and monitoring');
    expect(card.indexOf('Social Media')).toBeLessThan(card.indexOf('Online Safety Policy'));
    const second = await turns.press('head', 'reviews.list', { page: '1' });
    expect(second).toContain('Page 2 of 2');
    expect(second).toContain('2 more are due after 21 November 2027.');
    expect(await turns.say('head', 'reviews page 2')).toBe(second);
  });

  it('gives owners the buttons of what is theirs', async () => {
    const turns = await openVersions();
    const card = JSON.parse(await turns.say('dsl', 'show me the review calendar')) as { body: object[] };
    const withButtons = card.body
      .map((part) => JSON.stringify(part))
      .filter((part) => part.includes('reviews.compose'));
    expect(withButtons).toHaveLength(3);
    expect(withButtons.join()).not.toContain('social-media');
  });
});

describe('recording a review', () => {
  it('moves the date that answers show, by the form', async () => {
    const turns = await openVersions();
    expect(await turns.say('teacher', question)).toContain('Review overdue since 31 July 2026');
    const form = await turns.press('head', 'reviews.compose', social);
    expect(form).toContain('"value":"2027-11-20"'); // overdue: a year from today
    const done = await turns.press('head', 'reviews.record', { ...buttonOf(form, 'reviews.record'), ...decision });
    expect(done).toContain('Reviewed on 18 November 2026 by a committee of the board: unchanged. It is recorded.');
    expect(done).toContain('due next on 30 November 2027');
    const answer = await turns.say('teacher', question);
    expect(answer).toContain('Review due 30 November 2027');
    expect(answer).not.toContain('overdue');
    expect(await recordsOf(turns)).toMatchObject([
      { ...social, done: { meeting: 'Minute 7', by: { objectId: people.head.aadObjectId } } },
    ]);
    const again = await turns.press('chair', 'reviews.record', {
      ...buttonOf(form, 'reviews.record'),
      ...decision,
      nextDueOn: '2029-01-01',
    });
    expect(again).toContain('due next on 30 November 2027');
    expect(turns.logged.join()).not.toContain('Minute 7');
  });

  it('is done by typing alone, from beginning to end', async () => {
    const turns = await openVersions();
    const begun = await turns.say('chair', 'begin review of social-media');
    expect(begun).toContain('In review since 20 November 2026');
    expect(await turns.say('head', 'reviews')).toContain('1 overdue, 1 in review');
    expect(await turns.say('head', 'record review of social-media')).toContain('Record a review: ');
    const words =
      'record review of social-media: unchanged, board, 18 November, next 30/11/2027, autumn meeting, minute 7';
    expect(await turns.say('head', words)).toContain('due next on 30 November 2027');
    expect(await recordsOf(turns)).toMatchObject([
      {
        begun: { by: { objectId: people.chair.aadObjectId } },
        done: { body: 'governing-board', reviewedOn: '2026-11-18', meeting: 'autumn meeting, minute 7' },
      },
    ]);
  });

  it('of a changed policy points at its new text, whose own date counts', async () => {
    const turns = await openVersions();
    const changed = await turns.say('head', 'record review of Social Media Policy: changed, board, 2026-11-18');
    expect(changed).toContain('Its date is not moved yet');
    expect(await turns.say('teacher', question)).toContain('Review overdue since 31 July 2026');
    expect(await turns.say('head', 'reviews')).toContain('and changed: its new text is to be put in force');
  });

  test.each([
    ['no day', 'record review of social-media: unchanged', 'The day on which it was decided is missing'],
    ['a day to come', 'record review of social-media: unchanged, board, 2027-11-18', 'That day is still to come'],
    [
      'a next date that is past',
      'record review of social-media: unchanged, board, 2026-11-18, next 2026-11-19',
      'today or past',
    ],
    [
      'a next date that is none',
      'record review of social-media: unchanged, head, 2026-11-18, next some time',
      'no day that exists',
    ],
    [
      'a name that is none',
      'record review of bicycles: unchanged, board, 2026-11-18',
      'There is nothing of that name to review',
    ],
  ])('with %s changes nothing and says what to do', async (_, words, shown) => {
    const turns = await openVersions();
    const card = await turns.say('head', words);
    expect(card).toContain(shown);
    expect(card).toContain('Nothing was changed');
    expect(await recordsOf(turns)).toEqual([]);
  });
});

describe('who may', () => {
  const commands = [
    'reviews',
    'begin review of social-media',
    'record review of social-media: unchanged, board, 2026-11-18',
  ];
  test.each<[Who, boolean, boolean]>([
    ['head', true, true],
    ['chair', true, true],
    ['dsl', true, false],
    ['deputyHead', false, false],
    ['teacher', false, false],
  ])('%s sees the calendar: %s; reviews what the head owns: %s', async (who, sees, reviews) => {
    const turns = await openVersions();
    const typed = [];
    for (const words of commands) typed.push(await turns.say(who, words));
    const refusal = 'Reviews are for those who answer for them';
    expect(typed.map((card) => !card.includes(refusal))).toEqual([sees, reviews, reviews]);
    const fresh = await openVersions();
    const presses = [
      await fresh.press(who, 'reviews.list', { page: '0' }),
      await fresh.press(who, 'reviews.compose', social),
      await fresh.press(who, 'reviews.begin', social),
      await fresh.press(who, 'reviews.record', { ...(await formOf(fresh)), ...decision }),
    ];
    expect(presses.map((card) => !card.includes(refusal))).toEqual([sees, reviews, reviews, reviews]);
    expect(await recordsOf(fresh)).toHaveLength(reviews ? 1 : 0);
  });

  it('nobody where others read along', async () => {
    const turns = await openVersions();
    for (const who of ['head', 'chair', 'dsl'] as const)
      expect(await turns.press(who, 'reviews.begin', social, 'groupChat')).toContain('in your own chat');
    expect(await turns.press('teacher', 'reviews.list', { page: '0' }, 'groupChat')).toContain('who answer for them');
    expect(await recordsOf(turns)).toEqual([]);
  });
});

describe('a reminder', () => {
  /** Everything that is owed, with its card as it would be sent now. */
  const owedOf = async (turns: Turns) => {
    const all = await turns.deliveries.all(schoolId);
    const card = async (one: (typeof all)[number]) => JSON.stringify(await turns.cardFor(one, { secondCopy: false }));
    return Promise.all(all.map(async (one) => ({ to: one.to, card: await card(one) })));
  };
  const remind = async (turns: Turns) => {
    await createReviewsFollower(turns)();
    return owedOf(turns);
  };

  it('tells the owner what to do and the chair that it is overdue, once, and begins the review by its button', async () => {
    const turns = await openVersions();
    const owed = await remind(turns);
    expect(owed.map(({ to }) => to)).toMatchObject(
      [people.head, people.chair].map(({ aadObjectId: objectId }) => ({ objectId })),
    );
    expect(owed[0]?.card).toContain('Overdue since 31 July 2026: 112 days');
    expect(owed[0]?.card).toContain('You get this because you answer for it (Headteacher).');
    expect(owed[1]?.card).toContain('the governing board answers for what is overdue');
    expect(await remind(turns)).toHaveLength(2);
    const begun = await turns.press('head', 'reviews.begin', buttonOf(owed[0]?.card ?? '', 'reviews.begin'));
    expect(begun).toContain('In review since 20 November 2026');
    expect((await owedOf(turns))[0]?.card).toContain('reviews.compose');
  });

  it('says that there is nothing to do once the date was moved', async () => {
    const turns = await openVersions();
    await remind(turns);
    await turns.press('head', 'reviews.record', { ...(await formOf(turns)), ...decision });
    for (const { card } of await owedOf(turns)) {
      expect(card).toContain('Reviewed on 18 November 2026 by a committee of the board: unchanged.');
      expect(card).toContain('It is due next on 30 November 2027');
    }
  });

  it('turns into “done” in its place, by itself', async () => {
    const turns = await openVersions();
    await remind(turns);
    const at = turns.clock.now.toISOString();
    const claimed = await turns.deliveries.claim(at, { limit: 50, leaseMs: 60_000, holder: 'one' });
    for (const { key } of claimed) {
      await turns.deliveries.begin(key, 'one', at);
      const attempt = { at, outcome: 'sent', code: 'ok' } as const;
      const message = { conversationId: 'chat', activityId: key };
      await turns.deliveries.settle(key, 'one', { attempt, state: 'sent', message });
    }
    await turns.press('head', 'reviews.record', { ...(await formOf(turns)), ...decision });
    await createReviewsFollower(turns)();
    const changes = (await turns.deliveries.all(schoolId)).filter(({ subject }) => subject.kind === 'review-settled');
    expect(changes.map(({ to }) => to)).toMatchObject(
      [people.head, people.chair].map(({ aadObjectId: objectId }) => ({ objectId })),
    );
    for (const [n, one] of changes.entries()) {
      const message = await turns.cardFor(one, { secondCopy: false });
      expect(message?.edits?.activityId).toBe(claimed[n]?.key);
      const card = JSON.stringify(message?.card);
      expect(card).toContain('Social Media Policy: review done');
      expect(card).not.toMatch(/overdue|Action\./);
    }
  });
});
