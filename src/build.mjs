import { createHash } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = /\.(ts|mjs|json)$/;

/** These read files that lie beside them, or are loaded by a command alone: they stay where they are installed. */
const unbundled = [
  '@electric-sql/pglite',
  'dtrace-provider',
  'esbuild',
  'jsonc-parser',
  'pdfjs-dist',
  'pdfkit',
  'pg-native',
];

/** What packages of the older kind expect to find in a module, which this bundle has not. */
const commonjs = `import { createRequire as requireFrom } from 'node:module';
import { fileURLToPath as pathFrom } from 'node:url';
const require = requireFrom(import.meta.url);
const __filename = pathFrom(import.meta.url);
const __dirname = pathFrom(new URL('.', import.meta.url));`;

/**
 * The path of the module that `entry` (a path from the project's root) is compiled into, under dist/, together with what
 * it needs of the installed packages: nearly two thousand files of theirs take a second to find and read. It is built
 * when none is there for the files in `folders` and the installed packages as they are now; builds of a week ago go.
 */
export async function builtFrom(entry, folders) {
  const name = basename(entry, '.ts');
  const target = join(root, 'dist', `${name}-${fingerprintOf(folders)}`);
  if (!existsSync(target)) await build(entry, target);
  return join(target, `${name}.js`);
}

/** Of every source file's path, size and time of change. */
function fingerprintOf(folders) {
  const hash = createHash('sha256');
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((path) => join(folder, String(path))),
  );
  for (const path of [...files.sort(), 'package-lock.json']) {
    if (!sources.test(path)) continue;
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** What esbuild is told, to compile `entry` (a path from the project's root) to the folder `outdir`. */
export function bundleOptions(entry, outdir) {
  return {
    entryPoints: [join(root, entry)],
    outdir,
    bundle: true,
    splitting: true,
    external: unbundled,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner: { js: commonjs },
    logLevel: 'error',
  };
}

async function build(entry, target) {
  const { build: bundle } = await import('esbuild');
  const temporary = `${target}.${process.pid}`;
  await bundle(bundleOptions(entry, temporary));
  try {
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    if (!existsSync(target)) throw error; // else another process built the same sources first
  }
  for (const old of readdirSync(join(root, 'dist'))) {
    const path = join(root, 'dist', old);
    if (path !== target && Date.now() - statSync(path).mtimeMs > 7 * 86_400_000)
      rmSync(path, { recursive: true, force: true });
  }
}
