import { readDocx } from './read-docx.ts';
import { readPdf } from './read-pdf.ts';
import { readText } from './read-text.ts';
import type { Source } from './source.ts';

/** Reads a file's lines with the reader for its type. Refused where the type is unknown, or the file holds no words. */
export async function readSource(bytes: Uint8Array, fileName: string): Promise<Source> {
  const type = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase();
  if (bytes.length === 0) return { kind: 'refused', reason: 'it is empty' };
  const read = await readAs(type, bytes);
  if (read.kind === 'read' && !read.lines.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) {
    return { kind: 'refused', reason: 'it is empty: there are no words in it' };
  }
  return read;
}

function readAs(type: string | undefined, bytes: Uint8Array): Promise<Source> {
  switch (type) {
    case 'txt':
    case 'md':
    case 'markdown':
    case 'rst':
      return Promise.resolve(readText(bytes));
    case 'docx':
      return readDocx(bytes);
    case 'pdf':
      return readPdf(bytes);
    default:
      return Promise.resolve({
        kind: 'refused',
        reason: 'its type is not one that can be read; use .docx, .pdf, .txt or .md',
      });
  }
}
