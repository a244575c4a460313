import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The files of a school's folder that count: school.yaml, every .md but a README, and every .csv and phrasings.yaml beside them. */
export interface SchoolFolder {
  readonly files: ReadonlyMap<string, Buffer>;
  /** SHA-256 over names and bytes. */
  readonly fingerprint: string;
  /** A file was written a moment ago: somebody may still be at it. */
  readonly fresh: boolean;
}

const freshMs = 2000;

/** Where owners attach ways of asking to clauses. */
export const phrasingsFile = 'phrasings.yaml';

/** Reads the folder once. A file that goes away meanwhile is left out; rejects where the folder or a file cannot be read. */
export async function readSchoolFolder(path: string): Promise<SchoolFolder> {
  const all = await readdir(path);
  const own = all.filter((name) => name === 'school.yaml' || /^(?!\.|readme\.md$).*\.md$/i.test(name));
  // Lists alone make no school.
  const names = own.length === 0 ? [] : [...own, ...all.filter(isBesidePolicies)];
  const read = await Promise.all(names.sort().map((name) => readOne(path, name)));
  const present = read.filter((file) => file !== undefined);
  return {
    files: new Map(present.map(({ name, bytes }) => [name, bytes])),
    fingerprint: sha256(present.map(({ name, bytes }) => `${name}\0${sha256(bytes)}\n`).join('')),
    fresh: present.some(({ changedAt }) => Math.abs(Date.now() - changedAt) < freshMs),
  };
}

/** Whether a file counts without being a policy: phrasings.yaml, and what may be a list of people (school.yaml says which is). */
export function isBesidePolicies(name: string): boolean {
  return name === phrasingsFile || /^[^.].*\.csv$/i.test(name);
}

async function readOne(
  path: string,
  name: string,
): Promise<{ name: string; bytes: Buffer; changedAt: number } | undefined> {
  try {
    const [{ mtimeMs }, bytes] = await Promise.all([stat(join(path, name)), readFile(join(path, name))]);
    return { name, bytes, changedAt: mtimeMs };
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR'))
      return undefined;
    throw error;
  }
}

function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
