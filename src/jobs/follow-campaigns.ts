import type { LibraryShelf } from '../domain/policies/library-shelf.ts';
import { createCampaignFollower, type FollowDesk } from '../domain/signoffs/create-campaign-follower.ts';
import type { Log } from '../log.ts';
import { lookAgain, type Looking } from './look-again.ts';

export interface FollowCampaignsDeps extends FollowDesk {
  readonly shelf: Pick<LibraryShelf, 'find'>;
  /** Is told when something was recorded that is now owed. */
  readonly onOwed: () => void;
  readonly log: Log;
}

const everyMs = 30_000;

/**
 * Looks after every campaign that is not closed, every thirty seconds and when it is told to: who joined or left, who cannot
 * be reached, who is to be reminded. Two of these at once, in one process or several, record nothing twice.
 */
export function startFollowingCampaigns(deps: FollowCampaignsDeps): Looking {
  return lookAgain(createCampaignsFollower(deps), everyMs);
}

/** One look at every live campaign. One that fails holds up no other and is looked at again. Never rejects. */
export function createCampaignsFollower(deps: FollowCampaignsDeps): (isOver?: () => boolean) => Promise<void> {
  const { signoffs, shelf, onOwed, log } = deps;
  const follow = createCampaignFollower(deps);
  return async (isOver = () => false) => {
    try {
      for (const campaign of await signoffs.live()) {
        const library = shelf.find(campaign.schoolId);
        if (isOver()) return;
        if (!library) continue;
        const about = { school: campaign.schoolId, reference: campaign.id };
        try {
          if ((await follow(campaign, library)) === 'nothing') continue;
          log.info(about, 'a campaign for signatures was looked after');
          onOwed();
        } catch (err) {
          log.error({ ...about, code: 'not-followed', err }, 'a campaign for signatures was not looked after');
        }
      }
    } catch (err) {
      log.error({ code: 'campaigns-not-read', err }, 'the campaigns for signatures could not be read');
    }
  };
}
