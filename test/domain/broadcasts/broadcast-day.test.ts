import { expect, it } from 'vitest';
import { dayLimit, goesOutIn } from '../../../src/domain/broadcasts/broadcast-day.ts';

const timeZone = 'Europe/London';
const limitOn = (sendAt: string) => dayLimit({ timeZone }, new Date(sendAt));

it.each([
  ['a day in winter', '2026-11-20T10:00:00Z', '2026-11-20T00:00:00.000Z', '2026-11-21T00:00:00.000Z'],
  [
    'a day in summer, by the school’s clock',
    '2026-06-20T23:30:00Z',
    '2026-06-20T23:00:00.000Z',
    '2026-06-21T23:00:00.000Z',
  ],
  ['the day of 23 hours', '2026-03-29T12:00:00Z', '2026-03-29T00:00:00.000Z', '2026-03-29T23:00:00.000Z'],
  ['the day of 25 hours', '2026-10-25T12:00:00Z', '2026-10-24T23:00:00.000Z', '2026-10-26T00:00:00.000Z'],
])('the limit is of %s', (_, sendAt, from, until) => {
  expect(limitOn(sendAt)).toEqual({ count: 2, from, until });
});

it('one counts on its own day, and not where it was ended before its time', () => {
  const limit = limitOn('2026-11-20T10:00:00Z');
  const by = { tenantId: 't', objectId: 'o' };
  const ended = (at: string) => ({ at, why: 'cancelled', by }) as const;
  expect(goesOutIn(limit, { sendAt: limit.from })).toBe(true);
  expect(goesOutIn(limit, { sendAt: limit.until })).toBe(false);
  const sendAt = '2026-11-20T09:00:00.000Z';
  expect(goesOutIn(limit, { sendAt, ended: ended('2026-11-20T08:59:59.000Z') })).toBe(false);
  expect(goesOutIn(limit, { sendAt, ended: ended('2026-11-20T09:00:01.000Z') })).toBe(true);
});
