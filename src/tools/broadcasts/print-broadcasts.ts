import { aboutOf } from '../../cards/broadcasts/about-of.ts';
import { broadcastTitle, broadcastTotals } from '../../cards/broadcasts/broadcast-words.ts';
import { broadcastProgress } from '../../domain/broadcasts/broadcast-progress.ts';
import type { AddresseeRow } from '../../domain/broadcasts/broadcast-store.ts';
import type { Broadcast } from '../../domain/broadcasts/broadcast.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import type { Campaign } from '../../domain/signoffs/campaign.ts';
import { onOneLine } from '../on-one-line.ts';

/** A broadcast with everybody in it, and what its school has. */
export interface ListedBroadcast {
  readonly broadcast: Broadcast;
  readonly rows: readonly AddresseeRow[];
  readonly library: SchoolLibrary;
  readonly campaigns: readonly Campaign[];
}

/** Every broadcast with its numbers, the newest last. Names nobody, and says nothing of what was written. */
export function printBroadcasts(broadcasts: readonly ListedBroadcast[]): string {
  if (broadcasts.length === 0) return 'Nothing was sent to many yet.\n';
  return broadcasts
    .map((listed) => {
      const { id, schoolId, sendAt } = listed.broadcast;
      const totals = broadcastTotals(broadcastProgress(listed.broadcast, listed.rows));
      return `${id}  ${schoolId}  ${stateOf(listed.broadcast)}, from ${sendAt}  ${onOneLine(titleOf(listed))}\n  ${totals}\n`;
    })
    .join('');
}

/** The same as JSON. */
export function broadcastAsJson(listed: ListedBroadcast): object {
  const { broadcast, rows } = listed;
  const { id, schoolId, template, policyId, openedAt, sendAt, edition } = broadcast;
  return {
    ...{ id, school: schoolId, state: stateOf(broadcast), template, title: titleOf(listed) },
    ...(policyId !== undefined && { policy: policyId }),
    ...{ openedAt, sendAt, edition, numbers: broadcastProgress(broadcast, rows) },
  };
}

function titleOf({ broadcast, library, campaigns }: ListedBroadcast): string {
  return broadcastTitle(broadcast, aboutOf(library, campaigns, broadcast));
}

function stateOf({ state, ended }: Broadcast): string {
  return ended?.why ?? state;
}
