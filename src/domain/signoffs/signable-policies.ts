import { quotablePolicies, type SchoolLibrary } from '../policies/library.ts';
import type { FrontMatter, Policy } from '../policies/policy.ts';
import { declarationOf } from './declaration-of.ts';

/** Nobody of these is asked: there is no register of them here. */
const neverAsked: readonly FrontMatter['audience'][number][] = ['pupils', 'parents'];

/** Policies that may be signed on `today`: with a declaration of their own, for adults of the school; those that ask for signatures first. */
export function signablePolicies(library: SchoolLibrary, today: string): Policy[] {
  return quotablePolicies(library, today)
    .filter((policy) => declarationOf(policy).length > 0)
    .filter(({ cover }) => cover.audience.some((one) => !neverAsked.includes(one)))
    .sort((one, other) => Number(one.cover.signoff !== 'required') - Number(other.cover.signoff !== 'required'));
}
