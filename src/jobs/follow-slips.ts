import type { LibraryShelf } from '../domain/policies/library-shelf.ts';
import { followSlips } from '../domain/slips/follow-slips.ts';
import type { SlipDesk } from '../domain/slips/slip-desk.ts';
import type { Log } from '../log.ts';
import { lookAgain, type Looking } from './look-again.ts';

export interface FollowSlipsDeps extends Pick<SlipDesk, 'slips' | 'persons' | 'absences' | 'sealer' | 'now'> {
  readonly shelf: Pick<LibraryShelf, 'schools'>;
  /** Is told when somebody is owed something. */
  readonly onOwed: () => void;
  readonly log: Log;
}

const everyMs = 60_000;

/**
 * Reminds of permissions before they end, says that they are over, asks what their end demands, and tells whoever stands in
 * by now what waits: looks every minute. Two of these at once, in one process or several, tell nobody twice.
 */
export function startFollowingSlips(deps: FollowSlipsDeps): Looking {
  return lookAgain(createSlipsFollower(deps), everyMs);
}

/** One look at every school. One that fails holds up no other and is looked at again. Never rejects. */
export function createSlipsFollower(deps: FollowSlipsDeps): (isOver?: () => boolean) => Promise<void> {
  const { shelf, onOwed, log } = deps;
  return async (isOver = () => false) => {
    for (const { school } of shelf.schools()) {
      if (isOver()) return;
      const about = { school: school.id };
      try {
        const count = await followSlips(deps, school);
        if (count === 0) continue;
        log.info({ ...about, count }, 'slips were looked after');
        onOwed();
      } catch (err) {
        log.error({ ...about, code: 'not-followed', err }, 'slips were not looked at');
      }
    }
  };
}
