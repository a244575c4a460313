import type { PersonKey } from '../people/person-key.ts';
import { isSamePerson } from '../people/same-person.ts';
import type { Incident, IncidentEvent, IncidentEventKind } from './incident.ts';

/** How far a report came, read off its events. */
export interface IncidentProgress {
  readonly isClosed: boolean;
  readonly delivered: IncidentEvent | undefined;
  readonly notDelivered: IncidentEvent | undefined;
  readonly opened: IncidentEvent | undefined;
  /** The first sign that somebody other than the reporter deals with it: that ends the escalation. */
  readonly takenUp: IncidentEvent | undefined;
  /** Whoever took it last. */
  readonly holder: IncidentEvent | undefined;
  readonly recorded: IncidentEvent | undefined;
  /** Something was written after that, other than why it was closed: the school's own system does not have it. */
  readonly writtenSinceRecorded: boolean;
  readonly shredded: boolean;
  /** The number of the last event that a card of the report shows. */
  readonly cardSeq: number;
}

const takesUp: readonly IncidentEventKind[] = [
  'acknowledged',
  'taken',
  'asked',
  'noted',
  'handed-over',
  'step',
  'recorded',
  'closed',
];
const notOnCards: readonly IncidentEventKind[] = ['submitted', 'delivered', 'not-delivered', 'read', 'refused'];

export function progressOf({ reporter, events }: Pick<Incident, 'reporter' | 'events'>): IncidentProgress {
  const first = (kind: IncidentEventKind) => events.find((event) => event.kind === kind);
  const last = (...kinds: IncidentEventKind[]) => events.findLast(({ kind }) => kinds.includes(kind));
  const recorded = last('recorded');
  return {
    isClosed: last('closed', 'reopened')?.kind === 'closed',
    delivered: first('delivered'),
    notDelivered: first('not-delivered'),
    opened: first('opened'),
    takenUp: events.find(({ kind, by }) => takesUp.includes(kind) && by !== undefined && !isSamePerson(by, reporter)),
    holder: last('taken'),
    recorded,
    writtenSinceRecorded:
      recorded !== undefined &&
      events.some(({ seq, kind, sealedText = '' }) => seq > recorded.seq && kind !== 'closed' && sealedText !== ''),
    shredded: first('shredded') !== undefined,
    cardSeq: events.findLast(({ kind }) => !notOnCards.includes(kind))?.seq ?? 1,
  };
}

/** Who is told what the reporter says afterwards: who has the report, else who asked or acknowledged last. */
export function caretakerOf({ reporter, events }: Pick<Incident, 'reporter' | 'events'>): PersonKey | undefined {
  const others = events.filter(({ by }) => by !== undefined && !isSamePerson(by, reporter));
  const last = (kind: IncidentEventKind) => others.findLast((event) => event.kind === kind)?.by;
  return last('taken') ?? last('asked') ?? last('acknowledged');
}
