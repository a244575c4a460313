import { z } from 'zod/v4';
import { passages, type Passage } from '../../domain/incidents/copy-block.ts';
import type { OpenedIncident } from '../../domain/incidents/open-incident.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import type { NamePerson } from '../../domain/questions/name-people.ts';
import { defineCard } from '../define-card.ts';
import { Lines } from '../person-details.ts';
import { answerPassages, cpomsPassages, historyLines, outsideLines } from './report-passages.ts';
import { reportParts } from './report-parts.ts';

const DetailsView = z.strictObject({
  title: z.string(),
  hasNotice: z.boolean(),
  notice: z.string(),
  sections: z.array(z.strictObject({ heading: z.string(), paragraphs: Lines })),
  footer: z.string(),
  hasNext: z.boolean(),
  next: z.string(),
  hasFirst: z.boolean(),
  inChat: z.boolean(),
  report: z.string(),
  /** The number of the event by which they were sent into a chat; 0 in a dialog. */
  read: z.string(),
});
export type DetailsView = z.infer<typeof DetailsView>;

/** Names and narrative of a report, for the one who opened them: in a dialog, or for a while in their own chat. */
export const detailsCard = defineCard('reports/details', DetailsView);

/** `texts`: what was written with each event, by its number. `part` counts from 1; one too high is the last. */
export function toDetailsView(input: {
  library: SchoolLibrary;
  opened: OpenedIncident;
  name: NamePerson;
  texts: ReadonlyMap<number, string>;
  part: number;
  read: number;
  notice?: string | undefined;
}): DetailsView {
  const { opened, read, notice, library } = input;
  const { id } = opened.incident;
  const parts = reportParts(allPassages(input));
  const part = Math.min(Math.max(input.part, 1), parts.length);
  const inChat = read > 0;
  return {
    title: parts.length > 1 ? `Details of ${id}, part ${part} of ${parts.length}` : `Details of ${id}`,
    hasNotice: notice !== undefined,
    notice: notice ?? '',
    sections: (parts[part - 1] ?? []).map(({ heading, paragraphs }) => ({ heading, paragraphs: [...paragraphs] })),
    footer: inChat
      ? 'This goes out of the chat when you press “Done”, and after 15 minutes by itself. Each opening is recorded.'
      : `${library.school.name}. Each opening is recorded.`,
    hasNext: part < parts.length,
    next: String(part + 1),
    hasFirst: part > 1,
    inChat,
    report: id,
    read: String(read),
  };
}

function allPassages(input: Parameters<typeof toDetailsView>[0]): Passage[] {
  return [
    ...answerPassages(input),
    ...passages('To be told as well, by you', outsideLines(input.opened)),
    ...passages('What happened since', historyLines(input)),
    ...cpomsPassages(input).map((one) => (one.heading ? { ...one, heading: `For CPOMS: ${one.heading}` } : one)),
  ];
}
