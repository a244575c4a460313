import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { projectRoot } from '../../src/project-root.ts';
import type { Lesson } from './read-lessons.ts';

/** What learns, with all of the search that it runs on; how documents are read shows in the lessons. */
const code = ['learn-part.ts', 'train-on-lists.ts'];
const kernels = join(projectRoot, 'test/training/kernels.wat');
const vectors = join(projectRoot, 'test/training/word-vectors');

/**
 * SHA-256, in hex, over all that the model is made from: the lessons as they are read, the word vectors, and the code that
 * learns and searches. Comments and layout of code do not count.
 */
export function madeFrom(lessons: readonly Lesson[]): string {
  const hash = createHash('sha256').update(JSON.stringify(lessons));
  for (const file of readdirSync(vectors).sort()) {
    if (!file.endsWith('.md')) hash.update(readFileSync(join(vectors, file)));
  }
  hash.update(readFileSync(kernels));
  for (const file of code) hash.update(bundle(join(projectRoot, 'test/training', file)));
  return hash.digest('hex');
}

function bundle(file: string): Uint8Array {
  const { outputFiles } = buildSync({
    entryPoints: [file],
    bundle: true,
    write: false,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'error',
  });
  const [output] = outputFiles;
  if (!output) throw new Error(`${file} could not be read`);
  return output.contents;
}
