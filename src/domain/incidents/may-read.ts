import { actingHolders, standingFor } from '../people/acting-holders.ts';
import type { KeyOf } from '../people/keys-of-people.ts';
import { holdersOf } from '../people/holders-of.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { Role } from '../people/role.ts';
import { isSamePerson } from '../people/same-person.ts';
import type { School } from '../people/school.ts';
import { escalationSteps } from './escalation-steps.ts';
import type { Incident, Report } from './incident.ts';

export interface ReadInput {
  readonly incident: Pick<Incident, 'reporter' | 'events'>;
  readonly report: Pick<Report, 'route'>;
  readonly reader: PersonKey;
  /** With stored absences. */
  readonly school: School;
  /** YYYY-MM-DD in the school's time zone. */
  readonly today: string;
  readonly keyOf: KeyOf;
}

/**
 * Whether somebody may read a report and work on it: a recipient of its route, somebody whom an escalation reached, or
 * whoever stands in today for one who is away; in each case while school.yaml and the absences give them that role. A subject
 * never, whatever else they are. Everybody else is told that there is no such report.
 */
export function mayRead(input: ReadInput): 'recipient' | 'no' {
  return readerRole(input) === undefined ? 'no' : 'recipient';
}

/** The role in which they may; undefined where they may not. */
export function readerRole({ incident, report, reader, school, today, keyOf }: ReadInput): Role | undefined {
  const { route } = report;
  const isReader = (key: PersonKey | undefined) => isSamePerson(key, reader);
  const themselves = school.people.filter((person) => isReader(keyOf(person)));
  const isSubject = [reader.objectId, ...themselves.map(({ id }) => id)].some((id) => route.subjects.includes(id));
  if (isSubject) return undefined;

  const personOf = (key: PersonKey) => school.people.find((person) => isSamePerson(keyOf(person), key))?.id;
  const reached = escalationSteps(incident, route)
    .filter((_, at) => incident.events.some(({ kind, facts }) => kind === 'escalated' && facts?.step === at + 1))
    .flatMap(({ to }) => to.map(({ role, key }) => ({ role, personId: personOf(key) })));
  return [...route.recipients, ...reached].find(({ role, personId }) => {
    const standsFor = standingFor(school, role, today).some(({ person }) => isReader(keyOf(person)));
    if (!standsFor || themselves.some(({ id }) => id === personId)) return standsFor;
    const holder = holdersOf(school, role, today).find(({ person }) => person.id === personId);
    // Who received it in somebody's stead did so for the holders, who may read it once they are back.
    if (!holder) return true;
    return holder.away && actingHolders(school, role, today).some(({ person }) => isReader(keyOf(person)));
  })?.role;
}
