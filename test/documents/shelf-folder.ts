import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of schools for one test; gone afterwards. Paths are relative, `school.yaml` bodies come from `schoolYaml`. */
export function shelfFolder(files: Record<string, string | Uint8Array>) {
  const path = mkdtempSync(join(tmpdir(), 'shelf-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  return {
    path,
    write,
    remove: (name: string) => rmSync(join(path, name), { recursive: true }),
    copy: (from: string, to: string) => cpSync(join(path, from), join(path, to), { recursive: true }),
  };
}

export function schoolYaml(id: string, more = ''): string {
  return `id: ${id}\nname: ${id} school\ntimeZone: Europe/London\npeople:\n  - { id: ada, name: Ada Hill, roles: [head] }\n${more}`;
}

export function policy(id: string, body: string, changes: Record<string, string> = {}): string {
  const cover = {
    id,
    title: 'Bicycles',
    status: 'in-force',
    owner: 'head',
    version: '"1.0"',
    audience: '[staff]',
    ...changes,
  };
  return `---\n${Object.entries(cover)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')}---\n\n${body}\n`;
}
