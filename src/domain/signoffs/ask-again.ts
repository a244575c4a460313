import { nextAskingTime } from '../people/asking-time.ts';
import { changeSignatory, type SignatoryChanged } from './change-signatory.ts';
import { isAskedOn } from './chase.ts';
import { nextRound } from './next-round.ts';
import type { HeadAct, SignoffDesk } from './signoff-desk.ts';
import { campaignEntry } from './signoff-entries.ts';

/**
 * Asks somebody again, whatever kept them from signing: pending, and the card of a new round. Whoever is pending already is
 * reminded, but not twice on one day. Who signed is not asked.
 */
export function askAgain(
  desk: SignoffDesk,
  request: HeadAct & { readonly signatoryId: string },
): Promise<SignatoryChanged<never>> {
  return changeSignatory(desk, request, ({ signatory, campaign, school, now, at }) => {
    const { state, person } = signatory;
    if (state === 'signed') return 'state';
    const askAt = nextAskingTime(school, now).toISOString();
    if (state === 'pending' && (!person || isAskedOn(signatory, school, askAt))) return 'as-it-is';
    const entry = campaignEntry(campaign, 'reopened', at, { signatory: signatory.id });
    return { ...nextRound(signatory, { at, askAt }), entry };
  });
}
