import { Cron } from 'croner';
import { DateTime } from 'luxon';
import type { AbsenceStore } from '../domain/people/absence.ts';
import { owedTo } from '../domain/people/be-away.ts';
import { keysOfPeople } from '../domain/people/keys-of-people.ts';
import type { PersonStore } from '../domain/people/person-store.ts';
import { schoolDay } from '../domain/people/school-day.ts';
import type { School } from '../domain/people/school.ts';
import type { LibraryShelf } from '../domain/policies/library-shelf.ts';
import type { Log } from '../log.ts';

export interface EndAbsencesDeps {
  readonly absences: Pick<AbsenceStore, 'absences' | 'endAbsence'>;
  readonly persons: Pick<PersonStore, 'boundUpns' | 'staffTeams'>;
  readonly shelf: Pick<LibraryShelf, 'schools'>;
  readonly now: () => Date;
  /** Is told when something was recorded that is now owed. */
  readonly onOwed: () => void;
  readonly log: Log;
}

const morning = '0 7 * * *';
/** What ended longer ago, while nothing ran, is told nobody any more. */
const daysBack = 31;

/**
 * Tells whoever was away, and whoever covered, that it is over: at 07:00 of the school after the last day, and at the start.
 * The cover ends with the last day, whether this runs or not.
 */
export function startEndingAbsences(deps: EndAbsencesDeps): { stop(): Promise<void> } {
  let working: Promise<void> = Promise.resolve();
  const end = (which: (school: School) => boolean) => (working = working.then(() => endAbsences(deps, which)));
  const zones = new Set(deps.shelf.schools().map(({ school }) => school.timeZone));
  const jobs = [...zones].map(
    (timezone) => new Cron(morning, { timezone }, () => end((school) => school.timeZone === timezone)),
  );
  void end(() => true);
  return {
    stop() {
      jobs.forEach((job) => job.stop());
      return working;
    },
  };
}

/** Ends what is over at the schools that `which` picks, each with what is owed in one step, so that two at once tell once. */
export async function endAbsences(deps: EndAbsencesDeps, which: (school: School) => boolean): Promise<void> {
  const { absences, now, onOwed, log } = deps;
  for (const { school } of deps.shelf.schools()) {
    if (!which(school)) continue;
    try {
      const today = schoolDay(now(), school);
      const since = DateTime.fromISO(today, { zone: 'utc' }).minus({ days: daysBack }).toISODate() ?? today;
      const over = (await absences.absences(school.id, since)).filter(
        ({ to, endedAt }) => to < today && endedAt === undefined,
      );
      const at = now().toISOString();
      for (const absence of over) {
        const people = school.people.filter(({ id }) => id === absence.personId || id === absence.cover);
        const tenants = new Set(
          (await deps.persons.staffTeams()).flatMap((team) => (team.schoolId === school.id ? [team.tenantId] : [])),
        );
        const owed = [];
        for (const tenantId of tenants) {
          const keyOf = await keysOfPeople(deps.persons, tenantId);
          owed.push(...owedTo(people, { absence, keyOf, what: 'over', at }));
        }
        await absences.endAbsence(school.id, absence.id, at, { owed, entries: [] });
        onOwed();
      }
    } catch (err) {
      log.error({ school: school.id, code: 'absences-not-ended', err }, 'the next run looks at absences again');
    }
  }
}
