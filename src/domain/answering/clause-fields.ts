import type { Policy } from '../policies/policy.ts';
import type { Clause } from '../policies/clause.ts';
import { weights } from './weights.ts';

/** A piece of a clause or of what stands around it, with what its words are worth. */
export interface Field {
  readonly text: string;
  readonly weight: number;
}

/**
 * What a clause is found by: its own words, its lead-in and column, the headings above it, the title, and the clauses
 * before and after it under the same heading. `own` is what a reader sees with the quote; `around` is context only.
 */
export function fieldsOf(policy: Policy, position: number): { own: readonly Field[]; around: readonly Field[] } {
  const clause = policy.clauses[position];
  if (!clause) return { own: [], around: [] };
  const { field } = weights;
  const own: Field[] = [{ text: clause.text, weight: field.text }];
  if (clause.leadIn !== undefined) own.push({ text: clause.leadIn, weight: field.leadIn });
  if (clause.column !== undefined) own.push({ text: clause.column, weight: field.column });
  clause.headingPath.forEach((text, depth) => {
    const innermost = depth === clause.headingPath.length - 1;
    own.push({ text, weight: innermost ? field.heading : field.outerHeading });
  });
  const around = [policy.clauses[position - 1], policy.clauses[position + 1]]
    .filter((other) => other !== undefined && sameSection(other, clause))
    .map((other) => ({ text: other?.text ?? '', weight: field.neighbour }));
  return { own, around: [...around, { text: policy.cover.title, weight: field.title }] };
}

function sameSection(one: Clause, other: Clause): boolean {
  return one.headingPath.at(-1) === other.headingPath.at(-1);
}
