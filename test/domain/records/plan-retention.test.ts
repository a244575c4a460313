import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Delivery } from '../../../src/domain/delivery/delivery.ts';
import { Answers } from '../../../src/domain/incidents/answers.ts';
import { toldTo, toDelivery } from '../../../src/domain/incidents/incident-deliveries.ts';
import { incidentKinds } from '../../../src/domain/incidents/incident-kind.ts';
import { incidentEventKinds, type IncidentEvent } from '../../../src/domain/incidents/incident.ts';
import { graveKinds } from '../../../src/domain/records/grave-report.ts';
import { planRetention, type HeldReport, type ReportEnd } from '../../../src/domain/records/plan-retention.ts';
import { Reporting } from '../../../src/domain/people/reporting.ts';
import { keyOfId, sampleReport, submittedAt, teacher } from '../incidents/sample-report.ts';

const dayMs = 24 * 60 * 60 * 1000;
const daysAfter = (days: number, from = submittedAt) => new Date(Date.parse(from) + days * dayMs);
const at = (days: number) => daysAfter(days).toISOString();
const dsl = keyOfId('dan');
const base = sampleReport();
const schoolKeeping = (keepDays: number) => ({
  ...base.school,
  reporting: Reporting.parse({ outOfHours: 'lado', keepDays }),
});

type Step = Omit<IncidentEvent, 'seq' | 'at'> & { readonly day: number };
const step = (kind: IncidentEvent['kind'], day: number, more: Partial<Step> = {}): Step => ({
  kind,
  day,
  by: dsl,
  ...more,
});
const sent: Delivery = { ...toDelivery(base.incident, toldTo(base.incident, 'opened'), at(0)), state: 'sent' };

/** A report that went that way. */
function held(
  steps: readonly Step[],
  { answers = {}, kind = 'other-child', ...more }: Partial<HeldReport> & { answers?: object; kind?: string } = {},
): HeldReport {
  const first: IncidentEvent = { seq: 1, kind: 'submitted', at: submittedAt, by: teacher };
  const events = steps.map(({ day, ...event }, n) => ({ ...event, seq: n + 2, at: at(day) }));
  const known = incidentKinds.find((one) => one === kind) ?? 'other-child';
  return {
    incident: { ...base.incident, kind: known, events: [first, ...events] },
    report: { ...base.report, answers: Answers.parse({ ...base.report.answers, ...answers }) },
    deliveries: [sent],
    ...more,
  };
}

const done = [step('acknowledged', 0), step('recorded', 1), step('closed', 2, { sealedText: 'why' })];
/** What becomes of it so many days after it was sent, with a run the night before. */
function endOf(one: HeldReport, day: number, keepDays = 90): ReportEnd | undefined {
  const lastRun = at(day - 1);
  return planRetention({ reports: [one], newest: undefined, lastRun }, schoolKeeping(keepDays), daysAfter(day))
    .reports[0];
}

describe('a report that is in the school’s own system', () => {
  it('is destroyed 90 days after it was recorded and closed, and not before', () => {
    expect(endOf(held(done), 91.99)).toMatchObject({ kind: 'keep', why: 'not-yet', due: at(92) });
    expect(endOf(held(done), 92)).toMatchObject({ kind: 'destroy', due: at(92) });
  });

  it('is destroyed 90 days after a school without settings of its own recorded it', () => {
    const plan = (day: number) =>
      planRetention({ reports: [held(done)], newest: undefined, lastRun: at(day) }, base.school, daysAfter(day));
    expect(plan(91).reports[0]).toMatchObject({ why: 'not-yet' });
    expect(plan(92).reports[0]).toMatchObject({ kind: 'destroy' });
  });

  it('is destroyed as soon as it was both where the school keeps it for 0 days', () => {
    const closedFirst = [step('closed', 3, { sealedText: 'why' }), step('recorded', 5)];
    expect(endOf(held(closedFirst), 5, 0)).toMatchObject({ kind: 'destroy', due: at(5) });
  });

  it('is not looked at again once it is destroyed', () => {
    const one = held(done);
    expect(endOf({ ...one, incident: { ...one.incident, sealedReport: '' } }, 500)).toBeUndefined();
  });

  it('counts from the latest instant before, whatever the clock said when it was recorded', () => {
    const steps = [step('acknowledged', 40), step('recorded', -20_000), step('closed', -20_000, { sealedText: 'why' })];
    expect(endOf(held(steps), 129)).toMatchObject({ why: 'not-yet', due: at(130) });
  });

  const others = done.slice(0, 2);
  test.each<[string, HeldReport]>([
    ['open', held(others)],
    ['open', held([...done, step('reopened', 3, { sealedText: 'more came' })])],
    ['not-acknowledged', held([step('recorded', 1, { by: teacher }), step('closed', 2, { by: teacher })])],
    ['not-recorded', held([step('acknowledged', 0), step('closed', 2)])],
    ['written-since', held([...done, step('added', 3, { by: teacher, sealedText: 'one more thing' })])],
    ['written-since', held([step('recorded', 1), step('noted', 1, { sealedText: 'rang home' }), step('closed', 2)])],
    ['undelivered', held(done, { deliveries: [{ ...sent, state: 'pending' }] })],
    ['undelivered', held(done, { deliveries: [sent, { ...sent, state: 'unknown' }] })],
    ['unreadable', held(done, { report: undefined })],
    ['by-a-person', held(done, { answers: { image: 'yes' } })],
    ['by-a-person', held(done, { answers: { danger: 'yes' } })],
    ['by-a-person', held(done, { answers: { about: ['pupil', 'staff'] } })],
    ['by-a-person', held(done, { answers: { about: ['person:cal'] } })],
    ['by-a-person', held(done, { answers: { about: ['role:head'] } })],
    ['by-a-person', held(done, { answers: { aboutRecipient: { dan: true } } })],
    ['by-a-person', held([step('handed-over', 0, { facts: { to: 'police', done: true } }), ...done])],
  ])('is kept while it is %s', (why, one) => {
    expect(endOf(one, 4_000)).toMatchObject({ kind: 'keep', why });
  });

  it('can be recorded again after more was written, and is then destroyed', () => {
    const more = [...done, step('added', 3, { by: teacher, sealedText: 'more' }), step('recorded', 10)];
    expect(endOf(held(more), 99)).toMatchObject({ why: 'not-yet' });
    expect(endOf(held(more), 100)).toMatchObject({ kind: 'destroy' });
  });

  it('is destroyed although a message did not arrive, once a person dealt with it', () => {
    const acknowledged = { by: 'Callum Price', at: at(3) };
    const deliveries = [{ ...sent, state: 'undeliverable' as const, acknowledged }];
    expect(endOf(held(done, { deliveries }), 92)).toMatchObject({ kind: 'destroy' });
    const notDone = step('handed-over', 0, { facts: { to: 'police', done: false }, sealedText: 'no crime' });
    expect(endOf(held([notDone, ...done]), 92)).toMatchObject({ kind: 'destroy' });
  });

  test.each(incidentKinds)('of the kind %s is destroyed by itself or never, as the list says', (kind) => {
    expect(endOf(held(done, { kind }), 4_000)?.kind).toBe(graveKinds.includes(kind) ? 'keep' : 'destroy');
  });
});

const anyStep = fc.record({
  kind: fc.constantFrom(...incidentEventKinds.filter((kind) => kind !== 'submitted' && kind !== 'shredded')),
  day: fc.integer({ min: 0, max: 60 }),
  by: fc.constantFrom(dsl, teacher, undefined),
  facts: oftenOneOf<Step['facts']>(
    [undefined],
    [
      { to: 'police', done: true },
      { to: 'hr', done: true },
    ],
  ),
  sealedText: fc.constantFrom(undefined, 'sealed'),
});
/** Any of all, mostly one of the usual: so that enough reports can come to their end. */
function oftenOneOf<T>(usual: readonly T[], others: readonly T[]): fc.Arbitrary<T> {
  const rare = { weight: 1, arbitrary: fc.constantFrom(...others) };
  return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...usual) }, rare);
}
const anyDelivery = fc.record({
  state: oftenOneOf<Delivery['state']>(['sent'], ['pending', 'sending', 'refused', 'undeliverable', 'unknown']),
  acknowledged: fc.constantFrom(undefined, { by: 'Callum Price', at: at(3) }),
});
const anyReport = fc
  .record({
    steps: fc.array(anyStep, { maxLength: 6 }).map((steps) => steps.sort((a, b) => a.day - b.day)),
    ended: fc.boolean(),
    kind: oftenOneOf<string>(['other-child', 'content', 'breach'], incidentKinds),
    deliveries: fc.array(anyDelivery, { maxLength: 2 }),
    about: oftenOneOf([['pupil'], ['not-known']], [['staff'], ['role:dsl'], ['person:mo', 'pupil']]),
  })
  .map(({ steps, ended, kind, deliveries, about }) =>
    held(ended ? [...steps, step('recorded', 61), step('closed', 62, { sealedText: 'why' })] : steps, {
      kind,
      answers: { about },
      deliveries: deliveries.map((one) => ({ ...sent, ...one })),
    }),
  );
const days = fc.double({ min: 0, max: 400, noNaN: true });
const keepDays = fc.integer({ min: 0, max: 90 });

describe('whatever a report went through', () => {
  it('nothing open, not dealt with, not recorded, undelivered, or grave is ever destroyed', () => {
    let destroyed = 0;
    fc.assert(
      fc.property(anyReport, days, keepDays, (one, day, keep) => {
        if (endOf(one, day, keep)?.kind !== 'destroy') return;
        destroyed += 1;
        const { kind, events } = one.incident;
        expect(graveKinds).not.toContain(kind);
        expect(one.report?.answers.about.join()).not.toMatch(/staff|role|person/);
        expect(events.findLast((e) => e.kind === 'closed' || e.kind === 'reopened')?.kind).toBe('closed');
        expect(events.some((e) => e.kind !== 'opened' && e.by?.objectId === dsl.objectId)).toBe(true);
        const recorded = events.findLast((e) => e.kind === 'recorded');
        expect(recorded).toBeDefined();
        expect(Date.parse(recorded?.at ?? '') + keep * dayMs).toBeLessThanOrEqual(daysAfter(day).getTime());
        for (const { state, acknowledged } of one.deliveries)
          expect(state === 'sent' || (acknowledged !== undefined && !['pending', 'sending'].includes(state))).toBe(
            true,
          );
      }),
      { numRuns: 6_000 },
    );
    expect(destroyed).toBeGreaterThan(50);
  });

  it('what is destroyed on a day is destroyed on every later day too', () => {
    fc.assert(
      fc.property(anyReport, days, days, keepDays, (one, day, more, keep) => {
        if (endOf(one, day, keep)?.kind === 'destroy') expect(endOf(one, day + more, keep)?.kind).toBe('destroy');
      }),
      { numRuns: 2_000 },
    );
  });

  it('a clock that was set back, or jumped, destroys nothing', () => {
    const moved = fc.oneof(
      fc.double({ min: -20_000, max: -0.01, noNaN: true }),
      fc.double({ min: 4.01, max: 5_000, noNaN: true }),
      fc.constantFrom(-0.05, -1, 365, 4_500),
    );
    fc.assert(
      fc.property(anyReport, fc.double({ min: 63, max: 400, noNaN: true }), moved, keepDays, (one, day, jump, keep) => {
        const now = daysAfter(day + jump);
        const plan = planRetention({ reports: [one], newest: at(day), lastRun: at(day) }, schoolKeeping(keep), now);
        expect(plan.clock).toBe(jump < 0 ? 'behind' : 'ahead');
        expect(plan.reports.filter(({ kind }) => kind === 'destroy')).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the clock', () => {
  const plan = (day: number, lastRun: string | undefined, more: object = {}) =>
    planRetention({ reports: [held(done)], newest: undefined, lastRun, ...more }, schoolKeeping(0), daysAfter(day));

  test.each([
    ['first-run', 200, undefined],
    ['ahead', 200, at(195.9)],
    ['behind', 200, at(200.01)],
    [undefined, 200, at(196)],
    [undefined, 200, at(200.003)],
  ])('is judged %s by the run before', (clock, day, lastRun) => {
    const { clock: judged, reports } = plan(day, lastRun);
    expect(judged).toBe(clock);
    expect(reports[0]).toMatchObject(clock ? { kind: 'keep', why: 'clock' } : { kind: 'destroy' });
  });

  it('is behind what was stored last, of the report, of a delivery or of anything else', () => {
    expect(plan(1.9, at(1.8)).clock).toBe('behind');
    expect(plan(200, at(199), { newest: at(201) }).clock).toBe('behind');
    const late = held(done, { deliveries: [{ ...sent, attempts: [{ at: at(300), outcome: 'sent', code: 'ok' }] }] });
    expect(plan(200, at(199), { reports: [late] }).clock).toBe('behind');
  });

  it('is believed when a person says that it is right', () => {
    const { clock, reports } = plan(900, at(1), { clockConfirmed: true });
    expect(clock).toBeUndefined();
    expect(reports[0]?.kind).toBe('destroy');
  });
});
