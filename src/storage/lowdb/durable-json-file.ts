import { open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import type { z } from 'zod/v4';
import { StoreError } from '../store-error.ts';

/**
 * A lowdb adapter whose `write` resolves only when the data survive a loss of power: the new text is written and synced
 * beside the file, renamed over it, and the folder is synced. A write that fails leaves a whole file, the old or the new.
 * `read` answers null where there is no file, and rejects with a StoreError for whatever does not fit `schema`.
 * Files are readable by their owner alone. One writer at a time is the caller's part.
 */
export function createDurableJsonFile<Data>(path: string, schema: z.ZodType<Data>): Adapter<Data> {
  const draft = `${path}.new`;
  return {
    async read() {
      const text = await readText(path);
      return text === undefined ? null : parse(path, text, schema);
    },
    async write(data) {
      try {
        await rm(draft, { force: true });
        await writeFile(draft, JSON.stringify(data), { mode: 0o600, flag: 'wx', flush: true });
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true }).catch(() => undefined);
        throw error;
      }
      await syncFolder(dirname(path));
    },
  };
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new StoreError(
      `The store ${path} cannot be read (${codeOf(error)}). Check the file's permissions and the disk.`,
    );
  }
}

function parse<Data>(path: string, text: string, schema: z.ZodType<Data>): Data {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new StoreError(`The store ${path} is damaged: it is not whole JSON. Restore it from a backup.`);
  }
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  if (issue?.path[0] === 'version') {
    throw new StoreError(
      `The store ${path} is of a version that this program does not know. Start the Staffroom that wrote it, or restore the file from a backup.`,
    );
  }
  const where = issue?.path.length ? `at ${issue.path.join('.')}` : 'at its top level';
  throw new StoreError(`The store ${path} is damaged ${where}. Restore it from a backup.`);
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

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
