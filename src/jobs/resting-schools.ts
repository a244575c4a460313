import { schoolsAtRest } from '../domain/people/asking-time.ts';
import type { LibraryShelf } from '../domain/policies/library-shelf.ts';

/** Quiet hours begin and end at a full minute, and a school’s file is not changed more often. */
const minuteMs = 60_000;

/** Tells which schools are at rest at an instant. It is asked at every look at the outbox, and works it out once a minute. */
export function createRestingSchools(shelf: Pick<LibraryShelf, 'schools'>): (now: Date) => readonly string[] {
  let known: { readonly minute: number; readonly ids: readonly string[] } | undefined;
  return (now) => {
    const minute = Math.floor(now.getTime() / minuteMs);
    if (known?.minute !== minute) {
      const schools = shelf.schools().map(({ school }) => school);
      known = { minute, ids: schoolsAtRest(schools, now) };
    }
    return known.ids;
  };
}
