import { longestTexts } from './campaign-draft.ts';
import { changeSignatory, type SignatoryChanged } from './change-signatory.ts';
import { isOutstanding } from './signatory.ts';
import { dayProblem } from './draft-problems.ts';
import { settled } from './next-round.ts';
import type { HeadAct, SignoffDesk } from './signoff-desk.ts';
import { campaignEntry } from './signoff-entries.ts';
import { typedText } from './typed-text.ts';

/**
 * Gives one outstanding person a day of their own; their card says the new day. The reason, where one is given, stands with
 * them while they are pending.
 */
export async function extendSignatory(
  desk: SignoffDesk,
  request: HeadAct & { readonly signatoryId: string; readonly dueOn: string; readonly reason: string },
): Promise<SignatoryChanged<'no-day' | 'day-past' | 'day-far' | 'too-long'>> {
  const { dueOn, today } = request;
  const reason = typedText(request.reason);
  const what = dayProblem(dueOn, today) ?? (reason.length > longestTexts.reason ? 'too-long' : undefined);
  if (what) return { kind: 'incomplete', what };
  return changeSignatory(desk, request, ({ signatory, campaign, at }) => {
    if (!isOutstanding(signatory)) return 'state';
    const changes = { dueOn, ...(signatory.state === 'pending' && reason !== '' && { reason }) };
    const facts = { signatory: signatory.id, due: dueOn };
    return { ...settled(signatory, changes, at), entry: campaignEntry(campaign, 'day-moved', at, facts) };
  });
}
