import { decodeUtf8 } from '../decode-utf8.ts';
import type { SourceLine } from '../source-line.ts';
import type { Source } from './source.ts';

/**
 * A plain text or Markdown file as lines. UTF-8, UTF-16 with its mark, else Windows-1252 (older Word "save as text").
 * A form feed starts a page. Refused where the bytes are not text.
 */
export function readText(bytes: Uint8Array): Source {
  const text = decode(bytes);
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is looked for
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) {
    return { kind: 'refused', reason: 'it is damaged or not a text file: it holds bytes that are not text' };
  }
  const paged = text.includes('\f');
  let page = 1;
  const lines = text
    .replace(/\n$/, '')
    .split(/\r\n|\r|\n/)
    .map((line, index): SourceLine => {
      page += line.split('\f').length - 1;
      return { number: index + 1, text: line.replaceAll('\f', ''), ...(paged ? { page } : {}) };
    });
  return { kind: 'read', lines, text };
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return decodeUtf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
}
