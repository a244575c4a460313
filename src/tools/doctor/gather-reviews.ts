import type { ReviewFacts } from '../../domain/health/check-reviews.ts';
import { schoolDay } from '../../domain/people/school-day.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import { calendarOf } from '../../domain/reviews/calendar.ts';
import { readReviews } from '../../domain/reviews/find-duty.ts';
import { serveVersions } from '../../domain/versions/serve-versions.ts';
import type { StorePorts } from '../../storage/stores.ts';

/** What of each school is overdue for review, with the dates that recorded reviews moved. */
export function gatherReviews(
  ports: Pick<StorePorts, 'reviews' | 'versions' | 'absences'>,
  libraries: readonly SchoolLibrary[],
  now: Date,
): Promise<ReviewFacts[]> {
  return Promise.all(
    libraries.map(async (library) => {
      const today = schoolDay(now, library.school);
      const versions = await ports.versions.versions(library.school.id);
      const served = await serveVersions(ports.versions, library, versions);
      const rows = calendarOf(await readReviews(ports, { library: served.library, today }), versions, today);
      return {
        schoolId: library.school.id,
        overdue: rows.filter(({ isOverdue }) => isOverdue).map(({ duty }) => duty.id),
      };
    }),
  );
}
