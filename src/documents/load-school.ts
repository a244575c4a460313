import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { SchoolLibrary } from '../domain/policies/library.ts';
import type { Problem } from '../domain/policies/problem.ts';
import { parseSchoolFolder } from './parse-school-folder.ts';
import { readSchoolFolder, type SchoolFolder } from './read-school-folder.ts';

/** One school's folder as it stands on disk. `library` is absent where a problem keeps the school from being served. */
export interface LoadedSchool {
  readonly folder: string;
  /** SHA-256 over the names and bytes of its files: equal when nothing changed. */
  readonly fingerprint: string;
  readonly library?: SchoolLibrary;
  readonly problems: readonly Problem[];
}

const maxReadings = 40;
const pauseMs = 50;

/**
 * Reads `<policiesDir>/<folder>`: school.yaml, every .md but a README, the list of people that school.yaml names and
 * phrasings.yaml. The
 * folder is read until two readings in a row are equal, with a pause between them while files are fresh, so that a change
 * half way through is never served. Undefined where the folder holds no school.yaml and no policy.
 */
export async function loadSchool(policiesDir: string, folder: string): Promise<LoadedSchool | undefined> {
  const path = join(policiesDir, folder);
  let last = await readSchoolFolder(path);
  for (let count = 1; count < maxReadings; count++) {
    if (last.fresh) await wait(pauseMs);
    const next = await readSchoolFolder(path);
    if (next.fingerprint === last.fingerprint) return next.files.size === 0 ? undefined : toLoaded(folder, next);
    last = next;
  }
  const message = 'the files change all the time; leave them still for a moment';
  return { folder, fingerprint: '', problems: [{ file: folder, line: 1, message }] };
}

function toLoaded(folder: string, { files, fingerprint }: SchoolFolder): LoadedSchool {
  const { school, policies, listed, phrasings, problems } = parseSchoolFolder(folder, files);
  const located = problems.map((problem) => ({ ...problem, file: `${folder}/${problem.file}` }));
  const library = {
    ...{ school, policies: policies.map(({ policy }) => policy) },
    ...(listed && { listed }),
    ...(phrasings && { phrasings }),
  };
  const isGood = problems.every(({ leftOut }) => leftOut === true);
  return { folder, fingerprint, problems: located, ...(isWhole(library) && isGood && { library }) };
}

function isWhole(library: {
  school: SchoolLibrary['school'] | undefined;
  policies: SchoolLibrary['policies'];
}): library is SchoolLibrary {
  return library.school !== undefined;
}
