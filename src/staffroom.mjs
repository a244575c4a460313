#!/usr/bin/env node
// The `staffroom` command. The sources are TypeScript; this compiles them into dist/<fingerprint> when no up-to-date
// build is there, so that `npx staffroom` works straight after `npm ci` and never runs a stale build.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const entry = join(dist(), 'main.js');
if (!existsSync(entry)) await build();
process.env.NODE_NO_WARNINGS ??= '1';
const { main } = await import(pathToFileURL(entry).href);
await main(process.argv);

/** dist/<fingerprint of every source file's path, size and time of change>. */
function dist() {
  const hash = createHash('sha256');
  for (const path of readdirSync(join(root, 'src'), { recursive: true }).map(String).sort()) {
    if (!/\.(ts|mjs|json)$/.test(path)) continue;
    const { size, mtimeMs } = statSync(join(root, 'src', path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return join(root, 'dist', hash.digest('hex').slice(0, 16));
}

async function build() {
  const { build: bundle } = await import('esbuild');
  const target = dist();
  const temporary = `${target}.${process.pid}`;
  await bundle({
    entryPoints: [join(root, 'src/main.ts')],
    outdir: temporary,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'error',
  });
  mkdirSync(join(root, 'dist'), { recursive: true });
  try {
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    if (!existsSync(target)) throw error; // else another process built the same sources first
  }
  for (const name of readdirSync(join(root, 'dist'))) {
    const path = join(root, 'dist', name);
    if (path !== target && Date.now() - statSync(path).mtimeMs > 7 * 86_400_000)
      rmSync(path, { recursive: true, force: true });
  }
}
