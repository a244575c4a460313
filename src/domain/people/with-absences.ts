import { DateTime } from 'luxon';
import type { Absence, AbsenceStore } from './absence.ts';
import { schoolDay } from './school-day.ts';
import type { Person, School } from './school.ts';

/**
 * The school as it stands with what role holders said in Teams: each absence is as good as an `away` of school.yaml. The
 * latest said counts first where several name a cover for one day. Whoever came back early is here from that day on.
 * Absences of other schools, and of people whom school.yaml no longer names, change nothing.
 */
export function withAbsences(school: School, absences: readonly Absence[]): School {
  const own = absences.filter(({ schoolId }) => schoolId === school.id).reverse();
  if (own.length === 0) return school;
  return { ...school, people: school.people.map((person) => withAway(person, school, own)) };
}

/** The same with what is stored of absences on `today` (YYYY-MM-DD in the school's time zone). */
export async function readWithAbsences(
  store: Pick<AbsenceStore, 'absences'>,
  school: School,
  today: string,
): Promise<School> {
  return withAbsences(school, await store.absences(school.id, today));
}

function withAway(person: Person, school: School, absences: readonly Absence[]): Person {
  const said = absences
    .filter(({ personId }) => personId === person.id)
    .map(({ from, to, cover, endedAt }) => ({ from, to: endedAt ? earlier(to, lastDay(endedAt, school)) : to, cover }))
    .filter(({ from, to }) => from <= to);
  return said.length > 0 ? { ...person, away: [...said, ...person.away] } : person;
}

/** The day before the one on which they were back. */
function lastDay(endedAt: string, school: School): string {
  const back = DateTime.fromISO(schoolDay(new Date(endedAt), school), { zone: 'utc' });
  return back.minus({ days: 1 }).toISODate() ?? '';
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
