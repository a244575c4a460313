import { link, open, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StoreError } from '../store-error.ts';
import { renameFile } from './rename-file.ts';
import { codeOf } from './read-generation.ts';
import type { StoreData } from './store-data.ts';
import { toStoreText } from './store-text.ts';

/** The store's files in its folder, newest first: `staffroom.json` and the two generations before it. */
export function generationPaths(dataDir: string): readonly [string, string, string] {
  const path = join(dataDir, 'staffroom.json');
  return [path, `${path}.1`, `${path}.2`];
}

/** The second name that the newest file has in the middle of a write; a crash may leave it behind. */
export const secondName = (newest: string) => `${newest}.0`;

/** Writes the store, each time as a new generation. One writer at a time is the caller's part. */
export interface StoreFileWriter {
  /**
   * Resolves when the data survive a loss of power. A write that fails leaves every generation whole and rejects with a
   * StoreError: `full` or `not-written` when nothing was changed, `broken` when the storage itself failed.
   */
  write(data: StoreData): Promise<void>;
  /** Resolves when a write would find room and a working disk; rejects likewise. */
  probe(): Promise<void>;
  /** The size of what was written last, in bytes, and its number. */
  bytes(): number;
  generation(): number;
}

/**
 * The order of a write, in which there is a whole newest generation at every step and after a loss of power at any:
 * the draft is written and synced; the newest file gets a second name and the older ones move on; the draft is renamed
 * over the newest; the folder is synced.
 */
export function createStoreFileWriter(
  dataDir: string,
  { generation, bytes, now }: { generation: number; bytes: number; now: () => Date },
): StoreFileWriter {
  const [newest, previous, oldest] = generationPaths(dataDir);
  const draft = `${newest}.new`;
  const second = secondName(newest);
  let probing: Promise<void> | undefined;

  async function keepGenerations(): Promise<void> {
    await rm(second, { force: true });
    try {
      await link(newest, second);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return; // there is nothing to keep yet
      throw error;
    }
    await renameFile(previous, oldest).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error;
    });
    await renameFile(second, previous);
  }

  async function tryToWrite(): Promise<void> {
    const trial = join(dataDir, 'staffroom.probe');
    try {
      await writeSynced(trial, Buffer.from('Staffroom tries whether it can write here.\n'));
      await rm(trial, { force: true });
      const { bavail, bsize } = await statfs(dataDir);
      if (bavail * bsize < 2 * bytes) throw Object.assign(new Error('too little space'), { code: 'ENOSPC' });
    } catch (error) {
      await rm(trial, { force: true }).catch(() => undefined);
      throw refusal(newest, error);
    }
  }

  return {
    async write(data) {
      const text = toStoreText(data, generation + 1, now().toISOString());
      try {
        await writeSynced(draft, text);
        await keepGenerations();
        await renameFile(draft, newest);
      } catch (error) {
        await rm(draft, { force: true }).catch(() => undefined);
        throw refusal(newest, error);
      }
      await syncFolder(dataDir).catch((error: unknown) => {
        throw broken(newest, error);
      });
      generation += 1;
      bytes = text.length;
    },
    probe: () => (probing ??= tryToWrite().finally(() => (probing = undefined))),
    bytes: () => bytes,
    generation: () => generation,
  };
}

/** Writes a new file that only its owner can read, whole and synced, in the place of any old one. */
export async function writeSynced(path: string, text: Buffer): Promise<void> {
  await rm(path, { force: true });
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes names in a folder durable. Windows cannot open a folder and needs no such step. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function refusal(path: string, error: unknown): StoreError {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    const message = `The store ${path} was not written: the disk is full. Free some space; saving goes on by itself then.`;
    return new StoreError(message, 'full', { cause: error });
  }
  if (code === 'EIO' || code === 'ENXIO' || code === 'ENODEV') return broken(path, error);
  const message = `The store ${path} was not written (${code}). Check the permissions of ${dirname(path)} and the disk.`;
  return new StoreError(message, 'not-written', { cause: error });
}

function broken(path: string, error: unknown): StoreError {
  const message = `The disk failed under the store ${path} (${codeOf(error)}). Nothing more is saved. Check the disk, then start Staffroom again.`;
  return new StoreError(message, 'broken', { cause: error });
}
