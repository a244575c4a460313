import type { Incident } from './incident.ts';
import type { Sealer } from '../secrecy/sealer.ts';

const lost = 'What was written cannot be opened now.';

/** What was written with each event of a report, by the event's number. */
export async function eventTexts(
  sealer: Pick<Sealer, 'open'>,
  { id, schoolId, events }: Incident,
): Promise<ReadonlyMap<number, string>> {
  const texts = new Map<number, string>();
  for (const { seq, sealedText } of events) {
    if (!sealedText) continue;
    const place = { schoolId, type: 'report-event', id: `${id}-${seq}` };
    texts.set(seq, (await sealer.open(sealedText, place)) ?? lost);
  }
  return texts;
}
