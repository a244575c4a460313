import type { Act } from '../delivery/act.ts';
import type { Consequences } from '../delivery/consequences.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { Policy } from '../policies/policy.ts';

/** Who put a version in force, and whether whoever signed the one before signs again. */
export interface Adoption {
  /**
   * - `first`: what was there when the bot came to the school
   * - `binding`: people sign again
   * - `minor`: signatures of the version before go on to hold, for the `reason`
   */
  readonly change: 'first' | 'binding' | 'minor';
  /** ISO 8601 instant at which it came into force here. */
  readonly at: string;
  readonly by?: PersonKey | undefined;
  readonly adoptedBy?: AdoptingBody | undefined;
  /** Day of the decision, YYYY-MM-DD. */
  readonly adoptedOn?: string | undefined;
  readonly meeting?: string | undefined;
  readonly reason?: string | undefined;
}

export const adoptingBodies = ['governing-board', 'committee', 'head'] as const;
export type AdoptingBody = (typeof adoptingBodies)[number];

/** One version of a policy, without its text. It is proposed until it is adopted, and in force until another one is. */
export interface PolicyVersion {
  readonly schoolId: string;
  readonly policyId: string;
  /** `versionHash` of what people read. */
  readonly hash: string;
  /** As the policy prints them. */
  readonly version: string;
  readonly title: string;
  readonly seenAt: string;
  readonly adoption?: Adoption | undefined;
  readonly replacedAt?: string | undefined;
}

export type VersionName = Pick<PolicyVersion, 'schoolId' | 'policyId' | 'hash'>;

/** The text of a version, which never changes. */
export interface VersionText {
  /** The whole file in policy Markdown. */
  readonly markdown: string;
  /** As it was read when it was stored: what its hash was made of, whatever the parser makes of the file by now. */
  readonly parsed?: Pick<Policy, 'cover' | 'clauses'> | undefined;
}

/** The versions of policies. Every method is atomic; a promise that resolves means the fact is durable. */
export interface VersionStore {
  /** Every version of the school, in the order in which they were first seen. */
  versions(schoolId: string): Promise<PolicyVersion[]>;
  /** Undefined where there is no such version, or not any more. */
  text(name: VersionName): Promise<VersionText | undefined>;
  /**
   * Records a version, with what is owed and recorded, if there is none with its hash; one that is adopted (`first`) only
   * if the school has no version of this policy at all. Otherwise nothing changes and it is `known`.
   */
  addVersion(version: PolicyVersion, text: VersionText, then: Consequences): Promise<'added' | 'known'>;
  /**
   * Puts a version in force instead of `over`, the hash of the one that whoever decided saw in force. `overtaken`, nothing
   * changed, when that one is no longer in force. An act that was seen before changes nothing and is `adopted` again.
   */
  adopt(
    act: Act,
    name: VersionName,
    over: string,
    adoption: Adoption,
    then: Consequences,
  ): Promise<'adopted' | 'overtaken' | 'not-found'>;
  /** Removes a version with its text and records that; `in-force`, nothing changed, unless another one took its place. */
  destroyVersion(name: VersionName, then: Consequences): Promise<'destroyed' | 'not-found' | 'in-force'>;
}

/** Whether it was adopted and no other one took its place. */
export function isInForce({ adoption, replacedAt }: Pick<PolicyVersion, 'adoption' | 'replacedAt'>): boolean {
  return adoption !== undefined && replacedAt === undefined;
}

/** The one in force of each policy. */
export function inForce(versions: readonly PolicyVersion[]): PolicyVersion[] {
  return versions.filter(isInForce);
}

/** Those of one policy that ever came into force, in that order. */
export function adoptedInOrder(versions: readonly PolicyVersion[], policyId: string): PolicyVersion[] {
  return versions
    .filter((one) => one.policyId === policyId && one.adoption !== undefined)
    .sort((a, b) => ((a.adoption?.at ?? '') < (b.adoption?.at ?? '') ? -1 : 1));
}
