import type { AccountLine, LineUse } from '../../documents/account.ts';
import type { ImportResult } from './import-files.ts';

/** The report for a person: what was written, what to check, what was left out, and the totals of every line. */
export function printReport(results: readonly ImportResult[]): string {
  const parts = results.map((result) =>
    result.outcome === 'refused' ? `${result.file}\n  Not imported: ${result.reason}.\n` : printWritten(result),
  );
  const written = results.filter(({ outcome }) => outcome === 'written').length;
  const note = written > 0 ? ' Status is "proposed": read them, then set "in-force".' : '';
  return `${parts.join('\n')}\n${written} of ${results.length} imported.${note}\n`;
}

function printWritten({ file, out, account }: Extract<ImportResult, { outcome: 'written' }>): string {
  const { totals, lines, doubts } = account;
  const total = `${lines.length} lines: ${totals.clause} in clauses, ${totals.heading} headings, ${totals['front-matter']} front matter, ${totals.furniture} page furniture and contents, ${totals.form} form, ${totals.blank} blank`;
  const left = [
    ...leftOut(lines, 'furniture', 'page furniture and contents'),
    ...leftOut(lines, 'form', 'to fill in, kept under Signatures'),
  ];
  const checks = doubts.map(({ line, message }) => `    line ${line}: ${message}`);
  return [
    `${file} -> ${out}`,
    `  ${total}`,
    ...(left.length > 0 ? ['  Not clauses:', ...left] : []),
    ...(checks.length > 0 ? ['  Please check:', ...checks] : []),
    '',
  ].join('\n');
}

/** The lines of one use as runs ("lines 12-25"), with the first words of each run. */
function leftOut(lines: readonly AccountLine[], use: LineUse, name: string): string[] {
  const worded = lines.filter(({ as }) => as !== 'blank');
  const runs: AccountLine[][] = [];
  worded.forEach((line, index) => {
    if (line.as !== use) return;
    if (worded[index - 1]?.as === use) runs.at(-1)?.push(line);
    else runs.push([line]);
  });
  return runs.map((run) => {
    const [first, last] = [run[0]?.line ?? 0, run.at(-1)?.line ?? 0];
    const text = run[0]?.text.replace(/\s+/g, ' ').trim() ?? '';
    const page = run[0]?.page === undefined ? '' : ` (page ${run[0].page})`;
    return `    ${first === last ? `line ${first}` : `lines ${first}-${last}`}${page}, ${name}: ${text.length > 60 ? `${text.slice(0, 57)}...` : text}`;
  });
}
