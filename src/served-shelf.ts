import { actingHolders } from './domain/people/acting-holders.ts';
import type { AbsenceStore } from './domain/people/absence.ts';
import { keysOfPeople } from './domain/people/keys-of-people.ts';
import type { PersonKey } from './domain/people/person-key.ts';
import type { PersonStore } from './domain/people/person-store.ts';
import { schoolDay } from './domain/people/school-day.ts';
import type { School } from './domain/people/school.ts';
import type { LibraryShelf } from './domain/policies/library-shelf.ts';
import type { SchoolLibrary } from './domain/policies/library.ts';
import { tenantOf } from './domain/people/tenant-of.ts';
import { readWithAbsences } from './domain/people/with-absences.ts';
import { withReviews } from './domain/reviews/moved-dates.ts';
import type { ReviewStore } from './domain/reviews/review-store.ts';
import { versionHash } from './domain/policies/version-hash.ts';
import { noteVersions, type NotedVersions } from './domain/versions/note-versions.ts';
import { serveVersions } from './domain/versions/serve-versions.ts';
import type { VersionStore } from './domain/versions/policy-version.ts';
import type { Log } from './log.ts';

export interface ServedShelfDeps {
  readonly files: LibraryShelf;
  readonly versions: VersionStore;
  readonly reviews: Pick<ReviewStore, 'reviews'>;
  readonly absences: Pick<AbsenceStore, 'absences'>;
  readonly persons: Pick<PersonStore, 'staffTeams' | 'boundUpns'>;
  /** The tenant that the bot serves; without one it is that of the school's staff team. */
  readonly tenantId: string | undefined;
  readonly now: () => Date;
  readonly log: Log;
  /** Is told when heads are owed word of a proposed version. */
  readonly onOwed: () => void;
}

export interface ServedShelf extends LibraryShelf {
  /** The hash of what a policy's file says, where that is not in force. */
  proposedHash(schoolId: string, policyId: string): string | undefined;
  /** Looks at files, versions and reviews again. Never rejects: what was served goes on to be served. */
  refresh(): Promise<void>;
  /** Closes the shelf; resolves when nothing of it uses the store any more. */
  stop(): Promise<void>;
}

const everyMs = 30_000;

interface Served {
  readonly files: SchoolLibrary;
  readonly library: SchoolLibrary;
  readonly proposed: ReadonlyMap<string, string>;
  /** Told in the log when they became so. */
  readonly unreadable: readonly string[];
}

/**
 * The shelf as people are served from it: the files of each school, each policy in the version that is in force, each due
 * date as reviews moved it. New words in a file are stored as a proposed version, which the heads are told of: at `refresh`, and twice a minute, when it also
 * finds what other instances put in force. Opening only reads. Rejects when the versions cannot be read then.
 */
export async function openServedShelf(deps: ServedShelfDeps): Promise<ServedShelf> {
  const { files, log, onOwed } = deps;
  let served: ReadonlyMap<string, Served> = new Map();
  const look = async (note: (library: SchoolLibrary) => Promise<NotedVersions>) => {
    const next = new Map<string, Served>();
    for (const library of files.schools()) {
      const { school } = library;
      const found = await note(library);
      const noted = { ...found, library: withReviews(found.library, await deps.reviews.reviews(school.id)) };
      if (noted.owed) onOwed();
      next.set(school.id, keepSame(served.get(school.id), library, noted));
      const known = served.get(school.id)?.unreadable ?? [];
      for (const _ of noted.unreadable.filter((policyId) => !known.includes(policyId))) {
        log.error(
          { school: school.id, code: 'version-not-read' },
          'a version in force cannot be read; it is not served',
        );
      }
    }
    served = next;
  };
  await look(async (library) => ({
    ...(await serveVersions(deps.versions, library, await deps.versions.versions(library.school.id))),
    owed: false,
  }));

  const noteAll = async (library: SchoolLibrary) => noteVersions(deps, library, await headsOf(library.school, deps));
  let working: Promise<void> = Promise.resolve();
  const refresh = () => {
    working = working
      .then(() => look(noteAll))
      .catch((err: unknown) => {
        log.error({ code: 'versions-not-read', err }, 'the versions of policies could not be read; the last ones stay');
      });
    return working;
  };
  const timer = setInterval(() => void refresh(), everyMs);
  timer.unref();
  const close = () => {
    clearInterval(timer);
    files.close();
  };
  return {
    schools: () => [...served.values()].map(({ library }) => library),
    find: (schoolId) => served.get(schoolId)?.library,
    trust: () => files.trust(),
    problems: () => files.problems(),
    proposedHash: (schoolId, policyId) => served.get(schoolId)?.proposed.get(policyId),
    refresh,
    close,
    stop() {
      close();
      return working;
    },
  };
}

/** The library that was served before where nothing in it changed: what was built for it stays good. */
function keepSame(before: Served | undefined, files: SchoolLibrary, noted: NotedVersions): Served {
  const { library, proposed, unreadable } = noted;
  const hashes = new Map(
    proposed.flatMap(({ policy, over }) => (over ? [[policy.cover.id, versionHash(policy)] as const] : [])),
  );
  const isSame =
    before?.files === files &&
    before.library.policies.length === library.policies.length &&
    datesOf(before.library) === datesOf(library) &&
    before.library.policies.every(({ contentHash }, i) => contentHash === library.policies[i]?.contentHash);
  return { files, library: isSame ? before.library : library, proposed: hashes, unreadable };
}

/** What reviews may have moved. */
function datesOf({ school, policies }: SchoolLibrary): string {
  return JSON.stringify([policies.map(({ cover }) => cover.reviewDue), school.duties.map(({ due }) => due)]);
}

async function headsOf(school: School, { persons, absences, tenantId, now }: ServedShelfDeps): Promise<PersonKey[]> {
  const tenant = await tenantOf(persons, school.id, tenantId);
  if (tenant === undefined) return [];
  const keyOf = await keysOfPeople(persons, tenant);
  const today = schoolDay(now(), school);
  const present = await readWithAbsences(absences, school, today);
  return actingHolders(present, 'head', today).flatMap(({ person }) => keyOf(person) ?? []);
}
