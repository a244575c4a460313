import { DateTime } from 'luxon';
import { readDay } from './read-day.ts';

/**
 * What somebody said of being away, as far as it could be read. Days are YYYY-MM-DD.
 * - `away`: `unread` where a last day was named that is no day: then they are asked for it
 * - `back`: they are here again
 */
export type AwaySaid =
  | {
      readonly kind: 'away';
      readonly from?: string | undefined;
      readonly to?: string | undefined;
      readonly cover?: string | undefined;
      readonly unread: boolean;
    }
  | { readonly kind: 'back' };

const back = /^(?:i am|i['’]?m) back(?: (?:now|again|today|at (?:school|work)))*[ .!]*$/i;
const away =
  /^(?:(?:i am|i['’]?m|i will be|i['’]ll be) )?(?:away|out of (?:school|the office)|off(?: (?:sick|ill|work))?)(?<days>(?: (?!cover)[^,;]+?)?)(?:[,;]? (?:and )?(?:cover(?:ed)?(?: by| is|:)?|my cover is) (?<cover>[\p{L}\p{M}.'’ -]{2,80}))?[ .!]*$/iu;
const range = /^(?:from )?(?<from>.+?) (?:to|until|till|-|–) (?<to>.+)$/i;
const until = /^(?:until|till|to|up to) (?<to>.+)$/i;

/**
 * Reads "I am away until Friday", "I am away from 3 to 7 December, cover Mrs X", "I am back" and the like. Undefined for
 * anything else, so that whatever only begins like it is answered as it always was. A weekday is the next one, a day
 * without a year the next such day.
 */
export function readAway(said: string, today: string): AwaySaid | undefined {
  const text = said.trim();
  if (back.test(text)) return { kind: 'back' };
  const { days = '', cover } = away.exec(text)?.groups ?? {};
  if (!away.test(text)) return undefined;
  const read = readDays(days.trim().replace(/^on /i, ''), today);
  return read && { kind: 'away', ...read, cover: cover?.trim().replace(/[ .]+$/, '') };
}

interface Days {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly unread: boolean;
}

function readDays(words: string, today: string): Days | undefined {
  if (words === '') return { unread: false };
  const last = until.exec(words)?.groups?.['to'];
  if (last !== undefined) {
    const to = readDay(last, today);
    if (to !== undefined) return { from: today, to, unread: false };
    return isShort(last) ? { unread: true } : undefined;
  }
  const ends = range.exec(words)?.groups;
  if (ends) {
    const { from: first = '', to: lastWords = '' } = ends;
    const to = readDay(lastWords, today);
    // "from 3 to 7 December": the first day is in the month of the last.
    const month = /^\d{1,2}(?:st|nd|rd|th)?$/.test(first) ? lastWords.replace(/^\D*\d+(?:st|nd|rd|th)?/i, '') : '';
    const from = readDay(`${first}${month}`, today);
    if (from !== undefined && to !== undefined) {
      return { from, to: /^\D+$/.test(lastWords) ? notBefore(to, from) : to, unread: false };
    }
    return /^from /i.test(words) && isShort(words) && /\d|day/i.test(words) ? { unread: true } : undefined;
  }
  const one = readDay(words.replace(/^from /i, ''), today);
  if (one === undefined) return undefined;
  return /^from /i.test(words) ? { from: one, unread: false } : { from: one, to: one, unread: false };
}

/** A few words, as one names a day: what is longer tells something else. */
function isShort(words: string): boolean {
  return words.split(/\s+/).length <= 4;
}

/** "from Friday to Monday": the Monday after that Friday. */
function notBefore(to: string, from: string): string {
  const week = DateTime.fromISO(to, { zone: 'utc' }).plus({ days: 7 }).toISODate();
  const days = DateTime.fromISO(from, { zone: 'utc' }).diff(DateTime.fromISO(to, { zone: 'utc' }), 'days').days;
  return days > 0 && days < 7 && week !== null ? week : to;
}
