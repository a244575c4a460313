import { access, stat } from 'node:fs/promises';
import { StoreError } from '../store-error.ts';
import {
  peekGeneration,
  readGeneration,
  type Generation,
  type GoodGeneration,
  type Peeked,
} from './read-generation.ts';
import { secondName } from './store-file.ts';
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
  const others = await Promise.all(older.map(async (one, n) => one !== 'missing' && !(await isOneFile(paths, n + 1))));
  const why = fault(newest, older, others.includes(true), mark);
  if (why === undefined && newest.kind === 'good') {
    const copied = older.some((one, n) => one === newest.generation && others[n]);
    const lost = older.includes('missing') && !(await exists(secondName(newestPath)));
    const odd = newest.generation > older.length && (lost || copied || older.includes('damaged'));
    return { kind: 'use', from: newest, ...(odd && { doubt: doubtOf(newestPath) }) };
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
function fault(
  newest: Generation,
  older: readonly Peeked[],
  hasOthers: boolean,
  mark: StoreMark | undefined,
): string | undefined {
  if (newest.kind === 'missing') return 'is missing although it was there before';
  if (newest.kind === 'damaged') return `is damaged: ${newest.where}`;
  if (newest.kind !== 'good') return 'cannot be used';
  const newestOlder = Math.max(0, ...older.filter((one) => typeof one === 'number'));
  // Version 1 kept one generation only.
  const isOld = newest.version === 1 && (hasOthers || (mark?.version ?? 1) > 1);
  return isOld || newest.generation < newestOlder || isOutdated(newest, mark)
    ? 'was replaced by an older one'
    : undefined;
}

/** Older than any generation that was kept when the store was last opened. */
function isOutdated({ generation }: GoodGeneration, mark: StoreMark | undefined): boolean {
  return generation < (mark?.generation ?? 0) - 2;
}

/** Only then may a file of version 1 stand beside the store as an earlier generation. */
function wasJustMigrated(mark: StoreMark | undefined): boolean {
  return mark !== undefined && mark.version > 1 && mark.generation > 0 && mark.generation < 3;
}

/**
 * An earlier generation that is damaged, lost or a copy of the newest is no loss in itself, but nobody can tell then
 * whether the newest is the last. (A crash in the middle of a write leaves one file under two names, never a copy, and
 * a gap only while the newest has its second name.)
 */
function doubtOf(path: string): string {
  return `The earlier generations beside the store ${path} are not as they were left, though the store itself is whole. Check the disk; if somebody changed the files by hand, records may be missing.`;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Whether the newest file and the one at `n` are one file under two names. */
async function isOneFile([newest = '', ...older]: readonly string[], n: number): Promise<boolean> {
  const [a, b] = await Promise.all([newest, older[n - 1] ?? ''].map((path) => stat(path).catch(() => undefined)));
  return a !== undefined && a.ino === b?.ino && a.dev === b.dev;
}
