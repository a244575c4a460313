import { Cron } from 'croner';
import { checkPlace, type CheckDeps } from '../domain/incidents/check-place.ts';
import { isWell } from '../domain/incidents/place-trouble.ts';
import type { SafeguardingPlace, SafeguardingPlaceStore } from '../domain/incidents/safeguarding-place.ts';
import type { LibraryShelf } from '../domain/policies/library-shelf.ts';
import type { RosterReader } from '../domain/people/roster-reader.ts';
import type { Log } from '../log.ts';

export interface CheckPlacesDeps extends CheckDeps {
  readonly places: Pick<SafeguardingPlaceStore, 'places' | 'savePlace'>;
  readonly shelf: Pick<LibraryShelf, 'schools' | 'find'>;
  readonly log: Log;
}

const daily = '45 5 * * *';
const hourly = '25 * * * *';
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Checks all connected channels every day at 05:45 in their school's time zone, and within the hour any whose check is
 * older than a day: after a start, or after a morning on which Teams did not answer. `look` checks one at once, after a report
 * could not go there. `stop` resolves when the page that is being read, if any, is there.
 */
export function startCheckingPlaces(deps: CheckPlacesDeps): {
  look(place: Pick<SafeguardingPlace, 'tenantId' | 'channelId'>): void;
  stop(): Promise<void>;
} {
  let working: Promise<void> = Promise.resolve();
  let stopped = false;
  const rosterOf: CheckDeps['rosterOf'] = (place): RosterReader => {
    const read = deps.rosterOf(place);
    return (from) => (stopped ? Promise.resolve({ kind: 'unreadable', code: 'no-turn' }) : read(from));
  };
  const check = (which: (place: SafeguardingPlace) => boolean) => {
    working = working.then(() => checkPlaces({ ...deps, rosterOf }, (place) => !stopped && which(place)));
    return working;
  };
  const isOld = ({ checkedAt = '' }: SafeguardingPlace) => !(deps.now().getTime() - Date.parse(checkedAt) <= dayMs);

  const zones = new Set(deps.shelf.schools().map(({ school }) => school.timeZone));
  const jobs = [...zones].map(
    (timezone) =>
      new Cron(daily, { timezone }, () =>
        check(({ schoolId }) => deps.shelf.find(schoolId)?.school.timeZone === timezone),
      ),
  );
  jobs.push(new Cron(hourly, () => check(isOld)));
  void check(isOld);

  return {
    look({ tenantId, channelId }) {
      void check((one) => one.tenantId === tenantId && one.channelId === channelId);
    },
    stop() {
      stopped = true;
      jobs.forEach((job) => job.stop());
      return working;
    },
  };
}

/**
 * Checks the channels that `which` picks, one after the other; one that is gone stays so. Never rejects, and one that fails
 * holds up no other.
 */
export async function checkPlaces(deps: CheckPlacesDeps, which: (place: SafeguardingPlace) => boolean): Promise<void> {
  for (const { school } of deps.shelf.schools()) {
    try {
      for (const place of await deps.places.places(school.id)) {
        if (place.check === 'gone' || !which(place)) continue;
        const code = await checkPlace(deps, school, place);
        if (code !== undefined && isWell(code))
          deps.log.info({ school: school.id, code }, 'a safeguarding channel was checked');
        else deps.log.warn({ school: school.id, code: code ?? 'no-answer' }, 'a safeguarding channel was checked');
      }
    } catch (err) {
      deps.log.error({ school: school.id, code: 'places-not-checked', err }, 'the next run checks the channels again');
    }
  }
}
