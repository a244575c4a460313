import { compareVersions, type ClauseChange } from '../policies/compare-versions.ts';
import type { Policy } from '../policies/policy.ts';
import { readVersion } from '../versions/read-version.ts';
import type { Campaign } from './campaign.ts';
import type { Signing } from './find-signing.ts';
import { latestOf, type Receipt } from './receipt.ts';
import type { SignoffDesk } from './signoff-desk.ts';

/** The words of a campaign, and what changed since this person's last signature of another version. */
export interface Reading {
  /** The policy as it is signed; undefined of another document, and where its text cannot be read any more. */
  readonly policy?: Policy | undefined;
  readonly since?: { readonly receipt: Receipt; readonly changes: readonly ClauseChange[] } | undefined;
}

/** Reads what the signatory is asked to sign, in the version that the campaign binds, whatever is in force by now. */
export async function readSigned(
  { signoffs, versions }: Pick<SignoffDesk, 'signoffs' | 'versions'>,
  { campaign, signatory }: Signing,
): Promise<Reading> {
  const { document, schoolId } = campaign;
  if (document.kind === 'other') return {};
  const { policyId } = document;
  const policy = await readVersion(versions, { schoolId, policyId, hash: document.hash });
  if (!policy || !signatory.person) return { policy };
  const receipt = lastSigned(await signoffs.receiptsOf(schoolId, signatory.person), campaign);
  const before = receipt && (await readVersion(versions, { schoolId, policyId, hash: receipt.document.hash }));
  if (!receipt || !before) return { policy };
  return { policy, since: { receipt, changes: compareVersions(before.clauses, policy.clauses) } };
}

/** What this person signed last of the campaign's policy in another one, where it was another version. */
export function lastSigned(
  receipts: readonly Receipt[],
  { id, document }: Pick<Campaign, 'id' | 'document'>,
): Receipt | undefined {
  if (document.kind === 'other') return undefined;
  const last = latestOf(receipts.filter((one) => one.document.policyId === document.policyId && one.campaignId !== id));
  return last?.document.hash === document.hash ? undefined : last;
}
