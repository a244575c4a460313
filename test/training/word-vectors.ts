import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalise } from '../../src/domain/answering/model/directions.ts';
import { projectRoot } from '../../src/project-root.ts';

/** Published vectors of everyday words, the most frequent word first; each of length 1. */
export interface WordVectors {
  readonly words: readonly string[];
  readonly dimensions: number;
  readonly vectors: Float32Array;
}

const folder = join(projectRoot, 'test/training/word-vectors');

/** Two kinds of vectors stand side by side, each as far as the other: so many axes each. */
const half = 64;

/** Reads what stands in `word-vectors/` (its README says where it comes from): a byte an axis, a word a line. */
export function readWordVectors(): WordVectors {
  const words = readFileSync(join(folder, 'words.txt'), 'utf8').trim().split('\n');
  const bytes = readFileSync(join(folder, 'vectors.bin'));
  const dimensions = bytes.length / words.length;
  if (dimensions !== 2 * half) throw new Error('The word vectors do not fit their list of words.');
  const vectors = Float32Array.from(bytes, (_, at) => bytes.readInt8(at));
  words.forEach((_, row) => {
    for (const start of [row * dimensions, row * dimensions + half]) normalise(vectors, start, half);
    normalise(vectors, row * dimensions, dimensions);
  });
  return { words, dimensions, vectors };
}
