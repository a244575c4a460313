import { openShelf } from '../../src/documents/open-shelf.ts';
import { createFinderCache } from '../../src/finder-cache.ts';
import { projectRoot } from '../../src/project-root.ts';

let opened: ReturnType<typeof openShelf> | undefined;

/** The sample school as it lies in `policies`; read once in a process, since no test changes it. */
export function openSampleSchool(): ReturnType<typeof openShelf> {
  opened ??= openShelf(`${projectRoot}/policies`, { watch: false });
  return opened;
}

/** Searches it by one index for all tests. */
export const sampleFinderFor = createFinderCache();
