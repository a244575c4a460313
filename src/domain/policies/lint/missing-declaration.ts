import type { LintRule } from './lint-document.ts';

/** A policy that is to be signed but holds nothing to sign. */
export const missingDeclaration: LintRule = ({ documents }) =>
  documents
    .filter(
      ({ policy }) => policy.cover.signoff === 'required' && !policy.clauses.some(({ kind }) => kind === 'declaration'),
    )
    .map(({ file, lineOfKey }) => ({
      rule: 'missing-declaration',
      severity: 'error',
      file,
      line: lineOfKey('signoff'),
      message: 'people are asked to sign this policy, but it has no declaration',
      why: 'A signature under nothing binds nobody.',
      todo: 'Write what people confirm under a heading marked {.declaration}, or set signoff to none.',
    }));
