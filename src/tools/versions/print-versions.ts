import { isInForce, type PolicyVersion } from '../../domain/versions/policy-version.ts';
import { onOneLine } from '../on-one-line.ts';

/** The versions for a person, a line each, in the order in which they were first seen. */
export function printVersions(versions: readonly PolicyVersion[]): string {
  if (versions.length === 0) return 'No version is stored yet: the bot stores them when it starts.\n';
  return versions.map((version) => `${lineOf(version)}\n`).join('');
}

function lineOf(one: PolicyVersion): string {
  const { schoolId, policyId, hash, version, seenAt, adoption, replacedAt } = one;
  const day = (instant: string) => instant.slice(0, 10);
  const standing = isInForce(one)
    ? `in force since ${day(adoption?.at ?? seenAt)}`
    : replacedAt === undefined
      ? `proposed on ${day(seenAt)}`
      : `replaced on ${day(replacedAt)}`;
  const change = adoption ? `, ${adoption.change}` : '';
  return `${hash.slice(0, 12)}  ${schoolId}  ${policyId}  version ${onOneLine(version)}  ${standing}${change}`;
}
