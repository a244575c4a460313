import { stat } from 'node:fs/promises';
import { StoreError } from '../store-error.ts';
import { peekGeneration, readGeneration, type Generation, type GoodGeneration } from './read-generation.ts';
import type { StoreMark } from './store-mark.ts';

/**
 * - `begin`: there never was a store here
 * - `use`: the newest file is whole; `doubt` when the files of earlier generations are not as they were left
 * - `restore`: it is not, for the reason `why`, and an earlier generation is
 */
export type Chosen =
  | { readonly kind: 'begin' }
  | { readonly kind: 'use'; readonly from: GoodGeneration; readonly doubt?: string }
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
  if (newest.kind === 'missing' && !mark && older.every((one) => one === 'missing')) return { kind: 'begin' };
  const newestOlder = Math.max(0, ...older.filter((one) => typeof one === 'number'));
  const why = fault(newest, newestOlder, mark);
  if (why === undefined && newest.kind === 'good') {
    const copied = await Promise.all(
      olderPaths.map(async (path, n) => older[n] === newest.generation && !(await isSameFile(newestPath, path))),
    );
    const doubt = newest.generation > olderPaths.length && doubtOf(newestPath, older, copied.includes(true));
    return { kind: 'use', from: newest, ...(doubt && { doubt }) };
  }

  const good = (await Promise.all(olderPaths.map(read)))
    .filter((one) => one.kind === 'good')
    .filter((one) => !isOutdated(one, mark) && (one.version > 1 || wasJustMigrated(mark)))
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

/** Only then may a file of version 1 stand beside the store as an earlier generation. */
function wasJustMigrated(mark: StoreMark | undefined): boolean {
  return mark?.version === 2 && mark.generation > 0 && mark.generation < 3;
}

/**
 * An earlier generation that is damaged, lost or a copy of the newest is no loss in itself, but nobody can tell then
 * whether the newest is the last. (A crash in the middle of a write leaves one file under two names, never a copy.)
 */
function doubtOf(path: string, [previous, oldest]: readonly unknown[], copied: boolean): string | undefined {
  const lost = previous === 'missing' && oldest !== 'missing';
  if (!copied && !lost && previous !== 'damaged' && oldest !== 'damaged') return undefined;
  return `The earlier generations beside the store ${path} are not as they were left, though the store itself is whole. Check the disk; if somebody changed the files by hand, records may be missing.`;
}

async function isSameFile(path: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([stat(path), stat(other)]);
  return a.ino === b.ino && a.dev === b.dev;
}
