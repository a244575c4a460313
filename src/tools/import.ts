import type { Command } from 'commander';
import { importFiles } from './import/import-files.ts';
import { printReport } from './import/print-report.ts';
import { showProgress } from './import/show-progress.ts';

interface ImportOptions {
  readonly out: string;
  readonly json?: boolean;
  readonly force?: boolean;
}

/**
 * `staffroom import`: policy documents as a school has them into policy files. stdout holds the report; exit 2 when a
 * file could not be imported, and the others are written all the same.
 */
export function registerImport(program: Command): void {
  program
    .command('import')
    .description('Turn policies (.docx, .pdf, .txt, .md) into policy files, every line accounted for.')
    .argument('<files...>', 'the documents')
    .requiredOption('--out <dir>', "the folder to write to, for example your school's folder in policies/")
    .option('--force', 'write over policy files that are there already')
    .option('--json', 'print the whole account, line by line, as JSON')
    .action(async (files: string[], { out, force = false, json = false }: ImportOptions) => {
      const progress = showProgress(files.length);
      const results = await importFiles(files, { out, force, onFile: progress.step });
      progress.stop();
      process.stdout.write(json ? `${JSON.stringify({ files: results }, null, 2)}\n` : printReport(results));
      if (results.some(({ outcome }) => outcome === 'refused')) process.exitCode = 2;
    });
}
