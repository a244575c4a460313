import { resealed, sealedOfSlip, slipAt } from '../../domain/slips/sealed-places.ts';
import type { SlipRecorded, SlipStore } from '../../domain/slips/slip-store.ts';
import type { Slip } from '../../domain/slips/slip.ts';
import { idTaken } from '../../domain/store-error.ts';
import { StoredSlip } from '../stored-rows.ts';
import type { Committed } from './group-commit.ts';
import { findMade, recordAct } from './record-act.ts';
import { recordConsequences } from './record-consequences.ts';
import { keys, type StoreData } from './store-data.ts';

/** The slips section of the lowdb store. */
export function createLowdbSlipStore(db: Committed<StoreData>): SlipStore {
  const ofSchool = (schoolId: string) => [...db.data().slips.rows].filter((one) => one.schoolId === schoolId);
  return {
    submit: (act, slip, then) =>
      db.change((data) => {
        const { id, schoolId, at } = slip;
        const made = findMade(data, schoolId, 'slip', act);
        const first = made === undefined ? undefined : data.slips.rows.get(keys.ofSchool({ schoolId, id: made }));
        if (first) return { data, result: first };
        if (data.slips.rows.get(keys.ofSchool(slip))) throw idTaken();
        const row = StoredSlip.parse(slip);
        const recorded = recordAct(data, { schoolId, kind: 'slip', act, made: id, at });
        return { data: recordConsequences(withSlip(recorded, row), then), result: row };
      }),

    record: ({ slip, once, at, then }) =>
      db.change<SlipRecorded>((data) => {
        const { schoolId, id, revision } = slip;
        const kind = once && (`slip-${once.deed}` as const);
        if (once && kind && findMade(data, schoolId, kind, once.act) !== undefined) return { data, result: 'seen' };
        const before = data.slips.rows.get(keys.ofSchool(slip));
        if (before?.revision !== revision - 1) return { data, result: 'overtaken' };
        const row = StoredSlip.parse(slip);
        const recorded = once && kind ? recordAct(data, { schoolId, kind, act: once.act, made: id, at }) : data;
        return { data: recordConsequences(withSlip(recorded, row), then), result: 'recorded' };
      }),

    find: (schoolId, id) => Promise.resolve(db.data().slips.rows.get(keys.ofSchool({ schoolId, id }))),

    all: (schoolId) => Promise.resolve(ofSchool(schoolId)),

    of: (schoolId, author) => {
      const who = keys.person(author);
      return Promise.resolve(ofSchool(schoolId).filter((one) => keys.person(one.author) === who));
    },

    schools: () => Promise.resolve([...new Set([...db.data().slips.rows].map(({ schoolId }) => schoolId))]),

    sealed: (schoolId) => Promise.resolve(ofSchool(schoolId).flatMap(sealedOfSlip)),

    reseal: (schoolId, place, old, sealedText) =>
      db.change<'resealed' | 'changed'>((data) => {
        const slip = data.slips.rows.get(keys.ofSchool({ schoolId, id: slipAt(place) ?? '' }));
        const next = slip && resealed(slip, { place, old, sealedText });
        return next ? { data: withSlip(data, next), result: 'resealed' } : { data, result: 'changed' };
      }),

    destroySlip: (name, then) =>
      db.change<'destroyed' | 'not-found'>((data) => {
        const { rows } = data.slips;
        if (!rows.get(keys.ofSchool(name))) return { data, result: 'not-found' };
        const left = { ...data, slips: { rows: rows.without(keys.ofSchool(name)) } };
        return { data: recordConsequences(left, then), result: 'destroyed' };
      }),
  };
}

function withSlip(data: StoreData, row: Slip): StoreData {
  return { ...data, slips: { rows: data.slips.rows.with(row) } };
}
