import { z } from 'zod/v4';
import { progressOf } from '../../domain/incidents/incident-progress.ts';
import { isToCarry } from '../../domain/incidents/judge-deed.ts';
import type { Incident, Report } from '../../domain/incidents/incident.ts';
import { kindTable } from '../../domain/incidents/kind-table.ts';
import { goesOnAt, heldUntil, reportPace } from '../../domain/incidents/report-pace.ts';
import { citeClause } from '../../domain/policies/cite-clause.ts';
import { Role, roleTitles } from '../../domain/people/role.ts';
import { isSchoolTime, nextSchoolTime } from '../../domain/people/school-time.ts';
import type { School } from '../../domain/people/school.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { instantText } from '../instant-text.ts';
import { Lines } from '../person-details.ts';
import { contactLine } from './before-you-begin.ts';

const ReceiptView = z.strictObject({
  title: z.string(),
  /** What cannot wait: nobody has it, or nobody will before the morning. */
  warnings: Lines,
  /** "Reference SR-7KQ2-M" */
  reference: z.string(),
  /** How far it came, one line each: saved, delivered, opened. */
  states: Lines,
  goesTo: Lines,
  notes: Lines,
  /** The reporter has to carry it: they can print it. */
  canPrint: z.boolean(),
  report: z.string(),
  hasMark: z.boolean(),
  /** The head of the ledger. */
  mark: z.string(),
});
export type ReceiptView = z.infer<typeof ReceiptView>;

/** The receipt of a report: reference, times and roles, and nothing of what was written or of whom it is about. */
export const receiptCard = defineCard('incidents/receipt', ReceiptView);

/**
 * `report` is absent where its seal does not open any more. `saved` is the receipt at the moment of sending, which alone
 * gives the reason for the route; `mark` is the head of the ledger then. Only what happened is said: saved, delivered
 * when and to which role, opened when.
 */
export function toReceiptView(input: {
  library: SchoolLibrary;
  incident: Incident;
  report: Report | undefined;
  occasion: 'saved' | 'kept';
  now: Date;
  mark?: string | undefined;
}): ReceiptView {
  const { library, incident, report, occasion, now, mark } = input;
  const { school } = library;
  const { delivered, opened, isClosed } = progressOf(incident);
  const route = report?.route;
  const clause = route?.clause === undefined ? undefined : citeClause(library, route.clause);
  const roles = [...new Set(route?.recipients.map(({ role }) => roleTitles[role]) ?? [])].join(', ');
  const goesTo = roles === '' ? [] : [`For: ${roles}${clause ? ` (${clause})` : ''}.`];
  const { duty } = kindTable[incident.kind];
  return {
    title: opened ? 'Your report was opened' : delivered ? 'Your report was delivered' : 'Your report is saved',
    warnings: warningsOf(input).map(toLine),
    reference: `Reference ${incident.id}`,
    states: reportStates(incident, school).map(toLine),
    goesTo: (occasion === 'saved' && route ? [route.reason] : goesTo).map(toLine),
    notes: [
      ...waitingNotes(incident, now, { school, roles }),
      ...(isClosed || opened ? [] : outOfHoursNotes(school, incident, now)),
      ...(duty ? [duty] : []),
      ...(occasion === 'saved' ? ['Write “my reports” at any time to see where it stands.'] : []),
    ].map(toLine),
    canPrint: report !== undefined && isToCarry({ incident, report }),
    report: incident.id,
    hasMark: mark !== undefined,
    mark: `Ledger ${mark ?? ''}`,
  };
}

/** The three states, each only once it is so; before the second, when it is to go out, where it has to wait. */
export function reportStates(incident: Incident, school: Pick<School, 'timeZone'>): string[] {
  const { delivered, notDelivered, opened, isClosed } = progressOf(incident);
  const held = heldUntil(incident);
  const waits = held !== undefined && !delivered && !notDelivered && !isClosed;
  const closed = incident.events.findLast(({ kind }) => kind === 'closed');
  const at = (instant: string) => instantText(instant, school);
  return [
    `Saved: ${at(incident.submittedAt)}`,
    ...(waits ? [`Due to go out: ${at(held)}`] : []),
    ...(delivered ? [`Delivered to the ${titleOf(delivered.facts?.['role'])}: ${at(delivered.at)}`] : []),
    ...(!delivered && notDelivered ? [`Not delivered: ${at(notDelivered.at)}`] : []),
    ...(opened ? [`Opened: ${at(opened.at)}`] : []),
    ...(isClosed && closed ? [`Closed: ${at(closed.at)}`] : []),
  ];
}

function titleOf(role: unknown): string {
  const read = Role.safeParse(role);
  return read.success ? roleTitles[read.data] : 'people who receive it';
}

/** The report waits in the bot for nobody: the reporter has to carry it. */
function warningsOf({ library, incident, report }: Parameters<typeof toReceiptView>[0]): string[] {
  const { delivered } = progressOf(incident);
  const onPaper = report?.route.onPaper;
  if (!onPaper || delivered) return [];
  const { school } = library;
  const person = school.people.find(({ id }) => id === onPaper.personId);
  const contact = school.contacts.find(({ id }) => id === onPaper.contact);
  const who = person
    ? `${cutText(person.name, 160)}, ${cutText(onPaper.title, 160)}${person.phone ? `, phone ${cutText(person.phone, 80)}` : ''}`
    : contact
      ? contactLine(contact)
      : cutText(onPaper.title, 240);
  return [
    'Staffroom cannot reach whoever should get this, so nobody has been told.',
    `Speak to them yourself, now: ${who}. Read your report out or hand it over on paper.`,
  ];
}

/** While it waits its turn: why, until when, and what to do where it cannot wait. */
function waitingNotes(incident: Incident, now: Date, { school, roles }: { school: School; roles: string }): string[] {
  const held = heldUntil(incident);
  if (held === undefined || Date.parse(held) <= now.getTime() || progressOf(incident).delivered) return [];
  return [
    `You have sent more than ${reportPace.most} reports within an hour, so this one waits its turn. It is saved, nothing of it is lost, and it goes out by itself on ${instantText(held, school)}.`,
    `If it cannot wait, do not wait for Staffroom: go to whoever receives it${roles === '' ? '' : ` (${roles})`} or ring them now. In danger: 999.`,
  ];
}

/** Where it goes out outside school hours: when a DSL is next expected, and who can be rung until then. */
function outOfHoursNotes(school: School, incident: Incident, now: Date): string[] {
  const goesOn = new Date(goesOnAt(incident));
  const when = goesOn > now ? goesOn : now;
  if (isSchoolTime(school, when)) return [];
  const next = nextSchoolTime(school, when);
  const contact = school.contacts.find(({ id }) => id === school.reporting?.outOfHours);
  return [
    next
      ? `${when > now ? 'That' : 'It'} is outside school hours. Somebody is next expected on ${instantText(next.toISOString(), school)}${incident.urgent ? '; whoever gets it is alerted all the same' : ''}.`
      : `${when > now ? 'That' : 'It'} is outside school hours, and nobody can say when somebody is next here.`,
    contact
      ? `If a child may be at risk before then, ring ${contactLine(contact)}. In danger: 999.`
      : 'If a child may be at risk before then, ring children’s social care. In danger: 999.',
  ];
}

function toLine(text: string): { text: string } {
  return { text: cutText(text, 1_200) };
}
