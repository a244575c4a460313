import { compareVersions, type ClauseChange } from '../policies/compare-versions.ts';
import { inForce, type PolicyVersion, type VersionStore } from './policy-version.ts';
import { readVersion } from './read-version.ts';

/** A version, the one that it is compared with, and what lies between them. */
export interface FoundVersion {
  readonly version: PolicyVersion;
  readonly over: PolicyVersion;
  readonly changes: readonly ClauseChange[];
  /** Whether the policy's file says this now, and it is not in force. */
  readonly isProposed: boolean;
}

/**
 * The version of the school's policy with this hash, over the one in force; undefined where the school has no such version,
 * where it is the one in force itself, or where either text cannot be read any more.
 */
export async function findVersion(
  {
    versions,
    proposedHash,
  }: {
    readonly versions: Pick<VersionStore, 'versions' | 'text'>;
    /** The hash of what a policy's file says, where that is not in force. */
    readonly proposedHash: (schoolId: string, policyId: string) => string | undefined;
  },
  { schoolId, policyId, hash }: { schoolId: string; policyId: string; hash: string },
): Promise<FoundVersion | undefined> {
  const known = (await versions.versions(schoolId)).filter((one) => one.policyId === policyId);
  const version = known.find((one) => one.hash === hash);
  const [over] = inForce(known);
  if (!version || !over || over === version) return undefined;
  const [before, after] = await Promise.all([readVersion(versions, over), readVersion(versions, version)]);
  if (!before || !after) return undefined;
  const changes = compareVersions(before.clauses, after.clauses);
  return { version, over, changes, isProposed: proposedHash(schoolId, policyId) === hash };
}
