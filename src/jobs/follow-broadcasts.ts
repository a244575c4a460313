import { toldTo } from '../domain/broadcasts/broadcast-deliveries.ts';
import type { BroadcastStore } from '../domain/broadcasts/broadcast-store.ts';
import type { Broadcast } from '../domain/broadcasts/broadcast.ts';
import { followBroadcast } from '../domain/broadcasts/follow-broadcast.ts';
import type { DeliveryStore } from '../domain/delivery/delivery-store.ts';
import type { LibraryShelf } from '../domain/policies/library-shelf.ts';
import type { SignoffStore } from '../domain/signoffs/signoff-store.ts';
import type { Log } from '../log.ts';
import { lookAgain, type Looking } from './look-again.ts';

export interface FollowBroadcastsDeps {
  readonly broadcasts: Pick<BroadcastStore, 'broadcasts' | 'addressees' | 'record'>;
  readonly signoffs: Pick<SignoffStore, 'signatories'>;
  readonly deliveries: Pick<DeliveryStore, 'find'>;
  readonly shelf: Pick<LibraryShelf, 'schools'>;
  readonly now: () => Date;
  /** Is told when something was recorded that is now owed. */
  readonly onOwed: () => void;
  readonly log: Log;
}

const everyMs = 30_000;
/** So long after it went out a copy still changes to “done” when its reader signs. */
const followedMs = 60 * 86_400_000;

/**
 * Looks after every broadcast that is sent, every thirty seconds and when it is told to: who has signed meanwhile, and
 * whether it is through. Two of these at once, in one process or several, record nothing twice.
 */
export function startFollowingBroadcasts(deps: FollowBroadcastsDeps): Looking {
  return lookAgain(createBroadcastsFollower(deps), everyMs);
}

/** One look at every broadcast that may still change. One that fails holds up no other. Never rejects. */
export function createBroadcastsFollower(deps: FollowBroadcastsDeps): (isOver?: () => boolean) => Promise<void> {
  const { broadcasts, shelf, now, log } = deps;
  return async (isOver = () => false) => {
    for (const { school } of shelf.schools()) {
      try {
        const at = now();
        const live = (await broadcasts.broadcasts(school.id)).filter((one) => mayChange(one, at));
        for (const broadcast of live) {
          if (isOver()) return;
          await followOne(deps, broadcast, at.toISOString());
        }
      } catch (err) {
        log.error({ school: school.id, code: 'broadcasts-not-read', err }, 'the broadcasts could not be looked after');
      }
    }
  };
}

function mayChange({ state, sendAt, ended }: Broadcast, now: Date): boolean {
  const since = now.getTime() - Date.parse(sendAt);
  const isStanding = state === 'open' || ended?.why === 'cancelled';
  return isStanding && since >= 0 && since < followedMs;
}

async function followOne(deps: FollowBroadcastsDeps, broadcast: Broadcast, at: string): Promise<void> {
  const { broadcasts, signoffs, deliveries, onOwed, log } = deps;
  const { id, schoolId, audience } = broadcast;
  const about = { school: schoolId, reference: id };
  try {
    const isTold = (await deliveries.find(toldTo(broadcast, 'through', at).key)) !== undefined;
    if (isTold && audience.kind !== 'unsigned') return;
    const rows = await broadcasts.addressees(schoolId, id);
    const signatories = audience.kind === 'unsigned' ? await signoffs.signatories(schoolId, audience.campaignId) : [];
    const change = followBroadcast(broadcast, rows, signatories, { at, isTold });
    if (!change || (await broadcasts.record(change)).kind !== 'recorded') return;
    log.info(about, 'a broadcast was looked after');
    onOwed();
  } catch (err) {
    log.error({ ...about, code: 'not-followed', err }, 'a broadcast was not looked after');
  }
}
