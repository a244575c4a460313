import type { Delivery } from './delivery.ts';

/** The code of a delivery whose card had nothing to tell any more when it was its turn. */
export const nothingToTell = 'nothing-to-tell';

/**
 * Whether a person has to deal with a delivery that did not surely arrive. A message to many that was stopped, a signature or
 * a review that was settled meanwhile had nothing to tell: that is no failure. Of anything else that is looked into.
 */
export function needsSomebody({ subject, attempts }: Pick<Delivery, 'subject' | 'attempts'>): boolean {
  const mayBeOver = 'broadcast' in subject || 'campaign' in subject || 'duty' in subject;
  return !mayBeOver || attempts.at(-1)?.code !== nothingToTell;
}
