import type { HandOverBody } from '../incidents/deed.ts';
import type { IncidentKind } from '../incidents/incident-kind.ts';
import type { Incident, Report } from '../incidents/incident.ts';

/**
 * The kinds that are never destroyed by themselves: abuse of a child (what children do to one another included: KCSIE part
 * five) and whatever an adult of the school did or suffered. All others are, where nothing else in the report speaks against it.
 */
export const graveKinds: readonly IncidentKind[] = [
  'image',
  'disclosure',
  'contact',
  'fgm',
  'conduct',
  'staff-conduct',
  'staff-targeted',
];

/** Whoever hands a report to one of these says that a child was or may be harmed. */
const graveBodies: readonly HandOverBody[] = ['police', 'lado', 'social-care'];

/**
 * Whether a person has to decide about a report's end: its kind, an indecent image, somebody in danger, an adult of the
 * school among those whom it is about, or its hand-over to the police, the LADO or social care.
 */
export function isGrave({ kind, events }: Pick<Incident, 'kind' | 'events'>, { answers, route }: Report): boolean {
  const isAdult = (subject: string) => subject === 'staff' || /^(role|person|member):/.test(subject);
  return (
    graveKinds.includes(kind) ||
    (answers.kind !== undefined && graveKinds.includes(answers.kind)) ||
    answers.image === 'yes' ||
    answers.imageOn !== undefined ||
    answers.danger === 'yes' ||
    answers.about.some(isAdult) ||
    Object.values(answers.aboutRecipient).includes(true) ||
    route.subjects.length > 0 ||
    events.some(({ kind: of, facts }) => of === 'handed-over' && facts?.done === true && isGraveBody(facts.to))
  );
}

function isGraveBody(to: unknown): boolean {
  return graveBodies.some((body) => body === to);
}
