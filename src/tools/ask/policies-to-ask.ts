import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { LibraryError } from '../../documents/library-error.ts';
import { openShelf } from '../../documents/open-shelf.ts';
import { quotablePolicies, type SchoolLibrary } from '../../domain/policies/library.ts';
import type { Policy } from '../../domain/policies/policy.ts';
import type { Problem } from '../../domain/policies/problem.ts';
import { schoolDay } from '../../domain/people/school-day.ts';
import { readFolder } from './read-folder.ts';

/** What is asked: one school's quotable policies, or those of a plain folder. */
export type PoliciesToAsk =
  | {
      readonly kind: 'found';
      readonly policies: readonly Policy[];
      /** Absent for a plain folder. */
      readonly library?: SchoolLibrary;
      readonly notes: readonly string[];
      readonly problems: readonly string[];
    }
  | { readonly kind: 'not-found'; readonly reason: string };

/**
 * Finds the policies under `folder`: a folder of schools (`schoolId` chooses; needless where there is one school only),
 * one school's folder, or any folder of documents. One school at a time: an answer never mixes two.
 */
export async function policiesToAsk(folder: string, schoolId: string | undefined, now: Date): Promise<PoliciesToAsk> {
  const path = resolve(folder);
  if (!existsSync(path)) return { kind: 'not-found', reason: `There is no folder ${folder}.` };
  if (existsSync(join(path, 'school.yaml'))) return fromSchools(dirname(path), basename(path), schoolId, now);
  if (await holdsSchools(path)) return fromSchools(path, undefined, schoolId, now);
  if (schoolId !== undefined)
    return { kind: 'not-found', reason: `${folder} is not a folder of schools, so --school cannot choose one.` };
  const read = await readFolder(path, now.toISOString().slice(0, 10));
  if (read.policies.length === 0) {
    return { kind: 'not-found', reason: [`${folder} holds no policy that can be read.`, ...read.problems].join('\n') };
  }
  return { kind: 'found', ...read };
}

async function holdsSchools(path: string): Promise<boolean> {
  const entries = await readdir(path, { withFileTypes: true });
  return entries.some((entry) => entry.isDirectory() && existsSync(join(path, entry.name, 'school.yaml')));
}

/** `only`: the name of the one folder that was asked for. */
async function fromSchools(
  path: string,
  only: string | undefined,
  schoolId: string | undefined,
  now: Date,
): Promise<PoliciesToAsk> {
  try {
    const shelf = await openShelf(path, { watch: false });
    const problems = shelf.problems().filter(({ file }) => only === undefined || file.startsWith(`${only}/`));
    const toSentence = ({ file, line, message }: Problem) => `${file}, line ${line}: ${message}`;
    const told = problems.filter(({ leftOut }) => leftOut !== true).map(toSentence);
    const schools = shelf.schools().filter((library) => (schoolId ?? only ?? library.school.id) === library.school.id);
    shelf.close();
    const [library, ...more] = schools;
    if (!library)
      return {
        kind: 'not-found',
        reason: [`There is no school “${schoolId ?? only ?? ''}” in ${path}.`, ...told].join('\n'),
      };
    if (more.length > 0) {
      return {
        kind: 'not-found',
        reason: `Choose one school with --school: ${schools.map(({ school }) => school.id).join(', ')}.`,
      };
    }
    return {
      kind: 'found',
      library,
      policies: quotablePolicies(library, schoolDay(now, library.school)),
      notes: problems.filter(({ leftOut }) => leftOut === true).map(toSentence),
      problems: told,
    };
  } catch (error) {
    if (error instanceof LibraryError) return { kind: 'not-found', reason: error.message };
    throw error;
  }
}
