import type { Command } from 'commander';
import { calendarOf, type CalendarRow } from '../domain/reviews/calendar.ts';
import { readReviews } from '../domain/reviews/find-duty.ts';
import { serveVersions } from '../domain/versions/serve-versions.ts';
import { tellErrors } from './keys/tell-errors.ts';
import { readSettings } from './read-settings.ts';
import { printCalendar } from './reviews/print-calendar.ts';
import { withSignoffs, type OpenedSignoffs } from './signoffs/open-signoffs.ts';

interface ReviewsOptions {
  readonly school?: string;
  readonly json?: boolean;
}

/**
 * `staffroom reviews`: what is due for review, overdue and in review, the next first. The bot may be serving. stdout holds
 * the list. Exit 0, or 2 when it could not be read.
 */
export function registerReviews(program: Command): void {
  program
    .command('reviews')
    .description('list what is due for review, overdue and in review: policies and other duties')
    .option('--school <id>', 'only this school')
    .option('--json', 'print the list as JSON')
    .action((options: ReviewsOptions) => tellErrors(2, () => listReviews(options)));
}

async function listReviews({ school, json = false }: ReviewsOptions): Promise<number> {
  const rows = await withSignoffs(readSettings(), school, async (opened) =>
    (await Promise.all(opened.map(calendarIn))).flat(),
  );
  const list = { reviews: rows.map(toJson) };
  process.stdout.write(json ? `${JSON.stringify(list, null, 2)}\n` : printCalendar(rows));
  return 0;
}

async function calendarIn({ ports, library, today }: OpenedSignoffs): Promise<CalendarRow[]> {
  const versions = await ports.versions.versions(library.school.id);
  const served = await serveVersions(ports.versions, library, versions);
  const now = await readReviews(ports, { library: served.library, today });
  return calendarOf(now, versions, today);
}

/** Without who recorded what: that is for the DPO. */
function toJson({ duty, standing, isOverdue, review, last }: CalendarRow): object {
  const { schoolId, id, title, kind, owner, dueOn, everyMonths } = duty;
  const begunAt = review.begun?.at ?? null;
  return {
    school: schoolId,
    duty: id,
    title,
    kind,
    owner,
    dueOn,
    everyMonths,
    standing,
    isOverdue,
    begunAt,
    last: last ?? null,
  };
}
