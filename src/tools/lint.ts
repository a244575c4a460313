import type { Command } from 'commander';
import { lintPolicies } from '../domain/policies/lint/lint-policies.ts';
import { printFindings } from './lint/print-findings.ts';
import { readLintInput } from './lint/read-lint-input.ts';
import { stampFiles } from './lint/stamp-files.ts';
import { policiesFolder } from './policies-folder.ts';

interface LintOptions {
  readonly json?: boolean;
  readonly stamp?: boolean;
}

/**
 * `staffroom lint`: what heads and governors should look at in their policies. stdout holds the findings. Exit 0 when
 * there is advice at most, 1 when there is an error, 2 when something could not be read.
 */
export function registerLint(program: Command): void {
  program
    .command('lint')
    .description('say what is wrong with policies, or soon will be')
    .argument(
      '[dir]',
      'a folder of schools, one school, a folder of .txt, .md, .docx and .pdf policies, or one of them',
      policiesFolder('policies'),
    )
    .option('--json', 'print the findings as JSON')
    .option('--stamp', 'first write the ids that clauses lack into the policy files')
    .action(async (dir: string, options: LintOptions) => {
      process.exitCode = await lint(dir, options);
    });
}

async function lint(dir: string, { json = false, stamp = false }: LintOptions): Promise<number> {
  if (stamp) for (const file of await stampFiles(dir)) console.error(`${file}: ids written.`);
  const { contexts, findings: format, unusable } = await readLintInput(dir, new Date());
  const findings = [...format, ...contexts.flatMap(lintPolicies)];
  const documents = contexts.reduce((sum, context) => sum + context.documents.length, 0);
  process.stdout.write(
    json ? `${JSON.stringify({ findings, unusable }, null, 2)}\n` : printFindings(findings, documents),
  );
  for (const sentence of unusable) console.error(sentence);
  if (unusable.length > 0) return 2;
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}
