import type { Finding } from '../../domain/policies/lint/finding.ts';

/** Findings for a person, errors before advice within each file, with the totals last. */
export function printFindings(findings: readonly Finding[], documents: number): string {
  const files = [...new Set(findings.map(({ file }) => file))];
  const parts = files.map((file) => {
    const own = findings.filter((finding) => finding.file === file);
    const ordered = [
      ...own.filter(({ severity }) => severity === 'error'),
      ...own.filter(({ severity }) => severity === 'advice'),
    ];
    return `${file}\n${ordered.map(printFinding).join('')}`;
  });
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const policies = `${documents} ${documents === 1 ? 'policy' : 'policies'} looked at`;
  return `${parts.join('\n')}${parts.length > 0 ? '\n' : ''}${policies}: ${count(errors, 'error')}, ${findings.length - errors} advice.\n`;
}

function printFinding({ severity, line, ref, clause, rule, message, why, todo }: Finding): string {
  const place = [`line ${line}`, ...(ref ? [ref] : []), ...(clause ? [`#${clause.split('#')[1]}`] : [])].join(', ');
  return `  ${severity === 'error' ? 'ERROR ' : 'advice'} ${place} (${rule}): ${message}.\n         Why: ${why}\n         Do:  ${todo}\n`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
