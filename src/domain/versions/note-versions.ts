import type { Delivery } from '../delivery/delivery.ts';
import { newDelivery } from '../delivery/new-delivery.ts';
import type { EntryDraft } from '../ledger/entry.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import type { Policy } from '../policies/policy.ts';
import { versionHash } from '../policies/version-hash.ts';
import type { Adoption, PolicyVersion, VersionStore, VersionText } from './policy-version.ts';
import { serveVersions, type ServedVersions } from './serve-versions.ts';

/** What is served, and whether somebody is now owed word of a new version. */
export type NotedVersions = ServedVersions & { readonly owed: boolean };

/**
 * Stores what the files of a school say anew: the first version of a policy comes into force as it stands, any later one is
 * proposed, and `heads` are told of it once. Done twice, or by several instances at once, it records nothing twice.
 */
export async function noteVersions(
  { versions, now }: { versions: Pick<VersionStore, 'versions' | 'text' | 'addVersion'>; now: () => Date },
  library: SchoolLibrary,
  heads: readonly PersonKey[],
): Promise<NotedVersions> {
  const { id: schoolId } = library.school;
  const known = await versions.versions(schoolId);
  const served = await serveVersions(versions, library, known);
  const { proposed } = served;
  const isKnown = ({ cover }: Policy, hash: string) =>
    known.some((version) => version.policyId === cover.id && version.hash === hash);
  const fresh = proposed
    .map(({ policy, over }) => ({ policy, over, hash: versionHash(policy) }))
    .filter(({ policy, over, hash }) => !over || !isKnown(policy, hash));
  const add = async ({ policy, over, hash }: (typeof fresh)[number]) => {
    const at = now().toISOString();
    const adoption: Adoption | undefined = over ? undefined : { change: 'first', at };
    const version = versionOf(policy, { schoolId, hash, at, adoption });
    const then = adoption
      ? { owed: [], entries: [adoptionEntry(version, adoption, at)] }
      : { owed: heads.map((to) => owedTo(to, version, at)), entries: [] };
    return (await versions.addVersion(version, textOf(policy), then)) === 'added' && then.owed.length > 0;
  };
  // At once, so that they share a write: a school's first start stores all its policies.
  const owed = (await Promise.all(fresh.map(add))).includes(true);
  if (fresh.length === 0) return { ...served, owed };
  return { ...(await serveVersions(versions, library, await versions.versions(schoolId))), owed };
}

const textOf = ({ markdown, cover, clauses }: Policy): VersionText => ({ markdown, parsed: { cover, clauses } });

function versionOf(
  { cover }: Policy,
  { schoolId, hash, at, adoption }: { schoolId: string; hash: string; at: string; adoption: Adoption | undefined },
): PolicyVersion {
  const { id: policyId, version, title } = cover;
  return { schoolId, policyId, hash, version, title, seenAt: at, ...(adoption && { adoption }) };
}

/** What the ledger of sign-offs says of a version that comes into force. No names: who decided stands with the version. */
export function adoptionEntry(
  { schoolId, policyId, version, hash }: Pick<PolicyVersion, 'schoolId' | 'policyId' | 'version' | 'hash'>,
  { change, adoptedBy, adoptedOn }: Adoption,
  at: string,
): EntryDraft {
  const decided = { ...(adoptedBy !== undefined && { adoptedBy }), ...(adoptedOn !== undefined && { adoptedOn }) };
  const facts = { policy: policyId, version, hash, change, ...decided };
  return { schoolId, chain: 'signoffs', at, kind: 'version-in-force', facts };
}

function owedTo(to: PersonKey, { schoolId, policyId, hash }: PolicyVersion, at: string): Delivery {
  const key = `${schoolId}:version-proposed:${policyId}-${hash}:${to.objectId}`;
  return newDelivery({ key, schoolId, subject: { kind: 'version-proposed', policy: policyId, hash }, to }, at);
}
