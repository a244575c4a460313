import type { PolicyFacts } from '../../domain/health/check-policies.ts';
import { lintPolicies } from '../../domain/policies/lint/lint-policies.ts';
import { readLintInput } from '../lint/read-lint-input.ts';

/** Reads all schools and lints them. */
export async function gatherPolicies(
  policiesDir: string,
  now: Date,
): Promise<{ facts: PolicyFacts; schoolIds: readonly string[] }> {
  const { contexts, findings, unusable } = await readLintInput(policiesDir, now);
  const linted = contexts.flatMap(lintPolicies);
  const schoolIds = contexts.flatMap(({ school }) => (school ? [school.school.id] : []));
  return {
    schoolIds,
    facts: {
      schools: schoolIds.length,
      unusable: findings.length + unusable.length,
      lintErrors: linted.filter(({ severity }) => severity === 'error').length,
      uncheckedContacts: linted.filter(({ rule }) => rule === 'contact-unchecked').length,
    },
  };
}
