import type { SchoolLibrary } from '../policies/library.ts';
import type { Policy } from '../policies/policy.ts';
import { versionHash } from '../policies/version-hash.ts';
import { inForce, type PolicyVersion, type VersionStore } from './policy-version.ts';
import { readVersion } from './read-version.ts';

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
 * owner, status) holds at once where the words are those in force, and a withdrawn or proposed policy is left as it is. A
 * file that is the stored one to the letter proposes nothing, however it is parsed.
 */
export async function serveVersions(
  store: Pick<VersionStore, 'text'>,
  library: SchoolLibrary,
  versions: readonly PolicyVersion[],
): Promise<ServedVersions> {
  const current = new Map(inForce(versions).map((version) => [version.policyId, version]));
  const proposed: { policy: Policy; over?: PolicyVersion }[] = [];
  const unreadable: string[] = [];
  const policies: Policy[] = [];
  let changed = false;
  for (const policy of library.policies) {
    const over = current.get(policy.cover.id);
    if (policy.cover.status !== 'in-force' || over?.hash === versionHash(policy)) {
      policies.push(policy);
      continue;
    }
    if (!over) {
      proposed.push({ policy });
      policies.push(policy);
      continue;
    }
    changed = true;
    const served = await readVersion(store, over, policy.file);
    if (served) policies.push(served);
    else unreadable.push(policy.cover.id);
    // Where the file is the stored one, only the parser reads it otherwise by now: nobody changed a word.
    if (served?.markdown !== policy.markdown) proposed.push({ policy, over });
  }
  return { library: changed ? { ...library, policies } : library, proposed, unreadable };
}
