import type { PolicyVersion } from '../versions/policy-version.ts';
import { adoptedInOrder, isInForce } from '../versions/policy-version.ts';
import type { Campaign } from './campaign.ts';

/**
 * Whether a signature of the version with this hash still holds: it is the one in force, or every one that came into force
 * after it was minor. `versions` are those of one school; other policies play no part.
 */
export function holds(
  signed: { readonly policyId: string; readonly hash: string },
  versions: readonly PolicyVersion[],
): boolean {
  const adopted = adoptedInOrder(versions, signed.policyId);
  for (let at = adopted.findIndex(isInForce); at >= 0; at -= 1) {
    const version = adopted[at];
    if (version?.hash === signed.hash) return true;
    if (version?.adoption?.change !== 'minor') return false;
  }
  return false;
}

/** Whether a campaign asks for words that a binding version has replaced. Another document never is. */
export function isOutdated({ document }: Pick<Campaign, 'document'>, versions: readonly PolicyVersion[]): boolean {
  return document.kind === 'policy' && !holds(document, versions);
}
