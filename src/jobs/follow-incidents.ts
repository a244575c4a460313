import { followIncident } from '../domain/incidents/follow-incident.ts';
import type { ReportDesk } from '../domain/incidents/open-incident.ts';
import type { LibraryShelf } from '../domain/policies/library-shelf.ts';
import type { Log } from '../log.ts';
import { lookAgain, type Looking } from './look-again.ts';

export interface FollowDeps extends ReportDesk {
  readonly shelf: Pick<LibraryShelf, 'schools'>;
  /** Is told when something was recorded that is now owed. */
  readonly onOwed: () => void;
  readonly log: Log;
}

const everyMs = 2_000;

/**
 * Looks after every open report, every two seconds and when it is told to: the next rung of its ladder, what its reporter is
 * told, who is told when nobody takes it. Two of these at once, in one process or several, record nothing twice.
 */
export function startFollowingIncidents(deps: FollowDeps): Looking {
  return lookAgain(createIncidentFollower(deps), everyMs);
}

/** One look at every open report. A report that fails holds up no other and is looked at again. Never rejects. */
export function createIncidentFollower(deps: FollowDeps): (isOver?: () => boolean) => Promise<void> {
  const { incidents, shelf, onOwed, log } = deps;
  const unreadable = new Set<string>();

  const follow = async (school: ReturnType<typeof shelf.schools>[number]['school'], id: string) => {
    const incident = await incidents.find(school.id, id);
    const followed = incident && (await followIncident(deps, school, incident));
    if (followed === 'recorded') onOwed();
    if (followed !== 'unreadable' || unreadable.has(id)) return;
    unreadable.add(id);
    log.error(
      { school: school.id, reference: id, code: 'not-opened' },
      'a report cannot be opened and goes no further',
    );
  };

  return async (isOver = () => false) => {
    for (const { school } of shelf.schools()) {
      try {
        for (const { id } of await incidents.open(school.id)) {
          if (isOver()) return;
          try {
            await follow(school, id);
          } catch (err) {
            log.error({ school: school.id, reference: id, code: 'not-followed', err }, 'a report was not looked after');
          }
        }
      } catch (err) {
        log.error({ school: school.id, code: 'reports-not-read', err }, 'the open reports could not be read');
      }
    }
  };
}
