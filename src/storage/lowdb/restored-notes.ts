import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { generationPaths, syncFolder, writeSynced } from './store-file.ts';
import { renameFile } from './rename-file.ts';
import { codeOf } from './read-generation.ts';

const prefix = 'staffroom.restored-';

/**
 * Puts a damaged store file aside, under a name that says so, and leaves a note of what happened, which stays until
 * somebody has dealt with it and deletes it. Returns the note, one line.
 */
export async function putAside(dataDir: string, why: string, savedAt: string | undefined, at: Date): Promise<string> {
  const stamp = at.toISOString().replaceAll(/[:.]/g, '-');
  const [newest] = generationPaths(dataDir);
  const aside = `${newest}.damaged-${stamp}`;
  const note = join(dataDir, `${prefix}${stamp}.txt`);
  const since = savedAt ? `at ${savedAt}` : 'before this version was installed';
  const text =
    `The store ${newest} ${why}. Staffroom went back to the state saved ${since}: what was recorded after that may be missing, ` +
    `although people were told that it was saved. The damaged file is kept as ${aside}. When you have dealt with it, delete ${note}.`;
  await writeSynced(note, Buffer.from(`${text}\n`));
  await renameFile(newest, aside).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
  });
  await syncFolder(dataDir);
  return text;
}

/** The notes of restorations that nobody has dealt with yet. */
export async function readNotes(dataDir: string): Promise<string[]> {
  const names = (await readdir(dataDir)).filter((name) => name.startsWith(prefix)).sort();
  return Promise.all(names.map(async (name) => (await readFile(join(dataDir, name), 'utf8')).trim()));
}
