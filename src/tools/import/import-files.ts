import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Account } from '../../documents/account.ts';
import { importDocument } from '../../documents/import-document.ts';

/** What became of one document. A refused one left no file behind. */
export type ImportResult =
  | { readonly file: string; readonly outcome: 'written'; readonly out: string; readonly account: Account }
  | { readonly file: string; readonly outcome: 'refused'; readonly reason: string };

interface ImportFilesOptions {
  readonly out: string;
  /** Write over files that are there. Two documents of one run never write to the same file. */
  readonly force: boolean;
  readonly onFile: () => void;
}

/** Imports documents one after the other into `out`, made where it is missing. One bad document does not stop the rest. */
export async function importFiles(files: readonly string[], options: ImportFilesOptions): Promise<ImportResult[]> {
  const results: ImportResult[] = [];
  const taken = new Map<string, string>();
  for (const file of files) {
    results.push(await importFile(file, options, taken));
    options.onFile();
  }
  return results;
}

async function importFile(
  file: string,
  { out, force }: ImportFilesOptions,
  taken: Map<string, string>,
): Promise<ImportResult> {
  const refused = (reason: string): ImportResult => ({ file, outcome: 'refused', reason });
  const bytes = await readBytes(file);
  if (!bytes) return refused('it cannot be read: there is no such file, or no right to read it');
  const imported = await importDocument(bytes, basename(file));
  if (imported.kind === 'refused') return refused(imported.reason);
  const id = /^id:\s*["']?([a-z0-9-]+)/m.exec(imported.markdown)?.[1] ?? 'policy';
  const path = join(out, `${id}.md`);
  const first = taken.get(path);
  if (first)
    return refused(
      `its title gives the same policy file as ${basename(first)}; change one title, or import it into another folder`,
    );
  taken.set(path, file);
  try {
    await mkdir(out, { recursive: true });
    await writeFile(path, imported.markdown, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    if (code === 'EEXIST' && !force) return refused(`${path} is there already; say --force to write over it`);
    return refused(`${path} could not be written (${code})`);
  }
  return { file, outcome: 'written', out: path, account: imported.account };
}

async function readBytes(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch {
    return undefined;
  }
}
