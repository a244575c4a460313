import { describe, expect, test } from 'vitest';
import type { Stores } from '../../src/storage/stores.ts';
import { act, at, delivery, entryDraft, otherSchool, schoolId } from './sample-facts.ts';
import { absence } from './sample-incidents.ts';

const nothing = { owed: [], entries: [] };

/** What every AbsenceStore promises. `open` gives fresh, empty stores over one place. */
export function describeAbsenceStoreContract(
  name: string,
  open: () => Promise<Pick<Stores, 'absences' | 'deliveries' | 'ledger'>>,
): void {
  describe(`a store of absences (${name})`, () => {
    test('records an absence with what is owed and its ledger entry', async () => {
      const { absences, deliveries, ledger } = await open();
      const then = { owed: [delivery(1)], entries: [entryDraft(1)] };
      expect(await absences.addAbsence(act(1), absence(1), then)).toEqual(absence(1));
      expect(await absences.findAbsence(schoolId, 'SA-1')).toEqual(absence(1));
      expect(await absences.findAbsence(otherSchool, 'SA-1')).toBeUndefined();
      expect(await deliveries.find(delivery(1).key)).toEqual(delivery(1));
      expect(await ledger.head({ schoolId, chain: 'questions' })).toMatchObject({ seq: 1 });
    });

    test('gives an act that comes again the first absence, and refuses an id that is taken', async () => {
      const { absences, deliveries } = await open();
      await absences.addAbsence(act(1), absence(1), nothing);
      const again = { ...act(2), submissionId: act(1).submissionId };
      const second = { owed: [delivery(2)], entries: [] };
      expect(await absences.addAbsence(again, absence(2), second)).toEqual(absence(1));
      await expect(absences.addAbsence(act(3), absence(1), second)).rejects.toMatchObject({ kind: 'taken' });
      expect(await deliveries.find(delivery(2).key)).toBeUndefined();
      expect(await absences.absences(schoolId, '2026-11-20')).toEqual([absence(1)]);
    });

    test('lists up to the last day, in the order in which they were recorded, by school', async () => {
      const { absences } = await open();
      await absences.addAbsence(act(2), absence(2, { from: '2026-12-01', to: '2026-12-02' }), nothing);
      await absences.addAbsence(act(1), absence(1), nothing);
      await absences.addAbsence(act(3), absence(3, { schoolId: otherSchool }), nothing);
      const idsOn = async (day: string) => (await absences.absences(schoolId, day)).map(({ id }) => id);
      expect(await idsOn('2026-11-20')).toEqual(['SA-2', 'SA-1']);
      expect(await idsOn('2026-11-27')).toEqual(['SA-2', 'SA-1']);
      expect(await idsOn('2026-11-28')).toEqual(['SA-2']);
      expect(await idsOn('2026-12-03')).toEqual([]);
    });

    test('ends one once, with what is owed', async () => {
      const { absences, deliveries } = await open();
      await absences.addAbsence(act(1), absence(1), nothing);
      const end = (school: string, n: number) =>
        absences.endAbsence(school, 'SA-1', at(n), { owed: [delivery(n)], entries: [] });
      expect(await end(otherSchool, 9)).toBe('not-found');
      expect(await end(schoolId, 10)).toBe('ended');
      expect(await end(schoolId, 11)).toBe('ended');
      expect(await absences.absences(schoolId, '2026-11-20')).toEqual([absence(1, { endedAt: at(10) })]);
      expect(await deliveries.find(delivery(10).key)).toBeDefined();
      expect(await deliveries.find(delivery(11).key)).toBeUndefined();
    });
  });
}
