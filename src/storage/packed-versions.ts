import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { PolicyVersion, VersionText } from '../domain/versions/policy-version.ts';
import type { StoredVersion } from './stored-rows.ts';

/** A small part of the time that the default takes, for a sixth more bytes. */
const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT };

/** The row of a version: its text packed (Brotli, base64), since a store file is written whole and keeps years of them. */
export function packVersion(version: PolicyVersion, { markdown }: VersionText): StoredVersion {
  const packed = brotliCompressSync(Buffer.from(markdown, 'utf8'), { params });
  return { ...version, packed: packed.toString('base64') };
}

export function unpackText({ packed }: Pick<StoredVersion, 'packed'>): VersionText {
  return { markdown: brotliDecompressSync(Buffer.from(packed, 'base64')).toString('utf8') };
}
