import { recipientName, type Delivery, type Recipient } from '../delivery/delivery.ts';
import { newDelivery } from '../delivery/new-delivery.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { Incident } from './incident.ts';
import type { IncidentSubject, ToldReporter } from './incident-subject.ts';

type Named = Pick<Incident, 'id' | 'schoolId'>;
/** What is owed to whom, under the key that makes it once per fact. */
export interface Owed {
  readonly subject: IncidentSubject;
  readonly to: Recipient;
  readonly key: string;
}

/** What is sent twice, labelled, rather than perhaps not at all: somebody may come to harm while it is not read. */
const sentOnceMore: readonly IncidentSubject['kind'][] = [
  'incident-report',
  'incident-asked',
  'incident-replied',
  'incident-escalated',
];

/** A delivery that is owed from `at` on, sent not before `notBefore`. */
export function toDelivery({ schoolId }: Named, { subject, to, key }: Owed, at: string, notBefore = at): Delivery {
  const onAmbiguous = sentOnceMore.includes(subject.kind) ? 'send-once-more' : 'leave';
  return newDelivery({ key, schoolId, subject, to }, at, { notBefore, onAmbiguous });
}

const keyOf = ({ schoolId, id }: Named, kind: IncidentSubject['kind'], rest: string) =>
  `${schoolId}:${kind}:${id}:${rest}`;

/** The report itself, on that rung of its ladder. */
export function reportTo(incident: Named, rung: number, to: Recipient): Owed {
  const key = keyOf(incident, 'incident-report', `${rung}:${recipientName(to)}`);
  return { key, to, subject: { kind: 'incident-report', reference: incident.id } };
}

/** The line that wakes somebody who has to look into the channel of that rung. */
export function alertTo(incident: Named, rung: number, to: PersonKey): Owed {
  const key = keyOf(incident, 'incident-alert', `${rung}:${recipientName(to)}`);
  return { key, to, subject: { kind: 'incident-alert', reference: incident.id } };
}

/** What a copy of the card shows after the event with that number. */
export function refreshOf(incident: Named, seq: number, copy: Pick<Delivery, 'key' | 'to'>): Owed {
  const [, , , ...rest] = copy.key.split(':');
  const key = keyOf(incident, 'incident-refresh', `${seq}:${rest.join(':')}`);
  return { key, to: copy.to, subject: { kind: 'incident-refresh', reference: incident.id, of: copy.key, seq } };
}

/** What the reporter is told; `seq` sets apart what can happen more than once. */
export function toldTo(incident: Named & Pick<Incident, 'reporter'>, what: ToldReporter, seq?: number): Owed {
  const key = keyOf(incident, 'incident-told', seq === undefined ? what : `${what}-${seq}`);
  return { key, to: incident.reporter, subject: { kind: 'incident-told', reference: incident.id, what } };
}

/** The question that the event with that number asked. */
export function askedOf(incident: Named & Pick<Incident, 'reporter'>, seq: number): Owed {
  const key = keyOf(incident, 'incident-asked', `${seq}`);
  return { key, to: incident.reporter, subject: { kind: 'incident-asked', reference: incident.id, seq } };
}

/** What the reporter answered or added with that event. */
export function repliedTo(incident: Named, seq: number, to: PersonKey): Owed {
  const key = keyOf(incident, 'incident-replied', `${seq}:${recipientName(to)}`);
  return { key, to, subject: { kind: 'incident-replied', reference: incident.id, seq } };
}

/** The report, for somebody whom the escalation reaches. */
export function escalatedTo(incident: Named, step: number, to: PersonKey): Owed {
  const key = keyOf(incident, 'incident-escalated', `${step}:${recipientName(to)}`);
  return { key, to, subject: { kind: 'incident-escalated', reference: incident.id, step } };
}

/** Names and narrative for the one who read them with that event. */
export function detailsTo(incident: Named, seq: number, to: PersonKey): Owed {
  const key = keyOf(incident, 'incident-details', `${seq}:${recipientName(to)}`);
  return { key, to, subject: { kind: 'incident-details', reference: incident.id, seq } };
}

/** The end of what `detailsTo` put into a chat: when the time is over, or before at the reader's word. */
export function detailsOver(incident: Named, seq: number, to: PersonKey, why: 'late' | 'done'): Owed {
  const key = keyOf(incident, 'incident-details-over', `${seq}:${why}:${recipientName(to)}`);
  const of = detailsTo(incident, seq, to).key;
  return { key, to, subject: { kind: 'incident-details-over', reference: incident.id, of } };
}
