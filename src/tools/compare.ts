import type { Command } from 'commander';
import { basename, dirname } from 'node:path';
import { compareVersions } from '../domain/policies/compare-versions.ts';
import { versionHash } from '../domain/policies/version-hash.ts';
import { printChanges } from './compare/print-changes.ts';
import { readDocument } from './read-document.ts';

/**
 * `staffroom compare`: what changed from one version of a policy to the next, clause by clause. Exit 0 when nothing that
 * people read changed, 1 when something did, 2 when a file could not be read.
 */
export function registerCompare(program: Command): void {
  program
    .command('compare')
    .description('say what changed between two versions of a policy, clause by clause')
    .argument('<old>', 'a .md, .txt, .docx or .pdf file')
    .argument('<new>', 'the same policy, as it is or will be')
    .option('--json', 'print the changes as JSON')
    .action(async (oldFile: string, newFile: string, { json = false }: { json?: boolean }) => {
      process.exitCode = await compare(oldFile, newFile, json);
    });
}

async function compare(oldFile: string, newFile: string, json: boolean): Promise<number> {
  const [before, after] = await Promise.all(
    [oldFile, newFile].map((file) => readDocument(dirname(file), basename(file))),
  );
  if (before?.kind !== 'read' || after?.kind !== 'read') {
    for (const one of [before, after]) {
      if (one?.kind === 'refused') console.error(one.reason);
      if (one?.kind === 'invalid')
        for (const { file, line, message } of one.problems) console.error(`${file}:${line}: ${message}`);
    }
    console.error(
      'Nothing was compared. Both have to be policies that Staffroom can read; npx staffroom import tells more.',
    );
    return 2;
  }
  const [old, now] = [before.document.policy, after.document.policy];
  const changes = compareVersions(old.clauses, now.clauses);
  const hashes = { before: versionHash(old), after: versionHash(now) };
  process.stdout.write(
    json ? `${JSON.stringify({ ...hashes, changes }, null, 2)}\n` : printChanges(changes, now.clauses.length),
  );
  return changes.length > 0 ? 1 : 0;
}
