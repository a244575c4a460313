import { activityLimit, countActivity, secondsToWait, type ActivityMinute } from '../domain/people/activity-limit.ts';
import type { PersonKey } from '../domain/people/person-key.ts';

/** More came from somebody than is answered in a minute. */
export interface TooMany {
  /** Until they are answered again. */
  readonly seconds: number;
  /** Whether they were not told yet in this minute, or the log was not; from then on they were. */
  tellNow(whom: 'person' | 'log'): boolean;
}

/** Counts an activity of a person, who is vouched for; what it gives says that it is one too many. */
export type CountActivity = (actor: PersonKey) => TooMany | undefined;

/**
 * Counts in this process, which is what it protects: with several instances each answers so many. Keeps only who wrote
 * within the last minute. `now` is in milliseconds.
 */
export function createActivityCount(now: () => number): CountActivity {
  const minutes = new Map<string, ActivityMinute & { readonly told: Set<'person' | 'log'> }>();

  function forgetEnded(at: number): void {
    for (const [key, { from }] of minutes) {
      if (at >= from && at - from < activityLimit.windowMs) return;
      minutes.delete(key);
    }
  }

  return ({ tenantId, objectId }) => {
    const at = now();
    const key = `${tenantId}|${objectId}`;
    const known = minutes.get(key);
    const counted = countActivity(known, at);
    // One for the whole minute: many may be counted before the first of them is told.
    const told = known?.from === counted.from ? known.told : new Set<'person' | 'log'>();
    const minute = { ...counted, told };
    if (minute.from !== known?.from) {
      minutes.delete(key); // so that they stand in the order in which they began
      forgetEnded(at);
    }
    minutes.set(key, minute);
    const seconds = secondsToWait(minute, at);
    if (seconds === undefined) return undefined;
    return {
      seconds,
      tellNow: (whom) => {
        const isFirst = !told.has(whom);
        told.add(whom);
        return isFirst;
      },
    };
  };
}
