import type { PackageProblem } from './problem.ts';

export interface WrittenPackage {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly names: readonly string[];
  readonly version: string;
  readonly manifestVersion: string;
  readonly botId: string;
  readonly domain: string;
  readonly schools: readonly string[];
  readonly permissions: readonly string[];
}

export function printProblems(problems: readonly PackageProblem[], folder: string): string {
  const files = [...new Set(problems.map(({ file }) => file))];
  const parts = files.map((file) => {
    const own = problems.filter((problem) => problem.file === file).sort((a, b) => a.line - b.line);
    const lines = own.map(({ line, field, message }) => `  line ${line}${field ? `, ${field}` : ''}: ${message}\n`);
    return `${folder}/${file}\n${lines.join('')}`;
  });
  return `${parts.join('\n')}\nNothing was written: ${problems.length === 1 ? 'this has' : `these ${problems.length} have`} to be mended first.\n`;
}

export function printWritten(written: WrittenPackage): string {
  const { file, bytes, sha256, names, version, manifestVersion, botId, domain, schools, permissions } = written;
  return `${file} is ready for Teams: ${names.join(', ')} (${Math.ceil(bytes / 1024)} KB).

  School        ${schools.join(', ')}
  Version       ${version} (manifest ${manifestVersion})
  Bot           ${botId}
  Address       ${domain}
  It asks for   ${permissions.join(', ') || 'nothing'}
  SHA-256       ${sha256}

Next: in the Teams admin centre, Teams apps, Manage apps, Upload new app. Teams takes the place of an app that is there
only with a higher version: --app-version.
`;
}
