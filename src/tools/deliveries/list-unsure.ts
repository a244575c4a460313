import type { Config } from '../../config.ts';
import { openShelf } from '../../documents/open-shelf.ts';
import { isChannel, type Delivery } from '../../domain/delivery/delivery.ts';
import { needsSomebody } from '../../domain/delivery/needs-somebody.ts';
import { subjectReference } from '../../domain/delivery/subject-reference.ts';
import type { Role } from '../../domain/people/role.ts';
import type { LibraryShelf } from '../../domain/policies/library-shelf.ts';
import { StoreError } from '../../domain/store-error.ts';
import { openSnapshot } from '../../storage/open-snapshot.ts';
import type { StorePorts } from '../../storage/stores.ts';

/** A delivery that did not surely arrive. Names nobody and quotes nothing. */
export interface UnsureDelivery {
  readonly key: string;
  readonly school: string;
  readonly kind: string;
  readonly reference: string;
  /** The roles of whom it was for, as far as `school.yaml` gives them any. */
  readonly to: readonly Role[];
  readonly state: Delivery['state'];
  /** When it was tried last, ISO 8601, and what came of that. */
  readonly at: string;
  readonly code: string;
}

/** What nobody surely got and nobody has dealt with, oldest first. Rejects with a StoreError when it cannot be read. */
export async function listUnsure({ dataDir, database, policiesDir }: Config): Promise<UnsureDelivery[]> {
  const shelf = await openShelf(policiesDir, { watch: false }).catch(() => undefined); // without it the roles are not known
  const snapshot = await openSnapshot({ dataDir, databaseUrl: database?.url });
  if (!snapshot) throw new StoreError(`There is no store in ${dataDir} yet. Check DATA_DIR.`);
  try {
    const unsure = (await snapshot.ports.deliveries.unsure()).filter(needsSomebody);
    return await Promise.all(unsure.map((delivery) => describe(delivery, shelf, snapshot.ports)));
  } finally {
    await snapshot.close();
  }
}

async function describe(
  { key, schoolId, subject, to, state, attempts, createdAt }: Delivery,
  shelf: Pick<LibraryShelf, 'find'> | undefined,
  { persons }: Pick<StorePorts, 'persons'>,
): Promise<UnsureDelivery> {
  const bound = await persons.boundUpns(to.tenantId);
  const people = shelf?.find(schoolId)?.school.people ?? [];
  const isThem = (objectId: string | undefined) => !isChannel(to) && objectId === to.objectId;
  const person = people.find(({ objectId, upn }) => isThem(objectId ?? (upn && bound.get(upn))));
  const last = attempts.at(-1);
  return {
    key,
    school: schoolId,
    kind: subject.kind,
    reference: subjectReference(subject),
    to: person?.roles ?? [],
    state,
    at: last?.at ?? createdAt,
    code: last?.code ?? '',
  };
}
