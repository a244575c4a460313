import { z } from 'zod/v4';
import type { Progress } from '../../domain/signoffs/progress.ts';
import { cutText } from '../cut-text.ts';

/** One line with numbers, and below it the same as a bar of three parts; a part that is 0 is left out. */
export const BarView = z.strictObject({
  name: z.string(),
  numbers: z.string(),
  signed: z.number(),
  hasSigned: z.boolean(),
  needsYou: z.number(),
  hasNeedsYou: z.boolean(),
  others: z.number(),
  hasOthers: z.boolean(),
});
export type BarView = z.infer<typeof BarView>;

/**
 * `name` is the group's, or a word of ours for everybody. Only while it `isOpen` somebody needs the head: once it is closed
 * nobody can sign any more, whatever they said.
 */
export function toBarView(name: string, progress: Progress, isOpen: boolean): BarView {
  const { signed, declined, query, unreachable, audience } = progress;
  const needsYou = isOpen ? declined + query + unreachable : 0;
  const others = audience - signed - needsYou;
  const need = needsYou === 0 ? '' : `; ${needsYou} ${needsYou === 1 ? 'needs' : 'need'} you`;
  return {
    name: cutText(name, 240),
    numbers: `${signed} of ${audience} signed${need}`,
    signed,
    hasSigned: signed > 0,
    needsYou,
    hasNeedsYou: needsYou > 0,
    others,
    hasOthers: others > 0,
  };
}
