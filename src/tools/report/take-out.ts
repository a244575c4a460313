import type { WholeReport } from '../../cards/reports/report-passages.ts';
import { eventTexts } from '../../domain/incidents/event-texts.ts';
import { toServerExport, type ServerExport } from '../../domain/incidents/export-on-server.ts';
import { openIncident } from '../../domain/incidents/open-incident.ts';
import type { LibraryShelf } from '../../domain/policies/library-shelf.ts';
import { namePeople } from '../../domain/questions/name-people.ts';
import type { Sealer } from '../../domain/secrecy/sealer.ts';
import { StoreError } from '../../domain/store-error.ts';
import { openSnapshot, type StoreSnapshot } from '../../storage/open-snapshot.ts';
import type { StoresPlace } from '../../storage/open-stores.ts';
import { recordExport } from '../../storage/record-export.ts';

interface Desk {
  readonly place: StoresPlace;
  readonly shelf: Pick<LibraryShelf, 'schools'>;
  readonly sealer: Sealer;
  readonly now: () => Date;
}

export type TakenOut =
  | { readonly kind: 'taken'; readonly whole: WholeReport; readonly at: string }
  | { readonly kind: 'not-found' }
  /** There is one, and its seal does not open. */
  | { readonly kind: 'locked' };

const tries = 5;

/** The whole report once it is recorded that it is taken out, that record included. Rejects when the store fails. */
export async function takeOut(
  desk: Desk,
  { id, by, as }: { id: string; by: string; as: ServerExport['as'] },
): Promise<TakenOut> {
  const at = desk.now().toISOString();
  for (let tried = 0; tried < tries; tried += 1) {
    const found = await inSnapshot(desk, (ports) => read(desk, ports, id));
    if (found.kind !== 'taken') return found;
    const { incident } = found.whole.opened;
    const outcome = await recordExport(desk.place, await toServerExport(desk.sealer, incident, { by, as, at }));
    if (outcome === 'not-found') return { kind: 'not-found' };
    if (outcome === 'overtaken') continue;
    return inSnapshot(desk, (ports) => read(desk, ports, id));
  }
  throw new StoreError('The report changed all the time, so it was not given out. Try again.', 'in-use');
}

async function read(desk: Desk, ports: StoreSnapshot['ports'], id: string): Promise<TakenOut> {
  for (const library of desk.shelf.schools()) {
    const incident = await ports.incidents.find(library.school.id, id);
    if (!incident) continue;
    const opened = await openIncident({ ...ports, ...desk }, library.school, incident);
    if (!opened) return { kind: 'locked' };
    const name = await namePeople(ports.persons, library, incident.reporter.tenantId);
    const texts = await eventTexts(desk.sealer, incident);
    return { kind: 'taken', whole: { library, opened, name, texts }, at: desk.now().toISOString() };
  }
  return { kind: 'not-found' };
}

async function inSnapshot<Result>(
  { place }: Pick<Desk, 'place'>,
  work: (ports: StoreSnapshot['ports']) => Promise<Result>,
): Promise<Result> {
  const snapshot = await openSnapshot(place);
  if (!snapshot) throw new StoreError(`There is no store in ${place.dataDir} yet. Check DATA_DIR.`);
  try {
    return await work(snapshot.ports);
  } finally {
    await snapshot.close();
  }
}
