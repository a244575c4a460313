import { readFile } from 'node:fs/promises';
import type { StoreContent } from '../storage/store-content.ts';
import { readBackup } from './backup-format.ts';
import { checkContent, type CheckedContent } from './check-content.ts';

export type OpenedBackup =
  | {
      readonly kind: 'whole';
      readonly madeAt: string;
      readonly content: StoreContent;
      readonly checked: Extract<CheckedContent, { kind: 'whole' }>;
    }
  /** `why` is the end of a sentence. */
  | { readonly kind: 'refused'; readonly why: string };

/** Reads a backup and checks its hash, its format, every row and every chain. Never rejects. */
export async function openBackup(file: string, publicKeys: ReadonlyMap<string, string>): Promise<OpenedBackup> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return { kind: 'refused', why: code === 'ENOENT' ? 'is not there' : `cannot be read (${code})` };
  }
  const read = await readBackup(bytes);
  if (read.kind === 'refused') return read;
  const checked = await checkContent(read.content, publicKeys);
  if (checked.kind === 'broken') return { kind: 'refused', why: checked.why };
  return { kind: 'whole', madeAt: read.madeAt, content: read.content, checked };
}
