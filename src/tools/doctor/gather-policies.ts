import type { PolicyFacts } from '../../domain/health/check-policies.ts';
import type { School } from '../../domain/people/school.ts';
import { lintPolicies } from '../../domain/policies/lint/lint-policies.ts';
import { readLintInput } from '../lint/read-lint-input.ts';

/** Reads all schools and lints them. */
export async function gatherPolicies(
  policiesDir: string,
  now: Date,
): Promise<{ facts: PolicyFacts; schools: readonly School[] }> {
  const { contexts, findings, unusable } = await readLintInput(policiesDir, now);
  const linted = contexts.flatMap(lintPolicies);
  const schools = contexts.flatMap(({ school }) => (school ? [school.school] : []));
  return {
    schools,
    facts: {
      schools: schools.length,
      unusable: findings.length + unusable.length,
      lintErrors: linted.filter(({ severity }) => severity === 'error').length,
      uncheckedContacts: linted.filter(({ rule }) => rule === 'contact-unchecked').length,
    },
  };
}
