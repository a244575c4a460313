import { randomUUID } from 'node:crypto';
import type { FileOffer } from '../domain/files/file-offer.ts';
import type { DrawnFile } from '../domain/files/take-file.ts';
import { actOnReport } from '../domain/incidents/act-on-report.ts';
import { eventTexts } from '../domain/incidents/event-texts.ts';
import type { ReportDesk } from '../domain/incidents/open-incident.ts';
import type { PersonStore } from '../domain/people/person-store.ts';
import type { LibraryShelf } from '../domain/policies/library-shelf.ts';
import { namePeople } from '../domain/questions/name-people.ts';
import { drawBroadcast, type BroadcastDrawDesk } from './draw-broadcast.ts';
import { drawSlips, type SlipDrawDesk } from './draw-slips.ts';
import { drawSignoffs, type SignoffDrawDesk } from './draw-signoffs.ts';
import { toHandOverSheet } from './hand-over-sheet.ts';
import { toReportSheet } from './report-sheet.ts';
import { writePdf } from './write-pdf.ts';

export interface DrawDesk extends ReportDesk, SignoffDrawDesk, BroadcastDrawDesk, SlipDrawDesk {
  readonly persons: Pick<PersonStore, 'boundUpns' | 'staffTeams'>;
  readonly shelf: Pick<LibraryShelf, 'find'>;
  /** Is told when something was recorded that is now owed. */
  readonly onOwed: () => void;
}

/**
 * Draws up what is fetched. That it is taken out is recorded first, by the same rules as everything else that is done with
 * a report: undefined for somebody who may not read it by now, who is recorded as refused.
 */
export function createFileDrawer(desk: DrawDesk): (offer: FileOffer) => Promise<DrawnFile | undefined> {
  return async (offer) => {
    const { id, schoolId, subject, to } = offer;
    const { kind, reference } = subject;
    const library = desk.shelf.find(schoolId);
    if (!library) return undefined;
    if (kind === 'broadcast' || kind === 'broadcast-csv') return drawBroadcast(desk, { library, kind, reference, to });
    if (kind === 'slips' || kind === 'slips-csv') return drawSlips(desk, { library, kind, reference, to });
    if (kind !== 'report' && kind !== 'sheet') return drawSignoffs(desk, { library, kind, reference, to });
    const act = { activityKey: `file|${id}`, submissionId: randomUUID() };
    const deed =
      kind === 'sheet' ? ({ kind: 'print', fetched: true } as const) : ({ kind: 'export', as: 'pdf' } as const);
    const outcome = await actOnReport(desk, { act, by: to, school: library.school, id: reference, deed });
    if (outcome.kind !== 'done') return undefined;
    if (outcome.owed) desk.onOwed();
    const { opened } = outcome;
    const texts = await eventTexts(desk.sealer, opened.incident);
    const name = await namePeople(desk.persons, library, to.tenantId);
    const at = desk.now().toISOString();
    const whole = { library, opened, name, texts };
    const sheet = kind === 'sheet' ? toHandOverSheet(whole, at) : toReportSheet(whole, at);
    return { name: `${reference}.pdf`, type: 'application/pdf', bytes: await writePdf(sheet) };
  };
}
