import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { verifyExport, type Verdict } from '../domain/ledger/verify-export.ts';
import { isEvidence, verifyEvidence, type EvidenceVerdict } from '../domain/signoffs/verify-evidence.ts';
import { fileLines } from './verify/file-lines.ts';
import { printEvidence } from './verify/print-evidence.ts';
import { printVerdict } from './verify/print-verdict.ts';
import { showBar } from './verify/show-bar.ts';

interface VerifyOptions {
  readonly witness: readonly string[];
  readonly key?: string;
  readonly json?: boolean;
}

const bytesPerLine = 400; // about; it sizes the bar only

/**
 * `staffroom verify`: whether an exported ledger, or a bundle of evidence of sign-offs, is whole. Needs no store, no key and no network. stdout holds the
 * verdict. Exit 0 when it is whole and every witness stands in it, 1 when not, 2 when it cannot be read.
 */
export function registerVerify(program: Command): void {
  program
    .command('verify')
    .description(
      'check an exported ledger, or the evidence of sign-offs: whether anything was changed, left out, put in or dated back',
    )
    .argument('<export>', 'a file that "staffroom ledger export" or "staffroom signoffs export --bundle" wrote')
    .option(
      '--witness <hash...>',
      'hashes or marks from receipts or from the chat of the data protection officer; each must stand in the ledger, which shows a ledger that was made anew by somebody who has the keys',
      [],
    )
    .option(
      '--key <id>',
      "the id of the school's signing key, as its newest key sheet prints it; only keys count that it is in one line with",
    )
    .option('--json', 'print the verdict as JSON')
    .action(async (file: string, options: VerifyOptions) => {
      process.exitCode = await checkFile(file, options);
    });
}

/** Prints the verdict on a file and returns the exit code. */
export async function checkFile(file: string, options: VerifyOptions): Promise<0 | 1 | 2> {
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return tell({ kind: 'unreadable', why: `the file ${file} cannot be read.` }, options, printVerdict);
  const [first] = fileLines(bytes);
  const bar = showBar(Math.ceil(bytes.length / bytesPerLine), 'the ledger');
  const asked = { witnesses: options.witness, schoolKey: options.key, onLine: bar.at };
  try {
    return isEvidence(first)
      ? tell(verifyEvidence([...fileLines(bytes)], asked), options, printEvidence)
      : tell(verifyExport(fileLines(bytes), asked), options, printVerdict);
  } finally {
    bar.stop();
  }
}

function tell<Told extends Verdict | EvidenceVerdict>(
  verdict: Told,
  { json }: VerifyOptions,
  print: (verdict: Told) => string,
): 0 | 1 | 2 {
  process.stdout.write(json ? `${JSON.stringify(verdict)}\n` : print(verdict));
  if (verdict.kind === 'unreadable') return 2;
  if (verdict.kind === 'broken') return 1;
  const { witnesses } = 'ledger' in verdict ? verdict.ledger : verdict;
  return witnesses.every(({ entry }) => entry !== undefined) ? 0 : 1;
}
