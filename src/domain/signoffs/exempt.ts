import { longestTexts } from './campaign-draft.ts';
import { changeSignatory, type SignatoryChanged } from './change-signatory.ts';
import { settled } from './next-round.ts';
import type { HeadAct, SignoffDesk } from './signoff-desk.ts';
import { campaignEntry } from './signoff-entries.ts';
import { typedText } from './typed-text.ts';

/** Notes that one person need not sign, for a reason that has to be given; their card says so. */
export async function exemptSignatory(
  desk: SignoffDesk,
  request: HeadAct & { readonly signatoryId: string; readonly reason: string },
): Promise<SignatoryChanged<'reason' | 'too-long'>> {
  const reason = typedText(request.reason);
  if (reason === '') return { kind: 'incomplete', what: 'reason' };
  if (reason.length > longestTexts.reason) return { kind: 'incomplete', what: 'too-long' };
  return changeSignatory(desk, request, ({ signatory, campaign, at }) => {
    if (signatory.state === 'signed') return 'state';
    const entry = campaignEntry(campaign, 'exempted', at, { signatory: signatory.id });
    return { ...settled(signatory, { state: 'exempt', reason }, at), entry };
  });
}
