import { writeFile } from 'node:fs/promises';
import { StoreError } from '../../domain/store-error.ts';

/** Writes a file that was not there before and that only its owner can read. Rejects with a StoreError, for a person to read. */
export async function writeNew(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    const why = code === 'EEXIST' ? 'there is such a file already; name another' : `it cannot be written (${code})`;
    throw new StoreError(`Nothing was written to ${file}: ${why}.`);
  }
}
