import { currentSigning, type Refusal, type Signing } from '../../domain/signoffs/find-signing.ts';
import type { Refused } from '../../domain/signoffs/refuse.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import { overtaken, refusalCard } from './refusal-cards.ts';
import { showAsk, showReceipt } from './show-signing.ts';
import type { SigningDeps } from './signing-deps.ts';

/** A refusal; where the same person is asked for the same document now, that card with a sentence above. */
export async function showRefusal(deps: SigningDeps, caller: Caller, { why, current }: Refused): Promise<Pressed> {
  if (!current) return refusalCard(why);
  if (current.signatory.state === 'signed') return showCurrentReceipt(deps, caller, current);
  const was = why === 'closed' ? 'a request that was closed' : 'an older version';
  return showAsk(
    deps,
    caller,
    current,
    `The card was of ${was}, so nothing was signed with it. Here is the current one.`,
  );
}

/** The same for a card that only shows or leads to an act, which is no refusal to record. */
export async function leadOn(deps: SigningDeps, caller: Caller, { campaign }: Signing, why: Refusal): Promise<Pressed> {
  const at = { schoolId: caller.library.school.id, person: caller.actor, campaign };
  const canMoveOn = why === 'older-version' || why === 'closed';
  const current = canMoveOn ? await currentSigning(deps, at) : undefined;
  return showRefusal(deps, caller, { kind: 'refused', why, current });
}

async function showCurrentReceipt(deps: SigningDeps, caller: Caller, { signatory }: Signing): Promise<Pressed> {
  const receipt = await deps.signoffs.receiptOf(signatory.schoolId, signatory.id);
  return receipt ? showReceipt(deps, caller, receipt, true) : overtaken();
}
