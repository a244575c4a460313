import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Incident } from '../../../src/domain/incidents/incident.ts';
import { goesOnAt, heldUntil, reportPace, waitsUntil } from '../../../src/domain/incidents/report-pace.ts';
import { sampleReport } from './sample-report.ts';

const start = Date.parse('2026-11-24T10:00:00.000Z');
const minute = 60_000;
const at = (minutes: number) => new Date(start + minutes * minute).toISOString();

/** Sends one report after another at these minutes, as the dialog does: each knows all before it. */
function send(sent: readonly { at: number; urgent?: boolean }[]): Incident[] {
  const reports: Incident[] = [];
  for (const one of sent) {
    const { incident } = sampleReport({}, { submittedAt: at(one.at), urgent: one.urgent ?? false });
    const held = waitsUntil(incident, [...reports].reverse());
    const [first] = incident.events;
    if (!first) throw new Error('a report has no first event');
    reports.push({ ...incident, events: [{ ...first, ...(held !== undefined && { facts: { heldUntil: held } }) }] });
  }
  return reports;
}
const minutesOf = (reports: readonly Incident[]) => reports.map((one) => (Date.parse(goesOnAt(one)) - start) / minute);
const every = (step: number, count: number) => Array.from({ length: count }, (_, n) => ({ at: n * step }));

describe('the reports of one person', () => {
  it('go on at once up to ten within an hour, and from the eleventh on in their turn', () => {
    const reports = send(every(1, 15));
    expect(minutesOf(reports)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 60, 61, 62, 63, 64]);
    expect(reports.map(heldUntil).filter((held) => held !== undefined)).toHaveLength(5);
  });

  it('go on at ten an hour, however many were sent at the same moment', () => {
    const turns = minutesOf(send(every(0, 35)));
    expect(turns.map((turn) => turn / 60)).toEqual(
      [0, 1, 2, 3].flatMap((hour) => Array.from({ length: 10 }, () => hour)).slice(0, 35),
    );
  });

  it('are not held by what went on an hour ago', () => {
    expect(heldUntil(send([...every(0, 10), { at: 59.99 }])[10] ?? { events: [] })).toBe(at(60));
    expect(minutesOf(send([...every(0, 10), { at: 60 }])).at(-1)).toBe(60);
  });

  it('are never held where they are urgent, and take their place in the hour', () => {
    const sent = [...every(1, 11), { at: 11, urgent: true }, { at: 12 }];
    expect(minutesOf(send(sent)).slice(10)).toEqual([60, 11, 62]);
    expect(minutesOf(send(Array.from({ length: 40 }, () => ({ at: 5, urgent: true }))))).toEqual(
      Array.from({ length: 40 }, () => 5),
    );
  });

  it('are not held up by one that a wrong clock put a year ahead', () => {
    const ahead = send(Array.from({ length: 30 }, () => ({ at: 525_600 })));
    expect(waitsUntil({ urgent: false, submittedAt: at(0) }, ahead)).toBeUndefined();
  });

  it('keep to that in whatever rhythm they come', () => {
    const pauses = fc.array(fc.record({ after: fc.integer({ min: 0, max: 30 }), urgent: fc.boolean() }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(pauses, (given) => {
        let now = 0;
        const sent = given.map(({ after, urgent }) => ({ at: (now += after), urgent }));
        const reports = send(sent);
        const turns = minutesOf(reports);
        const ordinary = turns.filter((_, n) => !sent[n]?.urgent);
        expect(ordinary).toEqual([...ordinary].sort((a, b) => a - b));
        turns.forEach((turn, n) => {
          const { at: sentAt = 0, urgent } = sent[n] ?? {};
          const before = turns.slice(0, n);
          const within = before.filter((other) => other > turn - 60 && other <= turn).length;
          if (urgent) return expect(turn).toBe(sentAt);
          expect(turn).toBeGreaterThanOrEqual(sentAt);
          expect(within).toBeLessThan(reportPace.most);
          if (turn > sentAt) expect(before).toContain(turn - 60); // not a minute longer than it must
        });
      }),
    );
  });
});
