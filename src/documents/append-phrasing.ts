import { appendFile, readFile } from 'node:fs/promises';
import { parsePhrasings } from '../domain/answering/phrasings/parse-phrasings.ts';
import { phrasingKey, type AttachedPhrasing } from '../domain/answering/phrasings/phrasing.ts';
import { toEntry } from '../domain/answering/phrasings/to-entry.ts';
import { decodeUtf8 } from './decode-utf8.ts';

type Appended = 'written' | 'not-written';

let last: Promise<unknown> = Promise.resolve();

/**
 * Adds an entry to the end of a phrasings.yaml, which is made where there is none; `written` too where its words lead to its
 * clause there already. `not-written` where the bot may not write there, or where what stands there is not UTF-8 or no list
 * that an entry could be added to: then nothing was changed. Each waits for the one before, so that of two nothing is lost.
 */
export function appendPhrasing(path: string, phrasing: AttachedPhrasing): Promise<Appended> {
  const next = last.then(() => append(path, phrasing));
  last = next.catch(() => undefined);
  return next;
}

async function append(path: string, phrasing: AttachedPhrasing): Promise<Appended> {
  try {
    const bytes = await readFile(path).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Uint8Array();
      throw error;
    });
    const before = decodeUtf8(bytes);
    if (before === undefined) return 'not-written';
    const { phrasings } = parsePhrasings(before);
    const key = phrasingKey(phrasing.words);
    const same = phrasings.find(({ words }) => phrasingKey(words) === key);
    if (same?.clause === phrasing.clause && same.says === phrasing.says) return 'written';
    const entry = toEntry(phrasing);
    const added = before === '' || before.endsWith('\n') ? entry : `\n${entry}`;
    if (parsePhrasings(before + added).phrasings.length !== phrasings.length + 1) return 'not-written';
    await appendFile(path, added);
    return 'written';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (['EROFS', 'EACCES', 'EPERM', 'ENOENT'].includes(code)) return 'not-written';
    throw error;
  }
}
