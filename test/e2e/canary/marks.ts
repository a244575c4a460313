import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const begin = 'QZXCANARY';

/** A string that occurs once in the world: what was written into this field of this report. */
export function markOf(report: number, field: string): string {
  return `${begin}${report}x${field}`;
}

export interface Mark {
  readonly report: number;
  readonly field: string;
}

/** The marks in a text, in any case, as they were written. */
export function marksIn(text: string): Mark[] {
  return [...text.matchAll(/QZXCANARY(\d+)x([a-z]+)/gi)].map(([, report = '', field = '']) => ({
    report: Number(report),
    field: field.toLowerCase(),
  }));
}

/** What the beginning of a mark looks like in base64, at each of the three places where it can begin, and in hex. */
const disguises = [
  ...[0, 1, 2].map((pad) => {
    const coded = Buffer.from(`${'\0'.repeat(pad)}${begin}`)
      .toString('base64')
      .replace(/=+$/, '');
    return coded.slice(Math.ceil((pad * 8) / 6), Math.floor(((pad + begin.length) * 8) / 6));
  }),
  Buffer.from(begin).toString('hex'),
  Buffer.from(begin, 'utf16le').toString('latin1'),
];

/** What of the marks is in these bytes: in clear, as base64, hex or UTF-16, or within a gzip file. */
export function findMarks(bytes: Buffer): string[] {
  const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('latin1');
  const clear = [...text.matchAll(new RegExp(`${begin}\\w*`, 'gi'))].map(([found]) => found);
  return [...clear, ...disguises.filter((disguise) => text.includes(disguise))];
}

/** Every file of a folder and the folders in it, with the marks in each. */
export async function searchFolder(folder: string): Promise<{ file: string; bytes: number; marks: string[] }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file);
      return { file, bytes: bytes.length, marks: findMarks(bytes) };
    }),
  );
}
