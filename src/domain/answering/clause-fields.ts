import type { Policy } from '../policies/policy.ts';
import type { Clause } from '../policies/clause.ts';
import { weights } from './weights.ts';

/** A piece of a clause or of what stands around it, with what its words are worth. */
export interface Field {
  readonly text: string;
  readonly weight: number;
}

/**
 * What a clause is found by: its own words, its lead-in and column, and the headings above it. `own` is what a reader
 * sees with the quote; `around` is context only: the policy's title.
 */
export function fieldsOf(policy: Policy, clause: Clause): { own: readonly Field[]; around: readonly Field[] } {
  const { field } = weights;
  const own: Field[] = [{ text: clause.text, weight: field.text }];
  if (clause.leadIn !== undefined) own.push({ text: clause.leadIn, weight: field.leadIn });
  if (clause.column !== undefined) own.push({ text: clause.column, weight: field.column });
  clause.headingPath.forEach((text, depth) => {
    const innermost = depth === clause.headingPath.length - 1;
    own.push({ text, weight: innermost ? field.heading : field.outerHeading });
  });
  return { own, around: [{ text: policy.cover.title, weight: field.title }] };
}
