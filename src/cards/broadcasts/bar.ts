import { z } from 'zod/v4';
import type { BroadcastProgress } from '../../domain/broadcasts/broadcast-progress.ts';
import { cutText } from '../cut-text.ts';
import { missedStates } from './broadcast-words.ts';

/** One line with numbers, and below it the same as a bar of four parts; a part that is 0 is left out. */
export const BarView = z.strictObject({
  name: z.string(),
  numbers: z.string(),
  acted: z.number(),
  hasActed: z.boolean(),
  sent: z.number(),
  hasSent: z.boolean(),
  missed: z.number(),
  hasMissed: z.boolean(),
  others: z.number(),
  hasOthers: z.boolean(),
});
export type BarView = z.infer<typeof BarView>;

/** `name` is the group's, or a word of ours for everybody. */
export function toBarView(name: string, progress: BroadcastProgress): BarView {
  const { acted, audience } = progress;
  const sent = progress.sent + progress.read;
  const missed = missedStates.reduce((sum, state) => sum + progress[state], 0);
  const others = audience - acted - sent - missed;
  const not = missed === 0 ? '' : `; ${missed} not reached`;
  return {
    name: cutText(name, 240),
    numbers: `${sent + acted} of ${audience} sent, ${acted} acted${not}`,
    acted,
    hasActed: acted > 0,
    sent,
    hasSent: sent > 0,
    missed,
    hasMissed: missed > 0,
    others,
    hasOthers: others > 0,
  };
}
