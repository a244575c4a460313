import { access, chmod, constants } from 'node:fs/promises';
import { Low } from 'lowdb';
import { StoreError } from '../store-error.ts';
import type { StoreFinding } from '../stores.ts';
import { chooseGeneration, type Chosen } from './choose-generation.ts';
import { createGroupCommit, type Committed } from './group-commit.ts';
import { codeOf, readGeneration } from './read-generation.ts';
import { putAside } from './restored-notes.ts';
import { emptyStore, storeVersion, type StoreData } from './store-data.ts';
import { createStoreFileWriter, generationPaths } from './store-file.ts';
import { readMark, writeMark, type StoreMark } from './store-mark.ts';

export interface OpenedLowdb {
  readonly db: Committed<StoreData>;
  /** The size of the store file. */
  readonly bytes: () => number;
  /** What was seen at opening and a person has to know. */
  readonly finding?: StoreFinding;
}

/**
 * Opens the store of an existing folder that this process alone has, and makes its files on the very first start. Where
 * the newest file cannot be trusted it goes back to the newest generation that is whole.
 * Rejects with a StoreError when the store is lost, damaged, of an unknown version or cannot be written.
 */
export async function openLowdb(
  dataDir: string,
  { now, onWrite }: { now: () => Date; onWrite: () => void },
): Promise<OpenedLowdb> {
  const paths = generationPaths(dataDir);
  const [newest] = paths;
  const mark = await readMark(dataDir);
  const chosen = await chooseGeneration(paths, mark);
  const found = chosen.kind === 'begin' ? undefined : chosen.from;
  const data = found?.data ?? emptyStore;
  const generation = Math.max(found?.generation ?? 0, mark?.generation ?? 0);
  const writer = createStoreFileWriter(dataDir, { generation, bytes: found?.bytes ?? 0, now });
  try {
    await access(dataDir, constants.W_OK);
    const finding = await findingOf(chosen, dataDir, now());
    if (isToBeWritten(chosen)) await writer.write(data);
    for (const path of paths) await keepPrivate(path);
    await renewMark(dataDir, mark, writer.generation());
    const adapter = {
      write: (next: StoreData) => writer.write(next).then(onWrite),
      read: async () => {
        const read = await readGeneration(newest);
        if (read.kind !== 'good') throw new StoreError(`The store ${newest} cannot be read back.`, 'broken');
        return read.data;
      },
    };
    const db = createGroupCommit(new Low<StoreData>(adapter, data), () => writer.probe());
    return { db, bytes: () => writer.bytes(), ...(finding && { finding }) };
  } catch (error) {
    if (error instanceof StoreError) throw new StoreError(error.message, 'cannot-start', { cause: error });
    throw new StoreError(
      `The store ${newest} cannot be written (${codeOf(error)}). Check the permissions of ${dataDir} and the disk.`,
    );
  }
}

/** Puts a file that cannot be trusted aside, where that is to be done. */
async function findingOf(chosen: Chosen, dataDir: string, at: Date): Promise<StoreFinding | undefined> {
  if (chosen.kind === 'restore') {
    return { kind: 'restored', message: await putAside(dataDir, chosen.why, chosen.from.savedAt, at) };
  }
  return chosen.kind === 'use' && chosen.doubt ? { kind: 'doubtful', message: chosen.doubt } : undefined;
}

/** What is there is left alone at opening, unless it is new, of the first version or was gone back to. */
function isToBeWritten(chosen: Chosen): boolean {
  return chosen.kind !== 'use' || chosen.from.version < 2;
}

/** A mark that cannot be renewed for want of space still does its work, so that a full disk can be read. */
async function renewMark(dataDir: string, mark: StoreMark | undefined, generation: number): Promise<void> {
  if (mark?.version === storeVersion && mark.generation === generation) return;
  await writeMark(dataDir, { version: storeVersion, generation }).catch((error: unknown) => {
    if (!mark || mark.version === 1 || codeOf(error) !== 'ENOSPC') throw error;
  });
}

async function keepPrivate(path: string): Promise<void> {
  await chmod(path, 0o600).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
  });
}
