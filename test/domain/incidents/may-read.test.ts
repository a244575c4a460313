import { describe, expect, it } from 'vitest';
import { mayRead } from '../../../src/domain/incidents/may-read.ts';
import {
  idOf,
  keyOf,
  keyOfId,
  person,
  sampleReport,
  schoolOf,
  staff,
  teacher,
  tenantId,
  type StaffId,
} from './sample-report.ts';

const everybody: readonly StaffId[] = ['hana', 'dan', 'pia', 'tim', 'mo', 'cal'];
const readers = (given: ReturnType<typeof sampleReport>, school = given.school) =>
  everybody.filter(
    (id) => mayRead({ ...given, school, reader: keyOfId(id), today: '2026-11-24', keyOf }) === 'recipient',
  );
const without = (id: StaffId, roles: string[]) =>
  staff.map((one) => (one.id === id ? { ...one, ...person(id, Number(one.objectId?.slice(-2)), roles) } : one));

describe('who may read a report', () => {
  it('is its recipients, and nobody of the staff who sent it or has another role', () => {
    const given = sampleReport();
    expect(readers(given)).toEqual(['dan', 'pia', 'tim']);
    expect(mayRead({ ...given, reader: teacher, today: '2026-11-24', keyOf })).toBe('no');
    expect(mayRead({ ...given, reader: { tenantId: idOf(1), objectId: idOf(2) }, today: '2026-11-24', keyOf })).toBe(
      'no',
    );
  });

  it('is nobody whom it is about, even where the route names them', () => {
    const given = sampleReport();
    for (const subject of ['dan', idOf(2)]) {
      const route = { ...given.report.route, subjects: [subject] };
      expect(readers({ ...given, report: { ...given.report, route } })).toEqual(['pia', 'tim']);
    }
  });

  it('is nobody any more who lost the role', () => {
    expect(readers(sampleReport(), schoolOf(without('pia', ['policyOwner'])))).toEqual(['dan', 'tim']);
  });

  it('is also whoever covers today for a recipient, and only while they do', () => {
    const away = [{ from: '2026-11-24', to: '2026-11-25', cover: 'cal' }];
    const covered = schoolOf(staff.map((one) => (one.id === 'dan' ? person('dan', 2, ['dsl'], away) : one)));
    const given = sampleReport();
    expect(readers(given, covered)).toEqual(['dan', 'pia', 'tim', 'cal']);
    expect(mayRead({ ...given, school: covered, reader: keyOfId('cal'), today: '2026-11-26', keyOf })).toBe('no');
  });

  it('is the holder again when who received it in their stead no longer stands in', () => {
    const away = [{ from: '2026-11-24', to: '2026-11-24', cover: 'cal' }];
    const people = staff.map((one) => (one.id === 'dan' ? person('dan', 2, ['dsl'], away) : one));
    const given = sampleReport({}, { people });
    const on = (id: StaffId, today: string) => mayRead({ ...given, reader: keyOfId(id), today, keyOf });
    expect(on('cal', '2026-11-24')).toBe('recipient');
    expect(on('cal', '2026-11-25')).toBe('no');
    expect(on('dan', '2026-11-25')).toBe('recipient');
  });

  it('is whoever an escalation reached, from then on', () => {
    const given = sampleReport();
    const escalated = (step: number) => ({
      ...given,
      incident: {
        ...given.incident,
        events: [
          ...given.incident.events,
          { seq: 2, kind: 'escalated' as const, at: given.incident.submittedAt, facts: { step } },
        ],
      },
    });
    expect(readers(escalated(1))).toEqual(['dan', 'pia', 'tim']);
    expect(readers(escalated(2))).toEqual(['hana', 'dan', 'pia', 'tim']);
  });

  it('is somebody of the same account only', () => {
    const given = sampleReport();
    expect(mayRead({ ...given, reader: { tenantId, objectId: idOf(98) }, today: '2026-11-24', keyOf })).toBe('no');
  });
});
