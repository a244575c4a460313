import { z } from 'zod/v4';
import { kindTable } from '../../domain/incidents/kind-table.ts';
import { progressOf } from '../../domain/incidents/incident-progress.ts';
import { heldUntil, reportPace } from '../../domain/incidents/report-pace.ts';
import type { OpenedIncident } from '../../domain/incidents/open-incident.ts';
import type { NamePerson } from '../../domain/questions/name-people.ts';
import { isSamePerson } from '../../domain/people/same-person.ts';
import type { PersonKey } from '../../domain/people/person-key.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import { asSubject } from '../as-subject.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { instantText } from '../instant-text.ts';
import { Lines } from '../person-details.ts';
import { AboutView, toAbout } from '../questions/about.ts';
import { eventText } from './event-text.ts';
import { reportFacts } from './report-facts.ts';

const ReportView = z.strictObject({
  title: z.string(),
  isUrgent: z.boolean(),
  urgent: z.string(),
  hasNotice: z.boolean(),
  notice: z.string(),
  kind: z.string(),
  facts: z.array(z.strictObject({ label: z.string(), text: z.string() })),
  status: z.string(),
  statusLines: Lines,
  log: Lines,
  route: z.string(),
  ...AboutView,
  canAcknowledge: z.boolean(),
  canTake: z.boolean(),
  takeTitle: z.string(),
  inChannel: z.boolean(),
  inChat: z.boolean(),
  chatTitle: z.string(),
  report: z.string(),
  seen: z.string(),
  submission: z.string(),
});
export type ReportView = z.infer<typeof ReportView>;

/** A report as its recipients see it, in their channel or their chats: no name of anybody it is about, no narrative. */
export const reportCard = defineCard('reports/report', ReportView);

/** Why the card is shown, where that is more than that there is a report. */
export type ReportHeading = 'report' | 'escalated' | 'replied' | 'added';

/** How many of the latest events a card shows. */
const mostEvents = 8;

/**
 * `reader` is whose own chat it is for; nobody's in a channel, where every recipient sees the same. `notice` says what
 * became of a press. `secondCopy`: nobody knows whether the first arrived, and the heading says so.
 */
export function toReportView(input: {
  library: SchoolLibrary;
  opened: OpenedIncident;
  name: NamePerson;
  submission: string;
  reader?: PersonKey | undefined;
  heading?: ReportHeading;
  notice?: string | undefined;
  secondCopy?: boolean;
}): ReportView {
  const { library, opened, name, submission, reader, heading = 'report', notice, secondCopy = false } = input;
  const { incident, report, today } = opened;
  const { id, reporter, kind, urgent, submittedAt, events } = incident;
  const { takenUp, holder, isClosed } = progressOf(incident);
  const held = heldUntil(incident);
  const nameOf = (key: PersonKey) => cutText(name(key), 200);
  const at = (instant: string) => instantText(instant, library.school);
  const isOwn = reader !== undefined && isSamePerson(reader, reporter);
  const shown = events.flatMap((event) => {
    const text = eventText(event, nameOf);
    return text === undefined || event.kind === 'submitted' ? [] : [{ text: `${at(event.at)}: ${text}.` }];
  });
  const earlier = shown.length - mostEvents;
  const title = titleOf(id, heading);
  return {
    title: secondCopy ? `Second copy of ${id}: ${title.charAt(0).toLowerCase()}${title.slice(1)}` : title,
    isUrgent: urgent && !isClosed,
    urgent: 'Urgent: please look at it now',
    hasNotice: notice !== undefined,
    notice: notice ?? '',
    kind: kindTable[kind].title,
    facts: [
      { label: 'Reported by', text: `${nameOf(reporter)}, ${at(submittedAt)}` },
      ...(held === undefined
        ? []
        : [{ label: 'Held until', text: `${at(held)}: more than ${reportPace.most} came from them within an hour` }]),
      ...reportFacts(report.answers).map(({ label, text }) => ({ label, text: cutText(text, 300) })),
    ],
    status: isClosed
      ? 'Closed'
      : holder?.by
        ? `${asSubject(nameOf(holder.by))} has it`
        : takenUp
          ? 'Seen; nobody has taken it yet'
          : 'Nobody has taken it yet',
    statusLines:
      isOwn && !takenUp ? [{ text: 'This is your own report, so somebody else has to acknowledge it.' }] : [],
    log: [
      ...(earlier > 0 ? [{ text: `${earlier} earlier entries are in the details.` }] : []),
      ...shown.slice(-mostEvents),
    ],
    route: cutText(report.route.reason, 900),
    ...toAbout(library, report.route.clause, today),
    canAcknowledge: !isClosed && !takenUp && !isOwn,
    canTake: !isClosed && !(reader !== undefined && isSamePerson(holder?.by, reader)),
    takeTitle: holder ? 'Take it over' : 'Take it',
    inChannel: reader === undefined,
    inChat: reader !== undefined,
    chatTitle: reader === undefined ? 'To my own chat' : 'Details in this chat',
    report: id,
    seen: String(events.length),
    submission,
  };
}

function titleOf(id: string, heading: ReportHeading): string {
  switch (heading) {
    case 'report':
      return `Report ${id}`;
    case 'escalated':
      return `Nobody has taken report ${id} yet`;
    case 'replied':
      return `The reporter of ${id} answered`;
    case 'added':
      return `The reporter of ${id} added something`;
  }
}
