import { access } from 'node:fs/promises';
import { Low, Memory } from 'lowdb';
import { StoreError } from '../store-error.ts';
import type { StorePorts } from '../stores.ts';
import { createLowdbStores } from './create-lowdb-stores.ts';
import { createGroupCommit } from './group-commit.ts';
import { codeOf, peekGeneration, readGeneration, type GoodGeneration } from './read-generation.ts';
import { generationPaths } from './store-file.ts';
import { markPath, readMark } from './store-mark.ts';
import type { StoreData } from './store-data.ts';

/** A store as its files have it, to read from. */
export interface LowdbSnapshot {
  readonly ports: StorePorts;
  readonly bytes: number;
  /** When this was saved; a file of the first version does not say. */
  readonly savedAt?: string | undefined;
  /** Why the newest file is not the one that was read, as the end of a sentence. */
  readonly why?: string;
}

/**
 * Reads the newest generation that is whole, without the lock, while the bot may be writing: its files are replaced as
 * a whole, never changed. Nothing is written. `missing` where there never was a store. Rejects with a StoreError when no
 * generation is whole. What is done to the ports stays in memory.
 */
export async function openLowdbSnapshot(
  dataDir: string,
): Promise<{ kind: 'open'; snapshot: LowdbSnapshot } | { kind: 'missing' }> {
  const mark = await readMark(dataDir);
  const [newest, ...older] = generationPaths(dataDir);
  // The earlier files first: what a writer turns into an earlier one meanwhile is then never newer than the newest.
  const numbers = await Promise.all(older.map(peekGeneration));
  const first = await readGeneration(newest);
  if (first.kind === 'missing' && !mark && numbers.every((one) => one === 'missing')) return { kind: 'missing' };
  if (first.kind === 'unreadable') throw unusable(newest, `cannot be read (${first.code})`);
  if (first.kind === 'unknown-version') {
    throw unusable(newest, 'is of a version that this program does not know; use the Staffroom that wrote it');
  }
  const known = Math.max((mark?.generation ?? 0) - 2, 0, ...numbers.filter((one) => typeof one === 'number'));
  if (first.kind === 'good' && first.generation >= known) return { kind: 'open', snapshot: snapshotOf(first) };

  const why = first.kind === 'damaged' ? `is damaged: ${first.where}` : 'is missing or was replaced by an older one';
  const whole = (await Promise.all(older.map(readGeneration))).filter((one) => one.kind === 'good');
  const [last] = whole.sort((a, b) => b.generation - a.generation);
  if (!last) throw unusable(newest, `${why}, and no earlier generation beside it is whole`);
  return { kind: 'open', snapshot: { ...snapshotOf(last), why } };
}

function snapshotOf({ data, bytes, savedAt }: GoodGeneration): LowdbSnapshot {
  const ports = createLowdbStores(createGroupCommit(new Low<StoreData>(new Memory(), data)));
  return { ports, bytes, savedAt };
}

const unusable = (path: string, why: string) => new StoreError(`The store ${path} ${why}.`);

/** The files that make a folder one that has a store, as far as they are there. */
export async function storeFiles(dataDir: string): Promise<string[]> {
  const found = await Promise.all(
    [...generationPaths(dataDir), markPath(dataDir)].map(async (path) => {
      try {
        await access(path);
        return [path];
      } catch (error) {
        return codeOf(error) === 'ENOENT' ? [] : [path];
      }
    }),
  );
  return found.flat();
}
