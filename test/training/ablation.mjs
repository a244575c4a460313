#!/usr/bin/env node
// `npm run ablation`: bundles ablation.ts (the project's sources are TypeScript) and runs it.
import { mkdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const outfile = `${root}dist/training/ablation.js`;
mkdirSync(`${root}dist/training`, { recursive: true });
await build({
  entryPoints: [`${root}test/training/ablation.ts`],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'error',
});
await import(pathToFileURL(outfile).href);
