import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { showBar } from '../verify/show-bar.ts';

/** Writes an export line by line into a file that only its owner can read, or nothing at all. `entries` sizes the bar. */
export async function writeLines(file: string, lines: AsyncIterable<string>, entries: number): Promise<void> {
  const draft = `${file}.new`;
  const bar = showBar(entries, 'the ledger');
  let done = 0;
  async function* ended() {
    for await (const line of lines) {
      bar.at((done += 1));
      yield `${line}\n`;
    }
  }
  try {
    await rm(draft, { force: true });
    await pipeline(Readable.from(ended()), createWriteStream(draft, { mode: 0o600, flags: 'wx' }));
    await rename(draft, file);
  } finally {
    bar.stop();
    await rm(draft, { force: true });
  }
}
