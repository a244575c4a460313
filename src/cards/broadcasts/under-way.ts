import { z } from 'zod/v4';
import { broadcastProgress } from '../../domain/broadcasts/broadcast-progress.ts';
import type { AddresseeRow } from '../../domain/broadcasts/broadcast-store.ts';
import type { Broadcast } from '../../domain/broadcasts/broadcast.ts';
import { defineCard } from '../define-card.ts';
import { instantText } from '../instant-text.ts';
import { BarView, toBarView } from './bar.ts';
import { broadcastStanding, broadcastTitle, broadcastTotals, restText, type About } from './broadcast-words.ts';

const UnderWayView = z.strictObject({
  title: z.string(),
  standing: z.string(),
  bars: z.array(BarView).length(1),
  totals: z.string(),
  footer: z.string(),
});
export type UnderWayView = z.infer<typeof UnderWayView>;

/**
 * How far a broadcast is, for its sender: it changes by itself while it goes out. Without buttons, whose forms would be
 * written over.
 */
export const underWayCard = defineCard('broadcasts/under-way', UnderWayView);

export function toUnderWayView(input: {
  readonly broadcast: Broadcast;
  readonly rows: readonly AddresseeRow[];
  readonly about: About;
  readonly school: { readonly timeZone: string };
  /** ISO 8601, like `restsUntil`: until when the school is at rest, where it is now. */
  readonly now: string;
  readonly restsUntil?: string | undefined;
}): UnderWayView {
  const { broadcast, rows, about, school, now, restsUntil } = input;
  const { id, state, sendAt } = broadcast;
  const progress = broadcastProgress(broadcast, rows);
  const isGoing = state === 'open' && progress.pending > 0;
  const standing = isGoing
    ? `Going out since ${instantText(sendAt, school)}. ${restsUntil === undefined ? 'This changes by itself.' : restText(restsUntil, school)}`
    : broadcastStanding(broadcast, now, school);
  return {
    title: broadcastTitle(broadcast, about),
    standing: `${id} · ${standing}`,
    bars: [toBarView('Everybody', progress)],
    totals: broadcastTotals(progress),
    footer: `Write “progress of ${id}” to see more${isGoing ? `, and “cancel ${id}” to stop it` : ''}.`,
  };
}
