import type { Delivery, DeliveryState } from '../../../src/domain/delivery/delivery.ts';
import type { NewEvent } from '../../../src/domain/incidents/incident-store.ts';
import type { Incident, Report } from '../../../src/domain/incidents/incident.ts';
import { planIncident } from '../../../src/domain/incidents/plan-incident.ts';
import type { School } from '../../../src/domain/people/school.ts';
import { keyOf, sampleReport, submittedAt } from './sample-report.ts';

/** A report and its deliveries over time: planning is recorded, time passes, messages come to an end. */
export function openWorld(given: { incident: Incident; report: Report; school: School } = sampleReport()) {
  let { incident } = given;
  const { report, school } = given;
  const deliveries = new Map<string, Delivery>();
  let now = new Date(submittedAt);

  const add = (...events: NewEvent[]) => {
    const numbered = events.map((event, at) => ({ ...event, seq: incident.events.length + at + 1 }));
    incident = { ...incident, events: [...incident.events, ...numbered] };
  };
  const world = {
    incident: () => incident,
    deliveries,
    now: () => now,
    pass: (minutes: number) => void (now = new Date(now.getTime() + minutes * 60_000)),
    plan: () => planIncident({ incident, report, school, keyOf, now, deliveries }),
    /** Plans and records; `true` when there was anything. */
    follow() {
      const { events, then } = world.plan();
      add(...events);
      for (const one of then.owed) deliveries.set(one.key, one);
      return events.length + then.owed.length > 0;
    },
    add: (kind: NewEvent['kind'], by?: NewEvent['by'], facts?: NewEvent['facts']) =>
      add({ kind, at: now.toISOString(), by, facts }),
    /** Ends every delivery of that kind that is under way, and follows what comes of it. */
    settle(kind: Delivery['subject']['kind'], state: DeliveryState, isMeant: (one: Delivery) => boolean = () => true) {
      for (const one of [...deliveries.values()])
        if (one.subject.kind === kind && one.state === 'pending' && isMeant(one)) end(one, state);
      world.follow();
    },
    end: (key: string, state: DeliveryState) => {
      const one = deliveries.get(key);
      if (one) end(one, state);
    },
    kinds: () => incident.events.map(({ kind }) => kind),
    owed: (kind: Delivery['subject']['kind']) =>
      [...deliveries.values()].filter(({ subject }) => subject.kind === kind),
    told: () =>
      [...deliveries.values()].flatMap(({ subject }) => (subject.kind === 'incident-told' ? [subject.what] : [])),
  };
  function end(one: Delivery, state: DeliveryState): void {
    const outcome = state === 'sent' ? 'sent' : 'refused';
    const attempts = [{ at: now.toISOString(), outcome, code: 'x' }] as const;
    const message = state === 'sent' ? { conversationId: 'c', activityId: one.key } : undefined;
    deliveries.set(one.key, { ...one, state, attempts, message });
  }
  return world;
}
