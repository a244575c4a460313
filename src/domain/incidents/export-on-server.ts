import { z } from 'zod/v4';
import type { Sealer } from '../secrecy/sealer.ts';
import type { IncidentStore } from './incident-store.ts';
import type { Incident } from './incident.ts';
import { toReportEntry } from './report-entry.ts';

/** That a report is taken out on the server, by somebody of whom Teams knows nothing: their name is sealed with it. */
export const ServerExport = z.strictObject({
  schoolId: z.string(),
  id: z.string(),
  /** How many events the report had when it was read. */
  seen: z.int().min(1),
  at: z.iso.datetime(),
  as: z.enum(['pdf', 'json', 'pdf and json']),
  sealedText: z.string(),
});
export type ServerExport = z.infer<typeof ServerExport>;

export async function toServerExport(
  sealer: Pick<Sealer, 'seal'>,
  { schoolId, id, events }: Incident,
  { by, as, at }: { by: string; as: ServerExport['as']; at: string },
): Promise<ServerExport> {
  const seen = events.length;
  const sealedText = await sealer.seal(`By ${by}`, { schoolId, type: 'report-event', id: `${id}-${seen + 1}` });
  return { schoolId, id, seen, at, as, sealedText };
}

/** Records it with its ledger entry. `overtaken`: something else happened to the report since it was read. */
export async function recordServerExport(
  incidents: Pick<IncidentStore, 'record'>,
  { schoolId, id, seen, at, as, sealedText }: ServerExport,
): Promise<'recorded' | 'overtaken' | 'not-found'> {
  const event = { kind: 'exported', at, facts: { as }, sealedText } as const;
  const entries = [toReportEntry({ schoolId, id }, { ...event, seq: seen + 1 })];
  const outcome = await incidents.record(undefined, { schoolId, id }, { seen, events: [event] }, { owed: [], entries });
  return outcome.kind;
}
