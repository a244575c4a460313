import type { PolicyFacts } from '../../domain/health/check-policies.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import { lintPolicies } from '../../domain/policies/lint/lint-policies.ts';
import { readLintInput } from '../lint/read-lint-input.ts';

/** Reads all schools and lints them. */
export async function gatherPolicies(
  policiesDir: string,
  now: Date,
): Promise<{ facts: PolicyFacts; libraries: readonly SchoolLibrary[] }> {
  const { contexts, findings, unusable, trust } = await readLintInput(policiesDir, now);
  const linted = contexts.flatMap(lintPolicies);
  const libraries = contexts.flatMap(({ school, documents }) =>
    school ? [{ school: school.school, policies: documents.map(({ policy }) => policy) }] : [],
  );
  return {
    libraries,
    facts: {
      schools: libraries.length,
      ...(trust && { central: trust.people.length }),
      unusable: findings.filter(({ rule }) => rule !== 'phrasing').length + unusable.length,
      lintErrors: linted.filter(({ severity }) => severity === 'error').length,
      uncheckedContacts: linted.filter(({ rule }) => rule === 'contact-unchecked').length,
    },
  };
}
