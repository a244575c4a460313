import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/project-root.ts';

/** The sample school in a folder of its own, for servers that have the clock of this machine: nobody is away, whatever the day. */
export function policiesOfToday(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'staffroom-policies-'));
  cpSync(join(projectRoot, 'policies/marlow-bridge'), join(path, 'marlow-bridge'), { recursive: true });
  const yaml = join(path, 'marlow-bridge/school.yaml');
  writeFileSync(yaml, readFileSync(yaml, 'utf8').replaceAll(/^ +(away:|- \{ from: ).*\n/gm, ''));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
