import { z } from 'zod/v4';
import { copyBlock, passages, type Passage } from '../../domain/incidents/copy-block.ts';
import { kindTable } from '../../domain/incidents/kind-table.ts';
import type { OpenedIncident } from '../../domain/incidents/open-incident.ts';
import type { Subject } from '../../domain/incidents/answers.ts';
import type { PersonKey } from '../../domain/people/person-key.ts';
import { roleTitles } from '../../domain/people/role.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import type { NamePerson } from '../../domain/questions/name-people.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { instantText } from '../instant-text.ts';
import { Lines } from '../person-details.ts';
import { eventText } from './event-text.ts';
import { reportFacts } from './report-facts.ts';
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

function allPassages({ library, opened, name, texts }: Parameters<typeof toDetailsView>[0]): Passage[] {
  const { incident, report, school } = opened;
  const { answers, route } = report;
  const nameOf = (key: PersonKey) => cutText(name(key), 200);
  const told = (heading: string, text: string) => passages(heading, [text]);
  const happened = incident.events.flatMap((event) => {
    const what = eventText(event, nameOf);
    const text = texts.get(event.seq);
    if (what === undefined || event.kind === 'submitted') return [];
    return [`${instantText(event.at, library.school)}: ${what}${text ? `: ${text}` : '.'}`];
  });
  const facts = reportFacts({ ...answers, place: '', platform: '', evidence: '' }).map(
    ({ label, text }) => `${label}: ${text}.`,
  );
  const places = [
    ...(answers.place.trim() ? [`Where: ${answers.place.trim()}`] : []),
    ...(answers.platform.trim() ? [`Platform: ${answers.platform.trim()}`] : []),
    ...(answers.evidence.trim() ? [`Evidence: ${answers.evidence.trim()}`] : []),
  ];
  const outside = route.outside.flatMap((contactId) => {
    const contact = school.contacts.find((one) => one.id === contactId);
    return contact ? [[contact.name, contact.phone, contact.hours].filter(Boolean).join(', ')] : [];
  });
  const about = answers.about.map((subject) => subjectText(subject, opened, nameOf)).join('; ');
  return [
    ...told('About', about),
    ...told('Who was involved', answers.people),
    ...told('Told to the reporter by', answers.onBehalfOf),
    ...told('What was seen, heard or said', answers.seen),
    ...told('The child’s own words', answers.childsWords && `“${answers.childsWords.trim()}”`),
    ...told('The reporter’s opinion, apart from the facts', answers.opinion),
    ...passages('When and where', [...facts, ...places]),
    ...told('What was done', answers.done),
    ...told('Who knows', answers.whoKnows),
    ...told('What the reporter wishes', answers.wishes),
    ...(answers.wantsSupport ? told('Support', 'The reporter would like support for themselves.') : []),
    ...passages('To be told as well, by you', outside),
    ...passages('What happened since', happened),
    ...copyBlock(answers, {
      kind: kindTable[incident.kind].title,
      urgent: incident.urgent,
      about,
      reporter: nameOf(incident.reporter),
      facts: [...facts, ...places],
      events: happened,
    }).map((one) => (one.heading ? { ...one, heading: `For CPOMS: ${one.heading}` } : one)),
  ];
}

/** Whom it is about, by name where the reporter picked somebody. */
function subjectText(
  subject: Subject,
  { school, incident }: OpenedIncident,
  nameOf: (key: PersonKey) => string,
): string {
  const [kind = '', rest = ''] = subject.split(':');
  switch (kind) {
    case 'person':
      return school.people.find(({ id }) => id === rest)?.name ?? 'somebody who left the school';
    case 'member':
      return nameOf({ tenantId: incident.reporter.tenantId, objectId: rest });
    case 'role': {
      const role = rest === 'head' || rest === 'dsl' || rest === 'deputyDsl' ? rest : 'chair';
      const holders = school.people.filter(({ roles }) => roles.includes(role)).map(({ name }) => name);
      return `${roleTitles[role]}${holders.length > 0 ? ` (${holders.join(', ')})` : ''}`;
    }
    case 'staff':
      return 'an adult of the school whom the reporter did not pick';
    case 'pupil':
      return 'a pupil';
    case 'outsider':
      return 'somebody from outside the school';
    default:
      return 'not known';
  }
}
