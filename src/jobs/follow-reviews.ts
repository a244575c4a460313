import type { LibraryShelf } from '../domain/policies/library-shelf.ts';
import { followReviews } from '../domain/reviews/follow-reviews.ts';
import { settleReminders, type SettleRemindersDesk } from '../domain/reviews/settle-reminders.ts';
import type { Log } from '../log.ts';
import { lookAgain, type Looking } from './look-again.ts';

export interface FollowReviewsDeps extends SettleRemindersDesk {
  readonly shelf: Pick<LibraryShelf, 'schools'>;
  /** Is told when somebody is owed a reminder, or what takes its place. */
  readonly onOwed: () => void;
  readonly log: Log;
}

const everyMs = 300_000;

/**
 * Reminds who owns what is due for review, and the chair of what is overdue, and says in the place of a reminder once it is
 * settled: looks every five minutes and when it is woken. Two of these at once, in one process or several, tell nobody twice.
 */
export function startFollowingReviews(deps: FollowReviewsDeps): Looking {
  return lookAgain(createReviewsFollower(deps), everyMs);
}

/** One look at every school. One that fails holds up no other and is looked at again. Never rejects. */
export function createReviewsFollower(deps: FollowReviewsDeps): (isOver?: () => boolean) => Promise<void> {
  const { shelf, onOwed, log } = deps;
  return async (isOver = () => false) => {
    for (const library of shelf.schools()) {
      if (isOver()) return;
      const about = { school: library.school.id };
      try {
        const count = (await settleReminders(deps, library)) + (await followReviews(deps, library));
        if (count === 0) continue;
        log.info({ ...about, count }, 'reviews of policies were looked after');
        onOwed();
      } catch (err) {
        log.error({ ...about, code: 'not-followed', err }, 'reviews of policies were not looked at');
      }
    }
  };
}
