#!/usr/bin/env node
// `node test/support/run-bundled.mjs FILE.ts …`: bundles FILE.ts (the project's sources are TypeScript) and runs it with what follows.
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [file] = process.argv.splice(2, 1);
const outfile = join(root, 'dist/bundled', basename(file, '.ts'), 'main.js');
await build({
  entryPoints: [join(root, file)],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'error',
});
await import(pathToFileURL(outfile).href);
