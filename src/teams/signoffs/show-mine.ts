import { mineCard, toMineView } from '../../cards/signoffs/mine.ts';
import type { Signing } from '../../domain/signoffs/find-signing.ts';
import { mySignoffs } from '../../domain/signoffs/mine.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import { copyOf } from './copy-receipt.ts';
import { inOwnChat, refusalCard, say, signingSummary } from './refusal-cards.ts';
import { leadOn } from './show-refusal.ts';
import { showAsk, showReceipt } from './show-signing.ts';
import type { SigningDeps } from './signing-deps.ts';

/**
 * The card that asks where the caller can still do something, in this campaign or in one that took its place; else what
 * became of it.
 */
export async function showAsked(deps: SigningDeps, caller: Caller, found: Signing): Promise<Pressed> {
  const { campaign, signatory } = found;
  const receipt =
    signatory.state === 'signed' ? await deps.signoffs.receiptOf(campaign.schoolId, signatory.id) : undefined;
  if (receipt) return showReceipt(deps, caller, receipt);
  if (campaign.state !== 'open') return leadOn(deps, caller, found, 'closed');
  const { state } = signatory;
  return state === 'exempt' || state === 'left' ? refusalCard(state) : showAsk(deps, caller, found);
}

/** A receipt of the caller's own, or a file of it; nobody else's is told from none. */
export async function openReceipt(
  deps: SigningDeps,
  caller: Caller,
  id: string,
  as: 'card' | 'copy' = 'card',
): Promise<Pressed> {
  if (caller.place.kind !== 'personal') return inOwnChat();
  const own = await deps.signoffs.receiptsOf(caller.library.school.id, caller.actor);
  const receipt = own.find((one) => one.id === id);
  if (!receipt)
    return say('There is no such receipt of yours', 'Write “what have I signed” to see those that you have.');
  return as === 'copy' ? copyOf(deps, caller, receipt) : showReceipt(deps, caller, receipt);
}

/** What the caller has to sign and has signed. */
export async function showMine(deps: SigningDeps, { library, actor: person, today }: Caller): Promise<Pressed> {
  const { school } = library;
  const mine = await mySignoffs(deps, { schoolId: school.id, person });
  return { card: mineCard.render(toMineView({ ...mine, school, today })), replaces: true, summary: signingSummary };
}
