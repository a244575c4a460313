import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { PolicyVersion, VersionText } from '../domain/versions/policy-version.ts';
import { StoredText, type StoredVersion } from './stored-rows.ts';

/** A small part of the time that the default takes, for a sixth more bytes. */
const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT };

/**
 * The row of a version: its text and its clauses packed in one (JSON, Brotli, base64), since a store file is written whole
 * and keeps years of them. Both together take a third more than the text alone.
 */
export function packVersion(version: PolicyVersion, text: VersionText): StoredVersion {
  const packed = brotliCompressSync(Buffer.from(JSON.stringify(text), 'utf8'), { params });
  return { ...version, packed: packed.toString('base64') };
}

export function unpackText({ packed }: Pick<StoredVersion, 'packed'>): VersionText {
  const text = brotliDecompressSync(Buffer.from(packed, 'base64')).toString('utf8');
  // Before version 6 of the store it was the Markdown alone, which begins with its front matter.
  return text.startsWith('{') ? StoredText.parse(JSON.parse(text)) : { markdown: text };
}
