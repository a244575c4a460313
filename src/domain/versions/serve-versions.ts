import { createHash } from 'node:crypto';
import type { SchoolLibrary } from '../policies/library.ts';
import { parsePolicy } from '../policies/parse-policy.ts';
import type { Policy } from '../policies/policy.ts';
import { versionHash } from '../policies/version-hash.ts';
import { inForce, type PolicyVersion } from './policy-version.ts';

/** What a school is served from, and what its files say otherwise. */
export interface ServedVersions {
  /** The same object as was given where its files are what is in force. */
  readonly library: SchoolLibrary;
  /** Files whose words are not in force: each with the version that is, or nothing where there was never one. */
  readonly proposed: readonly { readonly policy: Policy; readonly over?: PolicyVersion }[];
  /** Policies whose version in force cannot be read any more; they are not served. */
  readonly unreadable: readonly string[];
}

/**
 * The library with every policy as it is in force: a file that was changed changes nothing until its version is adopted.
 * A policy without any version is served as its file stands: it is the first. What the front matter alone says (dates,
 * owner, status) holds at once where the words are those in force, and a withdrawn or proposed policy is left as it is.
 */
export function serveVersions(library: SchoolLibrary, versions: readonly PolicyVersion[]): ServedVersions {
  const current = new Map(inForce(versions).map((version) => [version.policyId, version]));
  const proposed: { policy: Policy; over?: PolicyVersion }[] = [];
  const unreadable: string[] = [];
  let changed = false;
  const policies = library.policies.flatMap((policy) => {
    if (policy.cover.status !== 'in-force') return [policy];
    const over = current.get(policy.cover.id);
    if (!over) {
      proposed.push({ policy });
      return [policy];
    }
    if (over.hash === versionHash(policy)) return [policy];
    proposed.push({ policy, over });
    changed = true;
    const served = readVersion(over, policy.file);
    if (!served) unreadable.push(policy.cover.id);
    return served ? [served] : [];
  });
  return { library: changed ? { ...library, policies } : library, proposed, unreadable };
}

/** The policy of a stored version; undefined where its text cannot be read. */
export function readVersion({ schoolId, markdown, hash }: PolicyVersion, file: string): Policy | undefined {
  const contentHash = createHash('sha256').update(markdown).digest('hex');
  const parsed = parsePolicy(markdown, { schoolId, file, contentHash });
  return parsed.kind === 'parsed' && versionHash(parsed.policy) === hash ? parsed.policy : undefined;
}
