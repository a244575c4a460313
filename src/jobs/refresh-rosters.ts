import { Cron } from 'croner';
import type { PersonStore, StaffTeam } from '../domain/people/person-store.ts';
import { refreshRoster } from '../domain/people/refresh-roster.ts';
import type { RosterReader } from '../domain/people/roster-reader.ts';
import type { LibraryShelf } from '../domain/policies/library-shelf.ts';
import type { Log } from '../log.ts';

export interface RosterRefreshDeps {
  readonly persons: PersonStore;
  readonly shelf: Pick<LibraryShelf, 'schools' | 'find'>;
  /** Reads the roster of a connected team, outside of any turn. */
  readonly rosterOf: (team: StaffTeam) => RosterReader;
  readonly now: () => Date;
  readonly log: Log;
}

const daily = '30 5 * * *';
const hourly = '15 * * * *';
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Refreshes the rosters of all connected teams every day at 05:30 in their school's time zone, and within the hour any
 * that is older than a day: after a start, or after a morning on which Teams did not answer.
 * `stop` resolves when the page that is being read, if any, is there.
 */
export function startRosterRefresh(deps: RosterRefreshDeps): { stop(): Promise<void> } {
  let working: Promise<void> = Promise.resolve();
  let stopped = false;
  const rosterOf = (team: StaffTeam): RosterReader => {
    const read = deps.rosterOf(team);
    return (from) => (stopped ? Promise.resolve({ kind: 'unreadable', code: 'stopped' }) : read(from));
  };
  const refresh = (which: (team: StaffTeam) => boolean) => {
    working = working.then(() => refreshRosters({ ...deps, rosterOf }, (team) => !stopped && which(team)));
    return working;
  };
  const isOld = ({ refreshedAt }: StaffTeam) => deps.now().getTime() - Date.parse(refreshedAt) > dayMs;

  const zones = new Set(deps.shelf.schools().map(({ school }) => school.timeZone));
  const jobs = [...zones].map(
    (timezone) =>
      new Cron(daily, { timezone }, () =>
        refresh(({ schoolId }) => deps.shelf.find(schoolId)?.school.timeZone === timezone),
      ),
  );
  jobs.push(new Cron(hourly, () => refresh(isOld)));
  void refresh(isOld);

  return {
    stop() {
      stopped = true;
      jobs.forEach((job) => job.stop());
      return working;
    },
  };
}

/**
 * Refreshes the rosters that `which` picks, one after the other. A roster that cannot be read keeps its old members, is
 * logged with a code and holds up no other. Never rejects. Teams of a school that is not served here are left alone.
 */
export async function refreshRosters(deps: RosterRefreshDeps, which: (team: StaffTeam) => boolean): Promise<void> {
  const { persons, shelf, rosterOf, now, log } = deps;
  try {
    for (const team of await persons.staffTeams()) {
      const { schoolId: school } = team;
      if (!shelf.find(school) || !which(team)) continue;
      const refreshed = await refreshRoster(persons, team, rosterOf(team), now());
      if (refreshed.kind === 'unreadable') {
        log.warn({ school, code: refreshed.code }, 'a roster could not be read; the old one stays');
      } else {
        log.info({ school, kind: refreshed.kind, count: refreshed.members }, 'a roster was read');
      }
    }
  } catch (err) {
    log.error({ code: 'rosters-not-refreshed', err }, 'the rosters were not refreshed; the next run tries again');
  }
}
