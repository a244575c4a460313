import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod/v4';
import { renameFile } from './rename-file.ts';
import { syncFolder, writeSynced } from './store-file.ts';

const StoreMark = z.strictObject({ version: z.int(), generation: z.int() });

/** Remembers that a folder has a store, of which version, and how far it was when it was last opened. */
export type StoreMark = z.infer<typeof StoreMark>;

export const markPath = (dataDir: string) => join(dataDir, 'staffroom.created');

/** The mark of a folder. Version 1 left an empty one. One that cannot be understood still says that there was a store. */
export async function readMark(dataDir: string): Promise<StoreMark | undefined> {
  let text: string;
  try {
    text = await readFile(markPath(dataDir), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    return { version: 2, generation: 0 };
  }
  if (text === '') return { version: 1, generation: 0 };
  try {
    const [json = '', hash] = text.split('\n');
    return hash === hashOf(json) ? StoreMark.parse(JSON.parse(json)) : { version: 2, generation: 0 };
  } catch {
    return { version: 2, generation: 0 };
  }
}

const hashOf = (json: string) => createHash('sha256').update(json).digest('hex');

export async function writeMark(dataDir: string, mark: StoreMark): Promise<void> {
  const path = markPath(dataDir);
  const json = JSON.stringify(mark);
  await writeSynced(`${path}.new`, Buffer.from(`${json}\n${hashOf(json)}\n`));
  await renameFile(`${path}.new`, path);
  await syncFolder(dirname(path));
}
