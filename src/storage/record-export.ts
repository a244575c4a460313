import { recordServerExport, type ServerExport } from '../domain/incidents/export-on-server.ts';
import { doInStore, notTaken } from './do-in-store.ts';
import { openSnapshot } from './open-snapshot.ts';
import type { StoresPlace } from './open-stores.ts';

/**
 * Records that a report is taken out, in the stores or by a request to the bot that has them. Rejects with a StoreError
 * when the store cannot be used, or when the bot takes no requests.
 */
export async function recordExport(
  place: StoresPlace,
  taken: ServerExport,
): Promise<'recorded' | 'overtaken' | 'not-found'> {
  const done = await doInStore(place, ({ incidents }) => recordServerExport(incidents, taken), { export: taken });
  if (done) return done;
  const snapshot = await openSnapshot(place);
  const incident = await snapshot?.ports.incidents.find(taken.schoolId, taken.id);
  await snapshot?.close();
  if (!incident) return 'not-found';
  const next = incident.events[taken.seen];
  if (!next) throw notTaken('Nothing was given out');
  return next.kind === 'exported' && next.sealedText === taken.sealedText ? 'recorded' : 'overtaken';
}
