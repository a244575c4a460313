import type { Config } from '../../config.ts';
import { openShelf } from '../../documents/open-shelf.ts';
import { schoolDay } from '../../domain/people/school-day.ts';
import { tenantOf } from '../../domain/people/tenant-of.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import { StoreError } from '../../domain/store-error.ts';
import { openSnapshot } from '../../storage/open-snapshot.ts';
import type { StorePorts } from '../../storage/stores.ts';

/** The sign-offs of a school for a command: as they are now, or as the bot last wrote them. */
export interface OpenedSignoffs {
  readonly ports: StorePorts;
  readonly library: SchoolLibrary;
  readonly tenantId: string;
  readonly now: Date;
  /** YYYY-MM-DD at the school. */
  readonly today: string;
}

/**
 * Opens the stores, does `work` for each school that is asked for (all, or the one with that id) and closes them. Rejects
 * with a StoreError, for a person to read, when there is no such school or no store.
 */
export async function withSignoffs<Result>(
  { policiesDir, dataDir, database, tenantId }: Config,
  schoolId: string | undefined,
  work: (opened: readonly OpenedSignoffs[]) => Promise<Result>,
): Promise<Result> {
  const shelf = await openShelf(policiesDir, { watch: false });
  const known = shelf.schools();
  const wanted = known.filter(({ school }) => schoolId === undefined || school.id === schoolId);
  if (wanted.length === 0) {
    throw new StoreError(
      `There is no school “${schoolId ?? ''}”. These are there: ${known.map(({ school }) => school.id).join(', ')}.`,
    );
  }
  const snapshot = await openSnapshot({ dataDir, databaseUrl: database?.url });
  if (!snapshot) throw new StoreError(`There is no store in ${dataDir} yet. Check DATA_DIR.`);
  try {
    const { ports } = snapshot;
    const now = new Date();
    const opened = await Promise.all(
      wanted.map(async (library) => ({
        ports,
        library,
        tenantId: (await tenantOf(ports.persons, library.school.id, tenantId)) ?? '',
        now,
        today: schoolDay(now, library.school),
      })),
    );
    return await work(opened);
  } finally {
    await snapshot.close();
  }
}
