import mammoth from 'mammoth';
import type { SourceLine } from '../source-line.ts';
import type { Source } from './source.ts';
import { walkHtml } from './walk-html.ts';

const damaged =
  'it is damaged, cut short, or not a Word file; open it in Word, save it again as .docx and try once more';

/**
 * A Word file's paragraphs, list items, headings and table rows as lines. Page headers and footers, comments and
 * deleted text are not part of a Word file's text and are not read.
 * Refused: password-protected or old .doc files, and zips that are no Word file.
 */
export async function readDocx(bytes: Uint8Array): Promise<Source> {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return {
      kind: 'refused',
      reason: 'it is protected by a password, or an old .doc file; save it as .docx without a password',
    };
  }
  if (!startsWith(bytes, [0x50, 0x4b])) return { kind: 'refused', reason: damaged };
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        styleMap: ["p[style-name='Title'] => h1.title:fresh"],
        convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      },
    );
    return { kind: 'read', lines: walkHtml(value).map((line, index): SourceLine => ({ number: index + 1, ...line })) };
  } catch {
    return { kind: 'refused', reason: damaged };
  }
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
