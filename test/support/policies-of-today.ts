import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/project-root.ts';

/**
 * The sample school in a folder of its own, for servers that have the clock of this machine: nobody is away and
 * nothing is due for review, whatever the day.
 */
export function policiesOfToday(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'staffroom-policies-'));
  cpSync(join(projectRoot, 'policies/marlow-bridge'), join(path, 'marlow-bridge'), { recursive: true });
  const folder = join(path, 'marlow-bridge');
  for (const file of readdirSync(folder)) {
    const text = readFileSync(join(folder, file), 'utf8');
    const undated = text
      .replaceAll(/^ +(away:|- \{ from: ).*\n/gm, '')
      .replaceAll(/^reviewDue: .*$/gm, 'reviewDue: 2099-07-31');
    writeFileSync(join(folder, file), undated.replaceAll(/\b(due|dueOn): 20\d\d-/g, '$1: 2099-'));
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
