import { isChannel, type Delivery } from '../delivery/delivery.ts';
import type { Consequences } from '../delivery/consequences.ts';
import type { KeyOf } from '../people/keys-of-people.ts';
import type { PersonKey } from '../people/person-key.ts';
import { isSamePerson } from '../people/same-person.ts';
import type { School } from '../people/school.ts';
import { delayDue, escalationDue, escalationSteps } from './escalation-steps.ts';
import { askedOf, escalatedTo, refreshOf, repliedTo, toDelivery, toldTo, type Owed } from './incident-deliveries.ts';
import { alertsOf, ladderOf, peopleOn, rungTo, sentAt } from './incident-ladder.ts';
import { caretakerOf, progressOf } from './incident-progress.ts';
import type { NewEvent } from './incident-store.ts';
import type { Incident, Report } from './incident.ts';
import { toReportEntry } from './report-entry.ts';
import { goesOnAt } from './report-pace.ts';

export interface PlanInput {
  readonly incident: Incident;
  readonly report: Report;
  /** What is known of the deliveries that `deliveriesToKnow` names, by key. */
  readonly deliveries: ReadonlyMap<string, Delivery>;
  /** With stored absences. */
  readonly school: School;
  readonly keyOf: KeyOf;
  readonly now: Date;
}

/**
 * What follows from how a report stands: events that the bot itself records, and what it owes, each delivery once by its
 * key. Planning again after it was recorded gives nothing more, so a crash between any two steps loses and doubles
 * nothing. "Delivered" is said of what Teams took and of nothing else, and no delivery is ever for a subject.
 */
export function planIncident(given: PlanInput): { events: NewEvent[]; then: Consequences } {
  const input = { ...given, report: withoutSubjects(given) };
  const { incident, deliveries, now } = input;
  if (progressOf(incident).shredded) return { events: [], then: { owed: [], entries: [] } };
  const events = newEvents(input);
  const seen = incident.events.length;
  const after = {
    ...incident,
    events: [...incident.events, ...events.map((one, at) => ({ ...one, seq: seen + at + 1 }))],
  };
  const missing = owedFor({ ...input, incident: after }).filter(({ key }) => !deliveries.has(key));
  const once = [...new Map(missing.map((one) => [one.key, one])).values()];
  const at = now.toISOString();
  const turn = goesOnAt(incident);
  const isAtOnce = (one: Owed) => turn < at || isForReporter(one) || isForCaretaker(one, after);
  const owed = once.map((one) => toDelivery(incident, one, at, isAtOnce(one) ? at : turn));
  return { events, then: { owed, entries: after.events.slice(seen).map((event) => toReportEntry(incident, event)) } };
}

/** Whoever found the report in the list and works on it hears what its reporter says as it is said. */
function isForCaretaker({ subject, to }: Owed, incident: Incident): boolean {
  const caretaker = caretakerOf(incident);
  return subject.kind === 'incident-replied' && !isChannel(to) && isSamePerson(caretaker, to);
}

/** All else is for those who receive the report, and nothing of it goes out before the report does. */
function isForReporter({ subject }: Owed): boolean {
  return subject.kind === 'incident-told' || subject.kind === 'incident-asked';
}

/** The keys of every delivery that a plan may hang on. */
export function deliveriesToKnow({ incident, report, now }: Pick<PlanInput, 'incident' | 'report' | 'now'>): string[] {
  const rungs = report.route.rungs.map((_, rung) => rung);
  const steps = escalationSteps(incident, report.route).map((_, at) => at + 1);
  const copies = [
    ...rungs.flatMap((rung) => rungTo(incident, report, rung)),
    ...steps.flatMap((step) => stepTo(incident, report, step)),
  ];
  const { cardSeq } = progressOf(incident);
  return [
    ...copies,
    ...rungs.flatMap((rung) => alertsOf(incident, report, rung)),
    ...copies.map((copy) => refreshOf(incident, cardSeq, copy)),
    ...told({ incident, report, now }, () => true),
    ...spoken(incident, report, rungs),
  ].map(({ key }) => key);
}

function newEvents({ incident, report, deliveries, school, now }: PlanInput): NewEvent[] {
  const { reporter } = incident;
  const { delivered, notDelivered, opened, takenUp, isClosed } = progressOf(incident);
  const events: NewEvent[] = [];
  const at = now.toISOString();

  const ladder = ladderOf(incident, report, deliveries);
  const reached = ladder.reached ?? escalatedReached({ incident, report, deliveries });
  if (!delivered && reached) events.push({ kind: 'delivered', at: reached.at, facts: { role: reached.role } });
  if (!delivered && !reached && !notDelivered && ladder.current === undefined)
    events.push({ kind: 'not-delivered', at });

  const read = incident.events.find(
    ({ kind, by }) => (kind === 'read' || kind === 'exported') && by && !isSamePerson(by, reporter),
  );
  if (!opened && read) events.push({ kind: 'opened', at: read.at, by: read.by });

  if (!takenUp && !isClosed) {
    escalationSteps(incident, report.route).forEach((_, index) => {
      const step = index + 1;
      const told = incident.events.some(({ kind, facts }) => kind === 'escalated' && facts?.step === step);
      if (!told && escalationDue(school, incident, step) <= now)
        events.push({ kind: 'escalated', at, facts: { step } });
    });
  }
  return events;
}

/** The first of those whom an escalation reached, where Teams took the message. */
function escalatedReached({ incident, report, deliveries }: Pick<PlanInput, 'incident' | 'report' | 'deliveries'>) {
  for (const { facts } of incident.events.filter(({ kind }) => kind === 'escalated')) {
    for (const { role, key } of escalationSteps(incident, report.route)[Number(facts?.step) - 1]?.to ?? []) {
      const sent = sentAt(deliveries.get(escalatedTo(incident, Number(facts?.step), key).key));
      if (sent) return { role, at: sent };
    }
  }
  return undefined;
}

/** Everything that is owed by now, what was owed before included. */
function owedFor(input: PlanInput): Owed[] {
  const { incident, report, deliveries } = input;
  const { cardSeq } = progressOf(incident);
  const { current, tried } = ladderOf(incident, report, deliveries);
  const escalations = incident.events.filter(({ kind }) => kind === 'escalated');
  const copies = [
    ...tried.flatMap((rung) => rungTo(incident, report, rung).map((copy) => ({ copy, shows: 1 }))),
    ...escalations.flatMap(({ seq, facts }) =>
      stepTo(incident, report, Number(facts?.step)).map((copy) => ({ copy, shows: seq })),
    ),
  ];
  const mayShow = (key: string) => ['pending', 'sending', 'sent'].includes(deliveries.get(key)?.state ?? 'none');
  const reached = tried.filter((rung) =>
    rungTo(incident, report, rung).some(({ key, to }) => isChannel(to) && sentAt(deliveries.get(key))),
  );
  return [
    ...(current === undefined ? [] : rungTo(incident, report, current)),
    ...reached.flatMap((rung) => alertsOf(incident, report, rung)),
    ...escalations.flatMap(({ facts }) => stepTo(incident, report, Number(facts?.step))),
    ...spoken(incident, report, tried),
    ...copies
      .filter(({ copy, shows }) => mayShow(copy.key) && shows < cardSeq)
      .map(({ copy }) => refreshOf(incident, cardSeq, copy)),
    ...told(input, (due) => due),
  ];
}

/** What the reporter is told of each step; `when` picks by whether it is so. */
function told(
  { incident, report, now }: Pick<PlanInput, 'incident' | 'report' | 'now'>,
  when: (due: boolean) => boolean,
): Owed[] {
  const { delivered, notDelivered, opened, isClosed } = progressOf(incident);
  const steps = escalationSteps(incident, report.route);
  const escalated = incident.events.some(
    ({ kind, facts }) => kind === 'escalated' && steps[Number(facts?.step) - 1]?.tellsReporter,
  );
  return [
    ...(when(!delivered && !notDelivered && !isClosed && delayDue(incident) <= now)
      ? [toldTo(incident, 'delayed')]
      : []),
    ...(when(delivered !== undefined) ? [toldTo(incident, 'delivered')] : []),
    ...(when(notDelivered !== undefined) ? [toldTo(incident, 'not-delivered')] : []),
    ...(when(opened !== undefined) ? [toldTo(incident, 'opened')] : []),
    ...(when(escalated) ? [toldTo(incident, 'unacknowledged')] : []),
    // Each closing for itself, so that it does not matter how often this was asked between two of them.
    ...incident.events.filter(({ kind }) => kind === 'closed').map(({ seq }) => toldTo(incident, 'closed', seq)),
  ];
}

/** Questions to the reporter, and what they said afterwards: to who cares for the report, else to all on those rungs. */
function spoken(incident: Incident, report: Report, rungs: readonly number[]): Owed[] {
  const everybody = rungs.flatMap((rung) => peopleOn(report, rung));
  return incident.events.flatMap((event): Owed[] => {
    if (event.kind === 'asked') return [askedOf(incident, event.seq)];
    if (event.kind !== 'replied' && event.kind !== 'added') return [];
    const caretaker = caretakerOf({ ...incident, events: incident.events.slice(0, event.seq) });
    const mayGet = caretaker && !report.route.subjects.includes(caretaker.objectId);
    return (mayGet ? [caretaker] : everybody).map((to) => repliedTo(incident, event.seq, to));
  });
}

function stepTo(incident: Incident, { route }: Report, step: number): Owed[] {
  return (escalationSteps(incident, route)[step - 1]?.to ?? []).map(({ key }) => escalatedTo(incident, step, key));
}

/** The report with its subjects taken out of every rung and group, whatever put them there. */
function withoutSubjects({ report, school, keyOf }: PlanInput): Report {
  const { route } = report;
  const accounts = school.people.filter(({ id }) => route.subjects.includes(id)).map(keyOf);
  const subjects = new Set([...route.subjects, ...accounts.flatMap((key) => key?.objectId ?? [])]);
  const others = (keys: readonly PersonKey[]) => keys.filter(({ objectId }) => !subjects.has(objectId));
  return {
    ...report,
    route: {
      ...route,
      subjects: [...subjects],
      rungs: route.rungs.map((rung) =>
        rung.kind === 'channel'
          ? { ...rung, alert: others(rung.alert), also: others(rung.also) }
          : { ...rung, to: others(rung.to) },
      ),
      escalation: route.escalation.map((group) => ({ ...group, to: others(group.to) })),
    },
  };
}
