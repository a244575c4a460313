import type { Sealer } from '../secrecy/sealer.ts';
import { Report, type Incident } from './incident.ts';

/** What is sealed of a report; undefined where it was shredded, or the key is missing. */
export async function openReport(
  { sealer }: { sealer: Pick<Sealer, 'open'> },
  { schoolId, id, sealedReport }: Incident,
): Promise<Report | undefined> {
  if (sealedReport === '') return undefined;
  const text = await sealer.open(sealedReport, { schoolId, type: 'report', id });
  return text === undefined ? undefined : Report.parse(JSON.parse(text));
}
