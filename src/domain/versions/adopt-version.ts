import type { Act } from '../delivery/act.ts';
import { actingHolders } from '../people/acting-holders.ts';
import type { Actor } from '../people/actor.ts';
import type { Person, School } from '../people/school.ts';
import { adoptionEntry } from './note-versions.ts';
import { inForce, type Adoption, type AdoptingBody, type PolicyVersion, type VersionStore } from './policy-version.ts';

/** What somebody decided about a proposed version. Days are YYYY-MM-DD; texts as they were typed. */
export interface Decision {
  readonly change: 'binding' | 'minor' | '';
  readonly adoptedBy: AdoptingBody;
  readonly adoptedOn: string;
  readonly meeting: string;
  readonly reason: string;
}

/**
 * - `adopted`: it is in force
 * - `incomplete`: nothing changed; what is missing or does not fit
 * - `not-yours`: only the head, whoever stands in for them, or a delegate decides
 * - `overtaken`: another version came into force since, or the file says something else by now
 */
export type Adopted =
  | { readonly kind: 'adopted'; readonly version: PolicyVersion }
  | { readonly kind: 'incomplete'; readonly what: 'change' | 'day' | 'day-ahead' | 'reason' | 'too-long' }
  | { readonly kind: 'not-yours' | 'overtaken' };

/** Whether this person may put a version in force on `today`. */
export function mayAdopt(school: School, person: Person | undefined, today: string): boolean {
  if (!person) return false;
  return (
    person.roles.includes('delegate') || actingHolders(school, 'head', today).some((one) => one.person.id === person.id)
  );
}

/**
 * Puts the version with `hash` in force instead of `over`, with a ledger entry, in one step. `proposed` is the hash that
 * the file has now: what nobody can see any more is not adopted. Rejects when the store fails: then nothing changed.
 */
export async function adoptVersion(
  { versions, now }: { versions: Pick<VersionStore, 'versions' | 'adopt'>; now: () => Date },
  request: {
    readonly act: Act;
    readonly actor: Actor;
    readonly person: Person | undefined;
    readonly school: School;
    readonly today: string;
    readonly policyId: string;
    readonly hash: string;
    readonly over: string;
    readonly proposed: string | undefined;
    readonly decision: Decision;
  },
): Promise<Adopted> {
  const { act, actor, person, school, today, policyId, hash, over, proposed, decision } = request;
  if (!mayAdopt(school, person, today)) return { kind: 'not-yours' };
  const { change } = decision;
  if (change === '') return { kind: 'incomplete', what: 'change' };
  const what = faultOf(decision, today);
  if (what) return { kind: 'incomplete', what };
  const name = { schoolId: school.id, policyId, hash };
  const known = await versions.versions(school.id);
  const version = known.find((one) => one.policyId === policyId && one.hash === hash);
  if (!version || (proposed !== hash && !inForce(known).includes(version))) return { kind: 'overtaken' };
  const adoption = adoptionOf({ ...decision, change }, actor, now());
  const entry = adoptionEntry(version, adoption, adoption.at);
  const outcome = await versions.adopt(act, name, over, adoption, { owed: [], entries: [entry] });
  return outcome === 'adopted' ? { kind: 'adopted', version: { ...version, adoption } } : { kind: 'overtaken' };
}

const longest = 400;

function faultOf({ adoptedOn, change, reason, meeting }: Decision, today: string) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(adoptedOn)) return 'day';
  if (adoptedOn > today) return 'day-ahead';
  if (change === 'minor' && reason.trim() === '') return 'reason';
  return reason.length > longest || meeting.length > longest ? 'too-long' : undefined;
}

function adoptionOf(
  decision: Decision & { readonly change: Adoption['change'] },
  { tenantId, objectId }: Actor,
  at: Date,
): Adoption {
  const { change, adoptedBy, adoptedOn } = decision;
  const [meeting, reason] = [decision.meeting.trim(), decision.reason.trim()];
  return {
    change,
    at: at.toISOString(),
    by: { tenantId, objectId },
    adoptedBy,
    adoptedOn,
    ...(meeting !== '' && { meeting }),
    ...(reason !== '' && { reason }),
  };
}
