import { createHash } from 'node:crypto';
import { parsePolicy } from '../policies/parse-policy.ts';
import type { Policy } from '../policies/policy.ts';
import { versionHash } from '../policies/version-hash.ts';
import type { VersionName, VersionStore } from './policy-version.ts';

/** The policy of a stored version, as if it stood in `file`; undefined where its text is not there or cannot be read. */
export async function readVersion(
  versions: Pick<VersionStore, 'text'>,
  { schoolId, policyId, hash }: VersionName,
  file = '',
): Promise<Policy | undefined> {
  const text = await versions.text({ schoolId, policyId, hash });
  if (!text) return undefined;
  const contentHash = createHash('sha256').update(text.markdown).digest('hex');
  const parsed = parsePolicy(text.markdown, { schoolId, file, contentHash });
  return parsed.kind === 'parsed' && versionHash(parsed.policy) === hash ? parsed.policy : undefined;
}
