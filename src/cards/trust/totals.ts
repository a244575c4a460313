import { DateTime } from 'luxon';
import { z } from 'zod/v4';
import type { SchoolTotals } from '../../domain/trust/school-totals.ts';
import { fewest, leastOf, type ShownCount } from '../../domain/trust/shown-count.ts';
import { cutText } from '../cut-text.ts';
import { dayText } from '../day-text.ts';
import { defineCard } from '../define-card.ts';

const RowView = z.strictObject({
  name: z.string(),
  asked: z.string(),
  finished: z.string(),
  isOverdue: z.boolean(),
  overdue: z.string(),
  due: z.string(),
  broadcasts: z.string(),
  waiting: z.string(),
});
const TotalsView = z.strictObject({
  title: z.string(),
  asAt: z.string(),
  rows: z.array(RowView),
  hasMore: z.boolean(),
  more: z.string(),
});
export type TotalsView = z.infer<typeof TotalsView>;

/** What the trust's central team sees of its schools: totals, and never about fewer than five people. */
export const totalsCard = defineCard('trust/totals', TotalsView);

const perPage = 6;

/** The page with this number; the first begins with all schools together. `zone` is that of the first school. */
export function toTotalsView(input: {
  trustName: string;
  totals: readonly SchoolTotals[];
  now: Date;
  zone: string;
  page: number;
}): TotalsView {
  const { totals, now, zone } = input;
  const pages = Math.max(1, Math.ceil(totals.length / perPage));
  const at = Math.min(input.page, pages - 1);
  const local = DateTime.fromJSDate(now, { zone });
  const rows = totals.slice(at * perPage, (at + 1) * perPage).map(rowOf);
  return {
    title: `Totals of ${cutText(input.trustName, 300)}`,
    asAt: `As they stand on ${dayText(local.toISODate() ?? '')} at ${local.toFormat('HH:mm')}`,
    rows: at === 0 && totals.length > 1 ? [sumOf(totals), ...rows] : rows,
    hasMore: pages > 1,
    more:
      at + 1 < pages
        ? `Page ${at + 1} of ${pages}. For the next schools, write: trust page ${at + 2}`
        : `Page ${at + 1} of ${pages}. For the first schools, write: trust`,
  };
}

function rowOf(totals: SchoolTotals): TotalsView['rows'][number] {
  const { name, asked, finished, reviewsDue, reviewsOverdue, broadcasts, waiting } = totals;
  return {
    name: cutText(name, 200),
    asked: countText(asked),
    finished: countText(finished),
    isOverdue: reviewsOverdue > 0,
    overdue: number(reviewsOverdue),
    due: number(reviewsDue),
    broadcasts: number(broadcasts),
    waiting: countText(waiting),
  };
}

/** Of numbers of people nothing but what the schools' own lines show is added up, so no line can be taken from it. */
function sumOf(totals: readonly SchoolTotals[]): TotalsView['rows'][number] {
  const least = (counts: readonly ShownCount[]) => {
    const sum = leastOf(counts);
    return sum === 0 ? 'too few at each school' : `${number(sum)} or more`;
  };
  const sum = (of: (one: SchoolTotals) => number) => totals.reduce((all, one) => all + of(one), 0);
  const overdue = sum(({ reviewsOverdue }) => reviewsOverdue);
  return {
    name: `All ${totals.length} schools`,
    asked: least(totals.map(({ asked }) => asked)),
    finished: least(totals.map(({ finished }) => finished)),
    isOverdue: overdue > 0,
    overdue: number(overdue),
    due: number(sum(({ reviewsDue }) => reviewsDue)),
    broadcasts: number(sum(({ broadcasts }) => broadcasts)),
    waiting: least(totals.map(({ waiting }) => waiting)),
  };
}

function countText(count: ShownCount): string {
  switch (count.kind) {
    case 'few':
      return `fewer than ${fewest}`;
    case 'between':
      return `${number(count.from)} to ${number(count.to)}`;
    case 'from':
      return `${number(count.from)} or more`;
    case 'withheld':
      return 'too few to say';
  }
}

function number(count: number): string {
  return count.toLocaleString('en-GB');
}
