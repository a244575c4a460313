import type { AdaptiveCardJson } from '../../cards/define-card.ts';
import { messageCard } from '../../cards/messages/message.ts';
import { detailsCard, toDetailsView } from '../../cards/reports/details.ts';
import { toWriteView, writeCard } from '../../cards/reports/forms.ts';
import { reportCard, toReportView, type ReportHeading } from '../../cards/reports/report.ts';
import { tellReporter } from '../../cards/reports/tell-reporter.ts';
import { isChannel, type Delivery } from '../../domain/delivery/delivery.ts';
import { detailsMs } from '../../domain/incidents/act-on-report.ts';
import { eventTexts } from '../../domain/incidents/event-texts.ts';
import type { MessagePlace } from '../../domain/incidents/incident-draft.ts';
import { progressOf } from '../../domain/incidents/incident-progress.ts';
import type { IncidentSubject } from '../../domain/incidents/incident-subject.ts';
import { mayRead } from '../../domain/incidents/may-read.ts';
import { openIncident, type OpenedIncident } from '../../domain/incidents/open-incident.ts';
import type { PersonKey } from '../../domain/people/person-key.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import { namePeople, type NamePerson } from '../../domain/questions/name-people.ts';
import type { Summary } from '../messenger-summaries.ts';
import type { Mention, Message } from '../message-activity.ts';
import type { ReportDeps } from './report-deps.ts';

type Told = IncidentSubject & { readonly reference: string };
type Options = { readonly secondCopy: boolean };

interface Telling {
  readonly delivery: Delivery;
  readonly library: SchoolLibrary;
  readonly opened: OpenedIncident;
  readonly name: NamePerson;
  readonly secondCopy: boolean;
}

/**
 * Makes the cards of what is owed about reports, as the report stands at that moment; undefined for any other delivery, and
 * for what is no longer so or no longer theirs: then nothing is sent. A copy of the card goes to nobody who may not read
 * the report by then. Rejects when the store fails.
 */
export function createReportDeliveryCards(
  deps: ReportDeps,
): (delivery: Delivery, options: Options) => Promise<Message | undefined> {
  return async (delivery, { secondCopy }) => {
    const { subject, schoolId } = delivery;
    if (!isOurs(subject)) return undefined;
    const library = deps.shelf.find(schoolId);
    const incident = library && (await deps.incidents.find(schoolId, subject.reference));
    if (!library || !incident) return undefined;
    // Whatever became of the report, names and narrative do not stay in a chat.
    if (subject.kind === 'incident-details-over') return detailsAreOver(deps, subject);
    const opened = await openIncident(deps, library.school, incident);
    if (!opened) {
      deps.log.error({ school: schoolId, reference: incident.id, code: 'not-opened' }, 'a report could not be opened');
      return undefined;
    }
    const name = await namePeople(deps.persons, library, incident.reporter.tenantId);
    return tell(deps, subject, { delivery, library, opened, name, secondCopy });
  };
}

function isOurs(subject: Delivery['subject']): subject is Told {
  switch (subject.kind) {
    case 'incident-report':
    case 'incident-alert':
    case 'incident-refresh':
    case 'incident-asked':
    case 'incident-replied':
    case 'incident-escalated':
    case 'incident-details':
    case 'incident-details-over':
      return true;
    case 'incident-told':
      return subject.what !== 'delivered' && subject.what !== 'opened';
    default:
      return false;
  }
}

async function tell(deps: ReportDeps, subject: Told, telling: Telling): Promise<Message | undefined> {
  const { delivery, opened } = telling;
  const { to } = delivery;
  if (subject.kind === 'incident-told') return toldMessage(subject.what, telling);
  if (subject.kind === 'incident-asked') return askedMessage(deps, subject.seq, telling);
  if (!isChannel(to) && mayRead({ ...opened, reader: to }) === 'no') return undefined;
  switch (subject.kind) {
    case 'incident-report':
      return reportMessage(deps, 'report', telling);
    case 'incident-escalated':
      return reportMessage(deps, 'escalated', telling);
    case 'incident-replied':
      return reportMessage(deps, eventKind(opened, subject.seq) === 'added' ? 'added' : 'replied', telling);
    case 'incident-refresh': {
      const copy = await deps.deliveries.find(subject.of);
      const wasEscalated = copy?.subject.kind === 'incident-escalated' && !progressOf(opened.incident).takenUp;
      return copy?.message && reportMessage(deps, wasEscalated ? 'escalated' : 'report', telling, copy.message);
    }
    case 'incident-alert':
      return alertMessage(deps, telling);
    case 'incident-details':
      return isChannel(to) ? undefined : detailsMessage(deps, subject.seq, to, telling);
    default:
      return undefined;
  }
}

function reportMessage(
  deps: ReportDeps,
  heading: ReportHeading,
  { delivery: { to }, library, opened, name, secondCopy }: Telling,
  edits?: MessagePlace,
): Message {
  const reader = isChannel(to) ? undefined : to;
  const submission = deps.newSubmission();
  const again = secondCopy && edits === undefined;
  const view = toReportView({
    library,
    opened,
    name,
    submission,
    heading,
    secondCopy: again,
    ...(reader && { reader }),
  });
  const isNews = heading === 'replied' || heading === 'added';
  const summary = again
    ? 'Staffroom: second copy of a message'
    : isNews
      ? 'Staffroom: something new about a report'
      : 'Staffroom: a new report for you';
  return {
    card: reportCard.render(view),
    summary,
    ...(edits ? { edits } : isChannel(to) && { mentions: mentionsOf(opened) }),
  };
}

/** The people of the channel who are to look: those whom the rung wakes, by the names of school.yaml. */
function mentionsOf({ report, school, keyOf }: OpenedIncident): Mention[] {
  const woken = report.route.rungs.flatMap((rung) => (rung.kind === 'channel' ? rung.alert : []));
  return school.people.flatMap((person) => {
    const objectId = keyOf(person)?.objectId;
    const isMeant = objectId !== undefined && woken.some((key) => key.objectId === objectId);
    return isMeant && !report.route.subjects.includes(person.id) ? [{ objectId, name: person.name }] : [];
  });
}

async function alertMessage(deps: ReportDeps, { opened, delivery }: Telling): Promise<Message> {
  const { incident, report } = opened;
  const channels = report.route.rungs.flatMap((rung) => (rung.kind === 'channel' ? [rung] : []));
  const rung = channels.find((_, at) => delivery.key.includes(`:incident-alert:${incident.id}:${at}:`)) ?? channels[0];
  const place = rung && (await deps.places.findPlace(rung.tenantId, rung.channelId));
  const where = place ? `${place.teamName}, ${place.channelName}` : 'the safeguarding channel';
  const card = messageCard.render({
    title: `New report ${incident.id} in ${where}`,
    paragraphs: [
      incident.urgent ? 'It is urgent. Please look there now.' : 'Please look there.',
      `Write “open ${incident.id}” here if you cannot get to the channel.`,
    ],
  });
  return { card, summary: 'Staffroom: a new report for you' };
}

function toldMessage(what: (Told & { kind: 'incident-told' })['what'], { opened }: Telling): Message | undefined {
  if (what === 'delivered' || what === 'opened') return undefined;
  const { delivered, takenUp, isClosed } = progressOf(opened.incident);
  const isOver =
    (what === 'delayed' && delivered !== undefined) ||
    (what === 'not-delivered' && delivered !== undefined) ||
    (what === 'unacknowledged' && (takenUp !== undefined || isClosed)) ||
    (what === 'closed' && !isClosed);
  if (isOver) return undefined;
  return { card: messageCard.render(tellReporter(what, opened)), summary: 'Staffroom: about your report' };
}

async function askedMessage(
  deps: ReportDeps,
  seq: number,
  { opened, name, secondCopy }: Telling,
): Promise<Message | undefined> {
  const { incident } = opened;
  const asked = incident.events.find((event) => event.seq === seq);
  const text = (await eventTexts(deps.sealer, incident)).get(seq);
  if (!asked?.by || text === undefined) return undefined;
  const question = { text, seq, from: name(asked.by) };
  const view = toWriteView('reply', { report: incident.id, submission: deps.newSubmission(), question, secondCopy });
  const summary: Summary = secondCopy
    ? 'Staffroom: second copy of a message'
    : 'Staffroom: a question about your report';
  return { card: writeCard.render(view), summary };
}

/** Not after the time for which they may stand there, however late the message goes out. */
async function detailsMessage(
  deps: ReportDeps,
  seq: number,
  to: PersonKey,
  telling: Telling,
): Promise<Message | undefined> {
  const { library, opened, name } = telling;
  const read = opened.incident.events.find((event) => event.seq === seq);
  if (!read || deps.now().getTime() >= Date.parse(read.at) + detailsMs || read.by?.objectId !== to.objectId)
    return undefined;
  const texts = await eventTexts(deps.sealer, opened.incident);
  const view = toDetailsView({ library, opened, name, texts, part: 1, read: seq });
  return { card: detailsCard.render(view), summary: 'Staffroom: something new about a report' };
}

async function detailsAreOver(
  deps: ReportDeps,
  { of, reference }: Told & { kind: 'incident-details-over' },
): Promise<Message | undefined> {
  const edits = (await deps.deliveries.find(of))?.message;
  return edits && { card: detailsOverCard(reference), summary: 'Staffroom: something new about a report', edits };
}

/** What stands in a chat once names and narrative have gone out of it. */
export function detailsOverCard(reference: string): AdaptiveCardJson {
  return messageCard.render({
    title: `Report ${reference}`,
    paragraphs: [`The details are no longer in this chat. Write “open ${reference}” to see them again.`],
  });
}

function eventKind({ incident }: OpenedIncident, seq: number): string | undefined {
  return incident.events.find((event) => event.seq === seq)?.kind;
}
