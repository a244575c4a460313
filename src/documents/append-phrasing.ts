import { appendFile, readFile } from 'node:fs/promises';
import { parsePhrasings } from '../domain/answering/phrasings/parse-phrasings.ts';
import { decodeUtf8 } from './decode-utf8.ts';

/**
 * Adds an entry to the end of a phrasings.yaml, which is made where there is none. `not-written` where the bot may not
 * write there, or where what stands there is not UTF-8 or no list that an entry could be added to: then nothing was changed.
 */
export async function appendPhrasing(path: string, entry: string): Promise<'written' | 'not-written'> {
  try {
    const bytes = await readFile(path).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Uint8Array();
      throw error;
    });
    const before = decodeUtf8(bytes);
    if (before === undefined) return 'not-written';
    const added = before === '' || before.endsWith('\n') ? entry : `\n${entry}`;
    const count = (text: string) => parsePhrasings(text).phrasings.length;
    if (count(before + added) !== count(before) + 1) return 'not-written';
    await appendFile(path, added);
    return 'written';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (['EROFS', 'EACCES', 'EPERM', 'ENOENT'].includes(code)) return 'not-written';
    throw error;
  }
}
