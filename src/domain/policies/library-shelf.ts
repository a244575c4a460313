import type { Trust } from '../trust/trust.ts';
import type { SchoolLibrary } from './library.ts';
import type { Problem } from './problem.ts';

/** The libraries in service. A reload swaps a school's whole library at once; nobody sees half of one. */
export interface LibraryShelf {
  schools(): readonly SchoolLibrary[];
  find(schoolId: string): SchoolLibrary | undefined;
  /** The trust that the schools belong to, as its file last was good; undefined where they belong to none. */
  trust(): Trust | undefined;
  /** What is wrong with the files as they stand now; a school named here is served from its last good files. */
  problems(): readonly Problem[];
  /** Stops watching. */
  close(): void;
}
