import { addSchoolTime } from '../people/school-time.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { Role } from '../people/role.ts';
import { isSamePerson } from '../people/same-person.ts';
import type { School } from '../people/school.ts';
import type { Incident } from './incident.ts';
import { goesOnAt } from './report-pace.ts';
import type { RouteDecision } from './route-decision.ts';

/** Who is told when nobody took a report in time. */
export interface EscalationStep {
  readonly to: readonly { readonly role: Role; readonly key: PersonKey }[];
  readonly tellsReporter: boolean;
}

const minute = 60_000;
const hour = 60 * minute;

/**
 * Step 1 tells the first group that is left without the reporter, the deputies as a rule; step 2 all others, and the
 * reporter, whom to speak to. Where nobody is left, step 1 tells the reporter at once.
 */
export function escalationSteps(
  { reporter }: Pick<Incident, 'reporter'>,
  { escalation, subjects }: Pick<RouteDecision, 'escalation' | 'subjects'>,
): EscalationStep[] {
  const groups = escalation
    .map(({ role, to }) =>
      to
        .filter((key) => !isSamePerson(key, reporter) && !subjects.includes(key.objectId))
        .map((key) => ({ role, key })),
    )
    .filter((group) => group.length > 0);
  const [first, ...others] = groups;
  if (!first) return [{ to: [], tellsReporter: true }];
  return [
    { to: first, tellsReporter: false },
    { to: others.flat(), tellsReporter: true },
  ];
}

type Clocked = Pick<Incident, 'urgent' | 'submittedAt' | 'events'>;

/** When that step is due: urgent reports by the clock on the wall, 15 and 30 minutes; others after 4 and 8 school hours. */
export function escalationDue(school: School, incident: Clocked, step: number): Date {
  const from = new Date(goesOnAt(incident));
  return incident.urgent ? new Date(from.getTime() + step * 15 * minute) : addSchoolTime(school, from, step * 4 * hour);
}

/** So long after it went on the reporter of a report that reached nobody yet is told whom to speak to meanwhile. */
export function delayDue(incident: Clocked): Date {
  return new Date(Date.parse(goesOnAt(incident)) + (incident.urgent ? 2 : 15) * minute);
}
