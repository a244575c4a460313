import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../../src/project-root.ts';

const outdir = join(projectRoot, 'dist', `test-${process.pid}`);
process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));

/** Bundles an entry file as the `staffroom` command bundles its own, and returns the path of the module to run. */
export async function buildEntry(entry: string): Promise<string> {
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
  return join(outdir, `${name}.js`);
}
