import { signatoryStates, type Signatory, type SignatoryState } from './signatory.ts';

/** How many are in each state; they add up to `audience`, whatever happened. */
export type Progress = Readonly<Record<SignatoryState, number>> & { readonly audience: number };

export function progressOf(signatories: readonly Pick<Signatory, 'state'>[]): Progress {
  const counts = Object.fromEntries(signatoryStates.map((state) => [state, 0])) as Record<SignatoryState, number>; // one for each
  for (const { state } of signatories) counts[state]++;
  return { ...counts, audience: signatories.length };
}
