import { isChannel, type Delivery } from '../delivery/delivery.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { Role } from '../people/role.ts';
import { isSamePerson } from '../people/same-person.ts';
import { alertTo, reportTo, type Owed } from './incident-deliveries.ts';
import type { Incident, Report } from './incident.ts';
import type { Rung } from './route-decision.ts';

/** How far the ladder was climbed. */
export interface Ladder {
  /** The rungs that were tried or are, from 0. */
  readonly tried: readonly number[];
  /** The rung that is being tried or that was reached; undefined when all ended unsent, or there is none. */
  readonly current: number | undefined;
  /** Whom the report reached first, in which role, and when Teams took it. */
  readonly reached?: { readonly role: Role; readonly at: string };
}

/**
 * Reads off the deliveries of each rung. A rung has ended unsent when all its messages were refused, could not be
 * delivered, or nobody knows; then the next one is tried. What its own reporter got counts for nobody.
 */
export function ladderOf(incident: Incident, report: Report, deliveries: ReadonlyMap<string, Delivery>): Ladder {
  const tried: number[] = [];
  for (let rung = 0; rung < report.route.rungs.length; rung += 1) {
    tried.push(rung);
    const counted = rungTo(incident, report, rung).filter(({ to }) => countsOn(report.route.rungs[rung], to, incident));
    const sent = counted.find(({ key }) => sentAt(deliveries.get(key)));
    const at = sent && sentAt(deliveries.get(sent.key));
    if (sent && at) return { tried, current: rung, reached: { role: roleOf(report, sent), at } };
    const ended = counted.every(({ key }) => hasEndedUnsent(deliveries.get(key)));
    if (!ended) return { tried, current: rung };
  }
  return { tried, current: undefined };
}

/** The report's deliveries on that rung. */
export function rungTo(incident: Pick<Incident, 'id' | 'schoolId'>, { route }: Report, rung: number): Owed[] {
  const way = route.rungs[rung];
  if (!way) return [];
  if (way.kind === 'people') return way.to.map((to) => reportTo(incident, rung, to));
  const { tenantId, channelId, also } = way;
  return [{ tenantId, channelId }, ...also].map((to) => reportTo(incident, rung, to));
}

/** The lines that wake the people of a channel. */
export function alertsOf(incident: Pick<Incident, 'id' | 'schoolId'>, { route }: Report, rung: number): Owed[] {
  const way = route.rungs[rung];
  return way?.kind === 'channel' ? way.alert.map((to) => alertTo(incident, rung, to)) : [];
}

/** Who is on a rung, one by one. */
export function peopleOn({ route }: Report, rung: number): readonly PersonKey[] {
  const way = route.rungs[rung];
  return way?.kind === 'channel' ? [...way.alert, ...way.also] : (way?.to ?? []);
}

/** When Teams took a delivery; undefined when it has not. */
export function sentAt(delivery: Delivery | undefined): string | undefined {
  return delivery?.state === 'sent' ? delivery.attempts.find(({ outcome }) => outcome === 'sent')?.at : undefined;
}

function hasEndedUnsent(delivery: Delivery | undefined): boolean {
  return delivery !== undefined && ['refused', 'undeliverable', 'unknown'].includes(delivery.state);
}

/** Of a channel's rung the channel alone counts: who is not in it receives the report as well, not instead. */
function countsOn(rung: Rung | undefined, to: Owed['to'], { reporter }: Incident): boolean {
  return rung?.kind === 'channel' ? isChannel(to) : !isChannel(to) && !isSamePerson(to, reporter);
}

/** In a channel it reached whoever leads of those who may read it. */
function roleOf({ route }: Report, { to }: Owed): Role {
  const byKey = route.recipients.find(({ key }) => !isChannel(to) && isSamePerson(key, to));
  const lead = route.recipients.find(({ role }) => role === 'dsl') ?? route.recipients[0];
  return byKey?.role ?? lead?.role ?? 'dsl';
}
