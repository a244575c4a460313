import type { LibraryShelf } from '../domain/policies/library-shelf.ts';
import { followReviews, type FollowReviewsDesk } from '../domain/reviews/follow-reviews.ts';
import type { Log } from '../log.ts';
import { lookAgain, type Looking } from './look-again.ts';

export interface FollowReviewsDeps extends FollowReviewsDesk {
  readonly shelf: Pick<LibraryShelf, 'schools'>;
  /** Is told when somebody is owed a reminder. */
  readonly onOwed: () => void;
  readonly log: Log;
}

const everyMs = 300_000;

/**
 * Reminds who owns what is due for review, and the chair of what is overdue: looks every five minutes and when it is woken.
 * Two of these at once, in one process or several, remind nobody twice.
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
        const count = await followReviews(deps, library);
        if (count === 0) continue;
        log.info({ ...about, count }, 'reviews of policies were reminded of');
        onOwed();
      } catch (err) {
        log.error({ ...about, code: 'not-followed', err }, 'reviews of policies were not looked at');
      }
    }
  };
}
