import type { EntryDraft } from '../ledger/entry.ts';
import { hashOf } from '../questions/hand-over-question.ts';
import type { Incident, IncidentEvent } from './incident.ts';

/** An event of a report as the ledger records it: that it happened and when, and what was sealed by its hash. Nobody is named. */
export function toReportEntry({ schoolId, id }: Pick<Incident, 'schoolId' | 'id'>, event: IncidentEvent): EntryDraft {
  const { seq, kind, at, sealedText } = event;
  const facts = { reference: id, seq, ...(sealedText && { sealedHash: hashOf(sealedText) }) };
  return { schoolId, chain: 'reports', at, kind: `report-${kind}`, facts };
}
