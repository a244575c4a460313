import { readdir } from 'node:fs/promises';
import type { Problem } from '../domain/policies/problem.ts';
import type { Trust } from '../domain/trust/trust.ts';
import { loadSchool, type LoadedSchool } from './load-school.ts';
import { readTrust } from './read-trust.ts';

/** Everything under the policies folder, read afresh. */
export interface LoadedShelf {
  readonly schools: readonly LoadedSchool[];
  /** `broken`: there is a file, and a problem with it; undefined: there is none. */
  readonly trust: Trust | 'broken' | undefined;
  /** Problems of the folder itself, beside those of its schools. */
  readonly problems: readonly Problem[];
}

/** Reads every school under `policiesDir`, in the order of the folders' names. Undefined where the folder cannot be read. */
export async function loadShelf(policiesDir: string): Promise<LoadedShelf | undefined> {
  const entries = await readdir(policiesDir, { withFileTypes: true }).catch(() => undefined);
  if (!entries) return undefined;
  const visible = entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1));
  const folders = visible.filter((entry) => entry.isDirectory() || entry.isSymbolicLink());
  const loaded = await Promise.all(folders.map(({ name }) => loadOrTell(policiesDir, name)));
  const problems = visible
    .filter((entry) => !entry.isDirectory() && /\.md$/i.test(entry.name) && !/^readme\.md$/i.test(entry.name))
    .map(({ name }) => ({
      file: name,
      line: 1,
      message: 'this policy belongs to no school: move it into a folder that has a school.yaml',
    }));
  const trust = await readTrust(
    policiesDir,
    entries.map(({ name }) => name),
  );
  return {
    schools: loaded.filter((school) => school !== undefined),
    trust: trust.problems.length > 0 ? 'broken' : trust.trust,
    problems: [...problems, ...trust.problems],
  };
}

async function loadOrTell(policiesDir: string, folder: string): Promise<LoadedSchool | undefined> {
  try {
    return await loadSchool(policiesDir, folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    const message = `the folder or a file in it cannot be read (${code}); give the bot the right to read it`;
    return { folder, fingerprint: '', problems: [{ file: folder, line: 1, message }] };
  }
}
