import type { Act } from '../delivery/act.ts';
import { recipientName, type Delivery } from '../delivery/delivery.ts';
import { newDelivery } from '../delivery/new-delivery.ts';
import type { PersonKey } from '../people/person-key.ts';
import { isSamePerson } from '../people/same-person.ts';
import type { SchoolLibrary } from '../policies/library.ts';
import { helpersFor } from './call-for-help.ts';
import { noteOnDraft } from './change-draft.ts';
import { schoolNow, type DialogDesk, type SchoolNow } from './dialog-desk.ts';
import type { NewEvent } from './incident-store.ts';
import { openDraft } from './open-draft.ts';
import { openReport } from './open-report.ts';
import { toReportEntry } from './report-entry.ts';
import { routeDraft } from './route-draft.ts';

/** So long after a report a file still counts as belonging to it. */
const belongsMs = 24 * 3_600_000;

interface Sent {
  readonly act: Act;
  readonly from: PersonKey;
  readonly library: SchoolLibrary;
}

/**
 * Owes whoever gets the report the word that a file or picture was sent, which nobody opened: once for each report. Where
 * nothing is being reported and nothing was in the last day, nobody is told: then a file is a file. Never a subject.
 */
export async function noteFileSent(desk: DialogDesk, sent: Sent): Promise<'told' | 'nobody'> {
  const { from, library } = sent;
  const schoolId = library.school.id;
  const [draft] = await desk.incidents.draftsOf(schoolId, from);
  const now = await schoolNow(desk, library.school, from.tenantId);
  const found = draft && (await openDraft(desk, draft));
  if (found?.kind === 'open') {
    const { answers } = found;
    const route = answers.about.length > 0 ? routeDraft(answers, now, { reporter: from, library }) : undefined;
    const to = route ? keysOf(route) : helpersFor(answers, now, from).flatMap(({ key }) => key ?? []);
    const owed = toDeliveries(sent, { id: found.draft.id, draft: found.draft.id, to, now });
    await noteOnDraft(desk, { schoolId, id: found.draft.id, reporter: from }, { owed });
    return owed.length > 0 ? 'told' : 'nobody';
  }
  return noteOnReport(desk, sent, now);
}

async function noteOnReport(desk: DialogDesk, sent: Sent, now: SchoolNow): Promise<'told' | 'nobody'> {
  const { act, from, library } = sent;
  const [incident] = await desk.incidents.of(library.school.id, from);
  if (!incident || now.now.getTime() - Date.parse(incident.submittedAt) > belongsMs) return 'nobody';
  const report = await openReport(desk, incident);
  if (!report) return 'nobody';
  const { id, schoolId, draftId } = incident;
  const owed = toDeliveries(sent, { id, draft: draftId, to: keysOf(report.route), now });
  const by = { tenantId: from.tenantId, objectId: from.objectId };
  const event: NewEvent = { kind: 'file-sent', at: now.now.toISOString(), by };
  for (let latest = incident; ;) {
    const seen = latest.events.length;
    const entries = [toReportEntry(latest, { ...event, seq: seen + 1 })];
    const outcome = await desk.incidents.record(act, { schoolId, id }, { seen, events: [event] }, { owed, entries });
    if (outcome.kind !== 'overtaken') return owed.length > 0 ? 'told' : 'nobody';
    latest = outcome.incident;
  }
}

function keysOf({
  recipients,
}: {
  readonly recipients: readonly { readonly key?: PersonKey | undefined }[];
}): PersonKey[] {
  return recipients.flatMap(({ key }) => key ?? []);
}

function toDeliveries(
  { from, library: { school } }: Sent,
  { id, draft, to, now }: { id: string; draft: string; to: readonly PersonKey[]; now: SchoolNow },
): Delivery[] {
  const at = now.now.toISOString();
  return to
    .filter((key) => !isSamePerson(key, from))
    .map((to) => {
      const key = `${school.id}:file-turned-away:${id}:${recipientName(to)}`;
      const subject = { kind: 'file-turned-away', draft, from: from.objectId } as const;
      return newDelivery({ key, schoolId: school.id, subject, to }, at);
    });
}
