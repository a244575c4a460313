import { beforeEach, describe, expect, test } from 'vitest';
import { isChannel } from '../../../src/domain/delivery/delivery.ts';
import { holdersOf } from '../../../src/domain/people/holders-of.ts';
import { withAbsences } from '../../../src/domain/people/with-absences.ts';
import { endAbsences } from '../../../src/jobs/end-absences.ts';
import { createCardFor } from '../../../src/teams/card-for.ts';
import {
  buttonOf,
  openReports,
  people,
  schoolId,
  submission,
  type Reports,
  type Who,
} from '../reports/report-bench.ts';

// It is Tuesday, 24 November 2026. Daniel Reid is the DSL, Priya Nair and Tom Bellamy are his deputies.
let turns: Reports;
beforeEach(async () => {
  turns = await openReports({ withChannel: false });
});

const stored = (day = '2026-11-24') => turns.stores.absences.absences(schoolId, day);
const coverOn = async (day: string) => {
  const library = turns.shelf.find(schoolId);
  if (!library) throw new Error('the sample school is missing');
  const [dsl] = holdersOf(withAbsences(library.school, await stored(day)), 'dsl', day);
  return dsl?.coveredBy?.id;
};
const idOf = (who: Who) => people[who].aadObjectId;

/** Sends what is owed; gives to whom, and the cards. */
async function told() {
  const cardFor = createCardFor(turns);
  const holder = submission();
  const now = turns.now().toISOString();
  const due = await turns.deliveries.claim(now, { limit: 50, leaseMs: 30_000, holder });
  return Promise.all(
    due.map(async (one) => {
      const message = await cardFor(one, { secondCopy: false });
      const attempt = { at: now, outcome: 'sent', code: 'ok' } as const;
      await turns.deliveries.settle(one.key, holder, { attempt, state: 'sent' });
      const to = isChannel(one.to) ? 'channel' : one.to.objectId;
      return { to, summary: message?.summary, card: JSON.stringify(message?.card) };
    }),
  );
}

describe('being away', () => {
  test('in one sentence: the cover answers at once, and is told', async () => {
    const { card } = await turns.say('dsl', 'I am away until Friday, cover Mrs Nair');
    expect(card).toContain('Priya Nair covers for you');
    expect(card).toContain('From 24 November 2026 to 27 November 2026');
    expect(await coverOn('2026-11-24')).toBe('priya-nair');
    expect(await coverOn('2026-11-27')).toBe('priya-nair');
    expect(await coverOn('2026-11-28')).toBeUndefined();
    const [one, ...others] = await told();
    expect(others).toEqual([]);
    expect(one).toMatchObject({ to: idOf('deputyDsl'), summary: 'Staffroom: who covers' });
    expect(one?.card).toContain('You cover for Daniel Reid');
  });

  test('a report from then on goes to the cover and not to whoever is away', async () => {
    await turns.say('dsl', 'I am away until Friday, cover Helen Marsh');
    await told();
    await turns.report();
    const sent = await turns.deliver();
    const to = sent.filter(({ subject }) => subject.kind === 'incident-report').map((one) => one.to);
    expect(to).toContain(idOf('head'));
    expect(to).not.toContain(idOf('dsl'));
  });

  test.each(['press', 'submit'] as const)('by one card, %s: the day and the choice of cover', async (way) => {
    const { card } = await turns.say('dsl', 'I am away');
    expect(card).toContain('When are you away, and who covers?');
    expect(card).not.toContain('daniel-reid');
    expect(await stored()).toEqual([]);
    const data = { ...buttonOf(card, 'people.away'), from: '2026-11-24', to: '2026-11-26', cover: 'tom-bellamy' };
    expect((await turns[way]('dsl', 'people.away', data)).card).toContain('Tom Bellamy covers for you');
    await turns[way]('dsl', 'people.away', data);
    expect(await stored()).toMatchObject([{ personId: 'daniel-reid', cover: 'tom-bellamy', to: '2026-11-26' }]);
  });

  test.each([
    ['I am away until 20 November, cover Mrs Nair', 'That day is past'],
    ['I am away until 1 December 2028, cover Mrs Nair', 'more than a year away'],
    ['I am away from 7 December to 3 December 2026, cover Mrs Nair', 'before the first'],
    ['I am away until the end of term', 'could not be read'],
    ['I am away until Friday, cover Callum Price', 'Nobody of that name can cover'],
    ['I am away until Friday, cover Daniel Reid', 'Nobody of that name can cover'],
    ['I am away until Friday', 'who covers?'],
  ])('“%s” records nothing and says what to do', async (text, words) => {
    expect((await turns.say('dsl', text)).card).toContain(words);
    expect(await stored()).toEqual([]);
    expect(await told()).toEqual([]);
  });

  test('nobody covers who is away themselves', async () => {
    await turns.say('deputyDsl', 'I am away until Friday, cover Tom Bellamy');
    expect((await turns.say('dsl', 'I am away until Thursday, cover Mrs Nair')).card).toContain(
      'Nobody of that name can cover',
    );
    expect((await turns.say('dsl', 'I am away')).card).not.toContain('priya-nair');
  });

  test.each(['teacher', 'volunteer', 'chair', 'ictLead'] as const)(
    '%s holds no such role: a kind sentence',
    async (who) => {
      for (const text of ['I am away until Friday, cover Mrs Nair', 'I am back']) {
        expect((await turns.say(who, text)).card).toContain('Nobody needs to cover for you here');
      }
      const data = { submission: submission(), from: '2026-11-24', to: '2026-11-26', cover: 'priya-nair' };
      for (const way of ['press', 'submit'] as const)
        expect((await turns[way](who, 'people.away', data)).card).toContain('Nobody needs to cover for you here');
      expect(await stored()).toEqual([]);
    },
  );

  test('a pupil gets what every pupil gets', async () => {
    expect((await turns.say('pupil', 'I am away until Friday, cover Mrs Nair')).card).toContain('Childline');
    expect(await stored()).toEqual([]);
  });

  test('is not said in a channel', async () => {
    const { card } = await turns.say('dsl', 'I am away until Friday, cover Mrs Nair', 'staff team');
    expect(card).toContain('private chat');
    expect(await stored()).toEqual([]);
  });
});

describe('the end of it', () => {
  test('at their word: the cover is told, reports come to them again', async () => {
    await turns.say('head', 'I am away until 7 December, cover Tom Bellamy');
    await told();
    turns.pass(24 * 60);
    const { card } = await turns.say('head', 'I am back');
    expect(card).toContain('No longer covering for you: Tom Bellamy');
    expect((await told()).map(({ to }) => to)).toEqual([idOf('deputyHead')]);
    expect((await turns.say('head', 'I am back')).card).toContain('You are here already');
    expect(await told()).toEqual([]);
  });

  test('by itself: both are told once, the day after', async () => {
    await turns.say('dsl', 'I am away until Wednesday, cover Mrs Nair');
    await told();
    turns.pass(24 * 60);
    await endAbsences(turns, () => true);
    expect(await told()).toEqual([]);
    turns.pass(24 * 60);
    expect(await coverOn('2026-11-26')).toBeUndefined();
    await Promise.all([endAbsences(turns, () => true), endAbsences(turns, () => true)]);
    const ends = await told();
    expect(ends.map(({ to }) => to).sort()).toEqual([idOf('dsl'), idOf('deputyDsl')]);
    expect(ends.find(({ to }) => to === idOf('dsl'))?.card).toContain('Reports come to you again');
    expect(ends.find(({ to }) => to === idOf('deputyDsl'))?.card).toContain('You no longer cover for Daniel Reid');
    await endAbsences(turns, () => true);
    expect(await told()).toEqual([]);
  });
});
