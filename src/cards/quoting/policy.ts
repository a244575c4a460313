import { z } from 'zod/v4';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import type { Policy } from '../../domain/policies/policy.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { PolicyFacts, policyFacts } from '../quotation.ts';
import { asOf } from './clause.ts';

const PolicyView = z.strictObject({ source: z.string(), ...PolicyFacts.shape, asOf: z.string() });
export type PolicyView = z.infer<typeof PolicyView>;

/** A policy named in a chat between other people: which version is in force, and when its review is due. */
export const policyCard = defineCard('quoting/policy', PolicyView);

export function toPolicyView(input: { library: SchoolLibrary; policy: Policy; today: string }): PolicyView {
  const { library, policy, today } = input;
  return { source: cutText(policy.cover.title, 400), ...policyFacts(policy, today), asOf: asOf(library, today) };
}
