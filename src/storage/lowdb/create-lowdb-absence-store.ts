import type { Absence, AbsenceStore } from '../../domain/people/absence.ts';
import { idTaken } from '../../domain/store-error.ts';
import { StoredAbsence } from '../stored-rows.ts';
import type { Committed } from './group-commit.ts';
import { findMade, recordAct } from './record-act.ts';
import { recordConsequences } from './record-consequences.ts';
import { keys, type StoreData } from './store-data.ts';

/** Who said in Teams that they are away, in the lowdb store. */
export function createLowdbAbsenceStore(db: Committed<StoreData>): AbsenceStore {
  const absences = () => db.data().people.absences;
  return {
    absences: (schoolId, today) =>
      Promise.resolve([...absences()].filter((one) => one.schoolId === schoolId && one.to >= today)),

    findAbsence: (schoolId, id) => Promise.resolve(absences().get(keys.ofSchool({ schoolId, id }))),

    addAbsence: (act, absence, then) =>
      db.change((data) => {
        const { id, schoolId, at } = absence;
        const made = findMade(data, schoolId, 'absence', act);
        const first = made === undefined ? undefined : data.people.absences.get(keys.ofSchool({ schoolId, id: made }));
        if (first) return { data, result: first };
        if (data.people.absences.get(keys.ofSchool(absence))) throw idTaken();
        const row = StoredAbsence.parse(absence);
        const recorded = recordAct(data, { schoolId, kind: 'absence', act, made: id, at });
        return { data: recordConsequences(withAbsence(recorded, row), then), result: row };
      }),

    endAbsence: (schoolId, id, at, then) =>
      db.change<'ended' | 'not-found'>((data) => {
        const absence = data.people.absences.get(keys.ofSchool({ schoolId, id }));
        if (!absence) return { data, result: 'not-found' };
        if (absence.endedAt !== undefined) return { data, result: 'ended' };
        const row = StoredAbsence.parse({ ...absence, endedAt: at });
        return { data: recordConsequences(withAbsence(data, row), then), result: 'ended' };
      }),
  };
}

function withAbsence(data: StoreData, row: Absence): StoreData {
  return { ...data, people: { ...data.people, absences: data.people.absences.with(row) } };
}
