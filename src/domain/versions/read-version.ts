import { createHash } from 'node:crypto';
import { parsePolicy } from '../policies/parse-policy.ts';
import type { Policy } from '../policies/policy.ts';
import { versionHash } from '../policies/version-hash.ts';
import type { VersionName, VersionStore } from './policy-version.ts';

/**
 * The policy of a stored version, clause by clause as it was read when it was stored, as if it stood in `file`; undefined
 * where its text is not there or is not what the hash was made of.
 */
export async function readVersion(
  versions: Pick<VersionStore, 'text'>,
  { schoolId, policyId, hash }: VersionName,
  file = '',
): Promise<Policy | undefined> {
  const text = await versions.text({ schoolId, policyId, hash });
  if (!text) return undefined;
  const { markdown, parsed } = text;
  const contentHash = createHash('sha256').update(markdown).digest('hex');
  if (parsed && versionHash(parsed) === hash) return { ...parsed, markdown, contentHash, schoolId, file };
  const read = parsePolicy(markdown, { schoolId, file, contentHash });
  return read.kind === 'parsed' && versionHash(read.policy) === hash ? read.policy : undefined;
}
