import { StoreError } from '../store-error.ts';
import { peekGeneration, readGeneration, type Generation, type GoodGeneration } from './read-generation.ts';
import type { StoreMark } from './store-mark.ts';

/**
 * - `begin`: there never was a store here
 * - `use`: the newest file is whole
 * - `restore`: it is not, for the reason `why`, and an earlier generation is
 */
export type Chosen =
  | { readonly kind: 'begin' }
  | { readonly kind: 'use'; readonly from: GoodGeneration }
  | { readonly kind: 'restore'; readonly from: GoodGeneration; readonly why: string };

/**
 * Decides what to open: the newest generation that is whole. `paths` are the store's files, newest first; `mark` is what
 * was noted when the store was last opened. Changes nothing. Rejects with a StoreError, which says what to do, where a
 * store was and none of its generations can be trusted, or where a later Staffroom wrote it.
 */
export async function chooseGeneration(paths: readonly string[], mark: StoreMark | undefined): Promise<Chosen> {
  const [newestPath = '', ...olderPaths] = paths;
  const newest = await read(newestPath);
  const older = await Promise.all(olderPaths.map(peekGeneration));
  const newestOlder = Math.max(0, ...older.map((generation) => generation ?? 0));
  if (newest.kind === 'missing' && !mark && (await Promise.all(olderPaths.map(isMissing))).every(Boolean)) {
    return { kind: 'begin' };
  }
  const why = fault(newest, newestOlder, mark);
  if (why === undefined && newest.kind === 'good') return { kind: 'use', from: newest };

  const good = (await Promise.all(olderPaths.map(read)))
    .filter((one) => one.kind === 'good')
    .filter((one) => !isOutdated(one, mark))
    .sort((a, b) => b.generation - a.generation);
  const [from] = good;
  if (from && why !== undefined) return { kind: 'restore', from, why };
  throw new StoreError(
    `The store ${newestPath} ${why ?? 'is damaged'}, and no earlier generation beside it is whole. Nothing was changed. Restore a backup with: staffroom restore FILE`,
  );
}

async function read(path: string): Promise<Generation> {
  const generation = await readGeneration(path);
  if (generation.kind === 'unreadable') {
    throw new StoreError(
      `The store ${path} cannot be read (${generation.code}). Check the file's permissions and the disk.`,
    );
  }
  if (generation.kind === 'unknown-version') {
    throw new StoreError(
      `The store ${path} is of a version that this program does not know. Start the Staffroom that wrote it, or restore a backup with: staffroom restore FILE`,
    );
  }
  return generation;
}

/** Why the newest file is not what was stored last, as the end of a sentence; nothing when it is. */
function fault(newest: Generation, newestOlder: number, mark: StoreMark | undefined): string | undefined {
  if (newest.kind === 'missing') return 'is missing although it was there before';
  if (newest.kind === 'damaged') return `is damaged: ${newest.where}`;
  if (newest.kind !== 'good') return 'cannot be used';
  if (newest.version < (mark?.version ?? 1) || newest.generation < newestOlder || isOutdated(newest, mark)) {
    return 'was replaced by an older one';
  }
  return undefined;
}

/** Older than any generation that was kept when the store was last opened. */
function isOutdated({ generation }: GoodGeneration, mark: StoreMark | undefined): boolean {
  return generation < (mark?.generation ?? 0) - 2;
}

async function isMissing(path: string): Promise<boolean> {
  return (await readGeneration(path)).kind === 'missing';
}
