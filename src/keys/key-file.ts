import { type FileHandle, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { endorsedKeys } from '../domain/ledger/ledger-keys.ts';
import { createSigner } from './create-signer.ts';
import { KeyError } from './key-error.ts';
import { KeyRing } from './key-ring.ts';

/**
 * Reads the key file. Rejects with a KeyError when it is missing, damaged or, on POSIX, when anybody but its owner may
 * read or write it.
 */
export async function readKeyFile(file: string): Promise<KeyRing> {
  const text = await readPrivately(file);
  const read = KeyRing.safeParse(parseJson(text));
  if (read.success && isEndorsed(read.data)) return read.data;
  throw new KeyError(
    `The key file ${file} is damaged. Put back a copy of it, or make it anew from the sheet in the safe (staffroom keys import).`,
  );
}

/** Writes a key file that does not exist yet, for its owner alone. Rejects with a KeyError when there is one. */
export async function createKeyFile(file: string, ring: KeyRing): Promise<void> {
  try {
    await writeFile(file, textOf(ring), { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') {
      throw new KeyError(`There is a file ${file} already. Keys are never written over; choose another name.`);
    }
    throw new KeyError(`The key file ${file} cannot be written (${codeOf(error)}). Check its folder and the disk.`);
  }
  await syncFolder(dirname(file));
}

/**
 * Replaces the content of a key file durably: whoever reads it finds the old ring or the new one, whole. `change` gets
 * the ring as it is on the disk now, and no other change comes between, so that no key is ever lost to a change that
 * did not know it. Where `change` returns nothing the file stays. Rejects with a KeyError when it cannot be written.
 */
export async function changeKeyFile(
  file: string,
  change: (ring: KeyRing) => KeyRing | undefined,
): Promise<KeyRing | undefined> {
  const draft = `${file}.new`;
  const handle = await openDraft(file, draft);
  try {
    const changed = change(await readKeyFile(file));
    if (!changed) return undefined;
    await handle.writeFile(textOf(changed));
    await handle.sync();
    await rename(draft, file);
    await syncFolder(dirname(file));
    return changed;
  } catch (error) {
    if (codeOf(error) === '') throw error;
    throw new KeyError(
      `The key file ${file} was not changed (${codeOf(error)}). Check the disk; in a container, mount its folder and not the file alone.`,
    );
  } finally {
    await handle.close();
    await rm(draft, { force: true });
  }
}

/** Opens the file for the new content, which nobody else can have open: whoever has it is the one who changes keys. */
async function openDraft(file: string, draft: string, patience = 20): Promise<FileHandle> {
  try {
    return await open(draft, 'wx', 0o600);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') {
      throw new KeyError(`The key file ${file} cannot be changed (${codeOf(error)}). Check who may write its folder.`);
    }
    if (patience === 0) {
      throw new KeyError(`The keys are being changed already. If nothing else runs, delete ${draft} and try again.`);
    }
    await setTimeout(100);
    return openDraft(file, draft, patience - 1);
  }
}

/** What tells one content of the file from another: changes with every `changeKeyFile`. Nothing when there is none. */
export async function fileStamp(file: string): Promise<string | undefined> {
  try {
    const { ino, mtimeMs, size } = await stat(file);
    return `${ino}/${mtimeMs}/${size}`;
  } catch {
    return undefined;
  }
}

async function readPrivately(file: string): Promise<string> {
  let handle;
  try {
    handle = await open(file, 'r');
    const { mode } = await handle.stat();
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new KeyError(`Others than its owner may use the key file ${file}. Take that away: chmod 600 ${file}`);
    }
    return await handle.readFile('utf8');
  } catch (error) {
    if (error instanceof KeyError) throw error;
    if (codeOf(error) === 'ENOENT') {
      throw new KeyError(`There is no key file ${file}. Make one with: staffroom keys init ${file}`);
    }
    throw new KeyError(`The key file ${file} cannot be read (${codeOf(error)}). Check the path and who may read it.`);
  } finally {
    await handle?.close();
  }
}

function textOf(ring: KeyRing): string {
  return `${JSON.stringify(KeyRing.parse(ring), null, 2)}\n`;
}

/** Whether every signing key has the word of the one before it: an export with another would not hold. */
function isEndorsed(ring: KeyRing): boolean {
  const { keys } = createSigner(ring);
  return endorsedKeys(keys).size === keys.length;
}

/** Makes a rename durable. Windows cannot open a folder and needs no such step. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
