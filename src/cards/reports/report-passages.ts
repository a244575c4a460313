import type { Subject } from '../../domain/incidents/answers.ts';
import { copyBlock, passages, type Passage } from '../../domain/incidents/copy-block.ts';
import { kindTable } from '../../domain/incidents/kind-table.ts';
import type { OpenedIncident } from '../../domain/incidents/open-incident.ts';
import type { PersonKey } from '../../domain/people/person-key.ts';
import { roleTitles } from '../../domain/people/role.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import type { NamePerson } from '../../domain/questions/name-people.ts';
import { cutText } from '../cut-text.ts';
import { instantText } from '../instant-text.ts';
import { eventText } from './event-text.ts';
import { reportFacts } from './report-facts.ts';

/** A whole report with whoever puts names to people. `texts`: what was written with each event, by its number. */
export interface WholeReport {
  readonly library: SchoolLibrary;
  readonly opened: OpenedIncident;
  readonly name: NamePerson;
  readonly texts: ReadonlyMap<number, string>;
}

/** Everything that the reporter said. */
export function answerPassages({ opened, name }: Pick<WholeReport, 'opened' | 'name'>): Passage[] {
  const { answers } = opened.report;
  const told = (heading: string, text: string) => passages(heading, [text]);
  return [
    ...told('About', capitalised(aboutOf(opened, name))),
    ...told('Who was involved', answers.people),
    ...told('Told to the reporter by', answers.onBehalfOf),
    ...told('What was seen, heard or said', answers.seen),
    ...told('The child’s own words', answers.childsWords && `“${answers.childsWords.trim()}”`),
    ...told('The reporter’s opinion, apart from the facts', answers.opinion),
    ...passages('Circumstances', factLines(opened)),
    ...told('What was done', answers.done),
    ...told('Who knows', answers.whoKnows),
    ...told('What the reporter wishes', answers.wishes),
    ...(answers.wantsSupport ? told('Support', 'The reporter would like support for themselves.') : []),
  ];
}

/** Whom the policies or the law say to tell as well, with how they are reached. */
export function outsideLines({ report, school }: OpenedIncident): string[] {
  return report.route.outside.flatMap((contactId) => {
    const contact = school.contacts.find((one) => one.id === contactId);
    return contact ? [[contact.name, contact.phone, contact.hours].filter(Boolean).join(', ')] : [];
  });
}

/** What happened since it was reported, with what was written, but for who opened it. */
export function historyLines({ library, opened, name, texts }: WholeReport): string[] {
  return opened.incident.events.flatMap((event) => {
    const what = eventText(event, nameOf(name));
    const text = texts.get(event.seq);
    if (what === undefined || event.kind === 'submitted') return [];
    return [`${instantText(event.at, library.school)}: ${what}${text ? `: ${text}` : '.'}`];
  });
}

/** What goes into CPOMS, under the headings of its forms. */
export function cpomsPassages(whole: WholeReport): Passage[] {
  const { opened, name } = whole;
  const { incident, report } = opened;
  return copyBlock(report.answers, {
    kind: kindTable[incident.kind].title,
    urgent: incident.urgent,
    about: aboutOf(opened, name),
    reporter: nameOf(name)(incident.reporter),
    facts: factLines(opened),
    events: historyLines(whole),
  });
}

const nameOf = (name: NamePerson) => (key: PersonKey) => cutText(name(key), 200);

function aboutOf(opened: OpenedIncident, name: NamePerson): string {
  return opened.report.answers.about.map((subject) => subjectText(subject, opened, nameOf(name))).join('; ');
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function factLines({ report: { answers } }: OpenedIncident): string[] {
  const typed = (label: string, text: string) => (text.trim() ? [`${label}: ${text.trim()}`] : []);
  return [
    ...reportFacts({ ...answers, about: [], place: '', platform: '', evidence: '' }).map(
      ({ label, text }) => `${label}: ${text}.`,
    ),
    ...typed('Where', answers.place),
    ...typed('Platform', answers.platform),
    ...typed('Evidence', answers.evidence),
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
