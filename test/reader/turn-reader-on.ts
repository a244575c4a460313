import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Has every school in a folder allow the language model, as its school.yaml would say it. */
export function turnReaderOn(folder: string): void {
  for (const school of readdirSync(folder)) appendFileSync(join(folder, school, 'school.yaml'), '\nreader: true\n');
}

/** A copy of a folder of schools in which every school allows it. */
export function copyWithReaderOn(folder: string): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'staffroom-reader-'));
  cpSync(folder, path, { recursive: true });
  turnReaderOn(path);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
