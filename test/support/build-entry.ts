import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../../src/project-root.ts';

/** Bundles an entry file as the `staffroom` command bundles its own; `path` is the module to run. */
export async function buildEntry(entry: string): Promise<{ path: string; remove: () => void }> {
  mkdirSync(join(projectRoot, 'dist'), { recursive: true });
  const outdir = mkdtempSync(join(projectRoot, 'dist', 'test-'));
  const name = entry.replace(/^.*\/|\.ts$/g, '');
  await build({
    entryPoints: { [name]: join(projectRoot, entry) },
    outdir,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  return { path: join(outdir, `${name}.js`), remove: () => rmSync(outdir, { recursive: true, force: true }) };
}
