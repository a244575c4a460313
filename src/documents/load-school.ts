import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseSchool } from '../domain/people/parse-school.ts';
import { checkLibrary } from '../domain/policies/check-library.ts';
import { lineOfKey } from '../domain/policies/split-file.ts';
import type { SchoolLibrary } from '../domain/policies/library.ts';
import { parsePolicy } from '../domain/policies/parse-policy.ts';
import type { Policy } from '../domain/policies/policy.ts';
import type { Problem } from '../domain/policies/problem.ts';

/** One school's folder as it stands on disk. `library` is absent where a problem keeps the school from being served. */
export interface LoadedSchool {
  readonly folder: string;
  /** SHA-256 over the names and bytes of its files: equal when nothing changed. */
  readonly fingerprint: string;
  readonly library?: SchoolLibrary;
  readonly problems: readonly Problem[];
}

interface Reading {
  readonly files: ReadonlyMap<string, Buffer>;
  readonly fingerprint: string;
  /** A file was written a moment ago: somebody may still be at it. */
  readonly fresh: boolean;
}

const maxReadings = 40;
const pauseMs = 50;
const freshMs = 2000;

/**
 * Reads `<policiesDir>/<folder>`: school.yaml and every .md but a README. The folder is read until two readings in a
 * row are equal, with a pause between them while files are fresh, so that a change half way through is never served.
 * Undefined where the folder holds no such file.
 */
export async function loadSchool(policiesDir: string, folder: string): Promise<LoadedSchool | undefined> {
  const path = join(policiesDir, folder);
  let last = await readFolder(path);
  for (let count = 1; count < maxReadings; count++) {
    if (last.fresh) await wait(pauseMs);
    const next = await readFolder(path);
    if (next.fingerprint === last.fingerprint) return next.files.size === 0 ? undefined : parseFolder(folder, next);
    last = next;
  }
  const message = 'the files change all the time; leave them still for a moment';
  return { folder, fingerprint: '', problems: [{ file: folder, line: 1, message }] };
}

async function readFolder(path: string): Promise<Reading> {
  const names = (await readdir(path)).filter(
    (name) => name === 'school.yaml' || /^(?!\.|readme\.md$).*\.md$/i.test(name),
  );
  const read = await Promise.all(names.sort().map((name) => readOne(path, name)));
  const present = read.filter((file) => file !== undefined);
  return {
    files: new Map(present.map(({ name, bytes }) => [name, bytes])),
    fingerprint: sha256(present.map(({ name, bytes }) => `${name}\0${sha256(bytes)}\n`).join('')),
    fresh: present.some(({ changedAt }) => Math.abs(Date.now() - changedAt) < freshMs),
  };
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

function parseFolder(folder: string, { files, fingerprint }: Reading): LoadedSchool {
  const texts = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [file, bytes] of files) {
    const text = decode(bytes);
    if (text !== undefined) texts.set(file, text);
    else problems.push({ file, line: 1, message: 'the file is not UTF-8 text; save it again as UTF-8' });
  }
  const yaml = texts.get('school.yaml');
  const school = yaml === undefined ? undefined : parseSchool(yaml, 'school.yaml');
  if (school?.kind === 'invalid') problems.push(...school.problems);
  if (!files.has('school.yaml'))
    for (const file of files.keys())
      problems.push({
        file,
        line: 1,
        message: `this policy belongs to no school: put a school.yaml into the folder "${folder}", or move the file into a school's folder`,
      });
  const policies: Policy[] = [];
  for (const [file, text] of texts) {
    if (file === 'school.yaml') continue;
    const schoolId = school?.kind === 'parsed' ? school.school.id : folder;
    const parsed = parsePolicy(text, { schoolId, file, contentHash: sha256(files.get(file) ?? text) });
    if (parsed.kind === 'parsed') policies.push(parsed.policy);
    else problems.push(...parsed.problems);
  }
  const library = school?.kind === 'parsed' ? { school: school.school, policies } : undefined;
  if (library && problems.length === 0)
    problems.push(...checkLibrary(library, ({ file }, key) => lineOfKey(texts.get(file) ?? '', key)));
  const located = problems.map((problem) => ({ ...problem, file: `${folder}/${problem.file}` }));
  return { folder, fingerprint, problems: located, ...(library && problems.length === 0 && { library }) };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
