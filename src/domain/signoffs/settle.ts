import type { Delivery } from '../delivery/delivery.ts';
import { settledTo } from './signoff-deliveries.ts';
import type { Signatory } from './signatory.ts';

/** The signatory's next revision. What is about how they stood before (why exempt, say) does not outlive it. */
export function nextOf(
  { reason: _reason, ...signatory }: Signatory,
  change: Pick<Signatory, 'state' | 'changedAt'> & { readonly questionId?: string | undefined },
): Signatory {
  return { ...signatory, ...change, revision: signatory.revision + 1 };
}

/** Every card that asked this person shows what is so by now. `somebody` is as the change leaves them. */
export function settled(somebody: Signatory, at: string): Delivery[] {
  return Array.from({ length: somebody.asked }, (_, round) => settledTo(somebody, round + 1, at)).flat();
}
