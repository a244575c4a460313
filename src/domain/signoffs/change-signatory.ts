import type { EntryDraft } from '../ledger/entry.ts';
import type { School } from '../people/school.ts';
import type { Campaign } from './campaign.ts';
import type { Changed } from './next-round.ts';
import { readSignatory } from './read-campaign.ts';
import { recordFresh } from './record-fresh.ts';
import type { Signatory } from './signatory.ts';
import type { HeadAct, Refused, SignoffDesk } from './signoff-desk.ts';

/** `changed`: as they are now. `state`: nothing changed, for that does not fit how things stand with them (they signed, say). */
export type SignatoryChanged<Fault extends string> =
  | { readonly kind: 'changed'; readonly signatory: Signatory }
  | { readonly kind: 'state'; readonly signatory: Signatory }
  | { readonly kind: 'incomplete'; readonly what: Fault }
  | Refused;

/** One person of a campaign in which people are asked, and when it is. */
export interface SignatoryFound {
  readonly signatory: Signatory;
  readonly campaign: Campaign;
  readonly school: School;
  readonly now: Date;
  /** `now`, ISO 8601. */
  readonly at: string;
}

/**
 * Changes one person of an open campaign, for whoever may. `change` gives what it leads to, `as-it-is` where nothing has to
 * change any more, or `state` where it does not fit. Rejects when the store fails: then nothing changed.
 */
export function changeSignatory(
  desk: SignoffDesk,
  request: HeadAct & { readonly signatoryId: string },
  change: (found: SignatoryFound) => (Changed & { readonly entry: EntryDraft }) | 'as-it-is' | 'state',
): Promise<Exclude<SignatoryChanged<never>, { kind: 'incomplete' }>> {
  return recordFresh(async () => {
    const found = await readSignatory(desk, request);
    if (found.kind !== 'found') return found;
    const now = desk.now();
    const at = now.toISOString();
    const changed = change({ ...found, now, at });
    if (changed === 'state') return { kind: 'state', signatory: found.signatory };
    if (changed === 'as-it-is') return { kind: 'changed', signatory: found.signatory };
    const { signatory, owed, entry } = changed;
    const recorded = await desk.signoffs.record({
      schoolId: found.school.id,
      once: { act: request.act, deed: 'change', made: signatory.id },
      at,
      signatories: [signatory],
      then: { owed, entries: [entry] },
    });
    if (recorded.kind === 'overtaken') return { kind: 'overtaken' };
    return { kind: 'changed', signatory: recorded.kind === 'seen' ? found.signatory : signatory };
  });
}
