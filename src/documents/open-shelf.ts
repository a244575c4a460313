import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { phrasingKey, type AttachedPhrasing, type PhrasingAdded } from '../domain/answering/phrasings/phrasing.ts';
import type { SchoolLibrary } from '../domain/policies/library.ts';
import type { LibraryShelf } from '../domain/policies/library-shelf.ts';
import type { Problem } from '../domain/policies/problem.ts';
import type { Trust } from '../domain/trust/trust.ts';
import { appendPhrasing } from './append-phrasing.ts';
import { LibraryError } from './library-error.ts';
import { loadShelf } from './load-shelf.ts';
import { phrasingsFile } from './read-school-folder.ts';
import { refuseRepeats } from './refuse-repeats.ts';
import { watchFolders } from './watch-folders.ts';

/** What a reload did. Schools are named by id. */
export interface Reload {
  /** Served from new files from now on, or no longer there. */
  readonly changed: readonly string[];
  /** Their files have problems: served from the last good ones. */
  readonly kept: readonly string[];
  readonly problems: readonly Problem[];
}

/** A shelf whose files the bot adds one thing to. */
export interface FileShelf extends LibraryShelf {
  /**
   * Adds an entry to a school's phrasings.yaml. `served`: the school is served with it from now on; `waits`: it stands there,
   * and counts once what is wrong with the folder's other files is put right; `not-written`: the file cannot be added to,
   * and nothing was changed.
   */
  addPhrasing(schoolId: string, phrasing: AttachedPhrasing): Promise<PhrasingAdded>;
}

interface Served {
  readonly fingerprint: string;
  readonly library: SchoolLibrary;
}

interface State {
  readonly byFolder: ReadonlyMap<string, Served>;
  readonly libraries: readonly SchoolLibrary[];
  readonly trust?: Trust | undefined;
  readonly problems: readonly Problem[];
}

const quietMs = 250;

/**
 * Opens the folder of schools: one folder a school, each with school.yaml and its policies. A school with a problem is
 * not served at the start, and later stays as it last was good; a school whose folder is gone is served no more. Files
 * are watched unless `watch` is false; `onReload` hears of every reload. Throws a LibraryError that lists all problems
 * when no school at all could be loaded. A `trust.yaml` beside the folders names the trust; with a problem it too stays as it last
 * was good.
 */
export async function openShelf(
  policiesDir: string,
  { onReload, watch = true }: { onReload?: (reload: Reload) => void; watch?: boolean } = {},
): Promise<FileShelf> {
  let changedDuringStart = false;
  let reloadLater = () => {
    changedDuringStart = true;
  };
  const watcher = watch ? watchFolders(policiesDir, quietMs, () => reloadLater()) : undefined;
  let state = await nextState(policiesDir, { byFolder: new Map(), libraries: [], problems: [] });
  if (state.libraries.length === 0) {
    watcher?.close();
    throw new LibraryError(state.problems);
  }
  let running = false;
  let again = false;
  let closed = false;
  const reload = async () => {
    again = running;
    if (running || closed) return;
    running = true;
    try {
      const before = state;
      const next = await nextState(policiesDir, before);
      if (closed) return;
      state = next;
      onReload?.(comparison(before, next));
    } finally {
      running = false;
      if (again) void reload();
    }
  };
  reloadLater = () => void reload();
  if (changedDuringStart) reloadLater();
  return {
    schools: () => state.libraries,
    find: (schoolId) => state.libraries.find(({ school }) => school.id === schoolId),
    trust: () => state.trust,
    problems: () => state.problems,
    async addPhrasing(schoolId, phrasing) {
      const [folder] = [...state.byFolder].find(([, { library }]) => library.school.id === schoolId) ?? [];
      if (folder === undefined) return 'not-written';
      const outcome = await appendPhrasing(join(policiesDir, folder, phrasingsFile), phrasing);
      if (outcome === 'not-written') return outcome;
      await reload();
      while (running) await wait(20);
      const key = phrasingKey(phrasing.words);
      const { phrasings = [] } = state.byFolder.get(folder)?.library ?? {};
      return phrasings.some(({ words }) => phrasingKey(words) === key) ? 'served' : 'waits';
    },
    close() {
      closed = true;
      watcher?.close();
    },
  };
}

/** Reads everything, then decides once: a school's library is the same object as before where its files are the same. */
async function nextState(policiesDir: string, before: State): Promise<State> {
  const loaded = await loadShelf(policiesDir);
  if (!loaded) {
    const message = 'this folder cannot be read; make it, or set POLICIES_DIR to the folder of the schools';
    return { ...before, problems: [{ file: policiesDir, line: 1, message }] };
  }
  const present = new Set(loaded.schools.map(({ folder }) => folder));
  const stillServed = [...before.byFolder].filter(([folder]) => present.has(folder));
  const servedFrom = new Map(stillServed.map(([folder, { library }]) => [library.school.id, folder]));
  const schools = refuseRepeats(loaded.schools, servedFrom);
  const byFolder = new Map<string, Served>();
  for (const { folder, fingerprint, library } of schools) {
    const last = before.byFolder.get(folder);
    const served = library && last?.fingerprint !== fingerprint ? { fingerprint, library } : last;
    if (served) byFolder.set(folder, served);
  }
  const problems = [...loaded.problems, ...schools.flatMap((school) => school.problems)];
  if (schools.length === 0 && problems.length === 0) {
    problems.push({ file: policiesDir, line: 1, message: 'no school is here; make a folder with a school.yaml in it' });
  }
  const trust = loaded.trust === 'broken' ? before.trust : loaded.trust;
  return { byFolder, libraries: [...byFolder.values()].map(({ library }) => library), trust, problems };
}

function comparison(before: State, after: State): Reload {
  const ids = new Set([...before.libraries, ...after.libraries].map(({ school }) => school.id));
  const of = (state: State, id: string) => state.libraries.find(({ school }) => school.id === id);
  const changed = [...ids].filter((id) => of(before, id) !== of(after, id));
  const inTheWay = after.problems.filter(({ leftOut }) => leftOut !== true);
  const broken = new Set(inTheWay.map(({ file }) => file.split('/')[0]));
  const kept = [...after.byFolder].filter(([folder]) => broken.has(folder)).map(([, { library }]) => library.school.id);
  return { changed, kept, problems: after.problems };
}
