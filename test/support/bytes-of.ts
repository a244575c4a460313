import type { DrawnFile } from '../../src/domain/files/take-file.ts';

/** A file as a browser has it in the end. */
export async function bytesOf(file: DrawnFile | undefined): Promise<Buffer> {
  if (!file) return Buffer.alloc(0);
  if (file.bytes instanceof Uint8Array) return Buffer.from(file.bytes);
  const pieces: Uint8Array[] = [];
  for await (const piece of file.bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}
