import type { Addressee } from '../../domain/broadcasts/addressee.ts';
import { goesOutIn } from '../../domain/broadcasts/broadcast-day.ts';
import {
  roundKey,
  type AddresseeRow,
  type BroadcastChange,
  type BroadcastRecorded,
  type BroadcastStore,
} from '../../domain/broadcasts/broadcast-store.ts';
import { StoredAddressee, StoredBroadcast } from '../stored-rows.ts';
import type { Committed } from './group-commit.ts';
import { isStale } from './is-stale.ts';
import { findMade, recordAct } from './record-act.ts';
import { recordConsequences } from './record-consequences.ts';
import { keys, type StoreData } from './store-data.ts';

/** The broadcasts section of the lowdb store. */
export function createLowdbBroadcastStore(db: Committed<StoreData>): BroadcastStore {
  const sent = () => db.data().broadcasts.sent;
  const addressees = (fits: (one: Addressee) => boolean) => {
    const data = db.data();
    const found: AddresseeRow[] = [];
    for (const one of data.broadcasts.addressees) if (fits(one)) found.push(withDelivery(data, one));
    return Promise.resolve(found);
  };

  return {
    broadcasts: (schoolId) => Promise.resolve([...sent()].filter((one) => one.schoolId === schoolId)),
    broadcast: (schoolId, id) => Promise.resolve(sent().get(keys.ofSchool({ schoolId, id }))),
    openedBy: (schoolId, act) => {
      const id = findMade(db.data(), schoolId, 'broadcast-open', act);
      return Promise.resolve(id === undefined ? undefined : sent().get(keys.ofSchool({ schoolId, id })));
    },
    addressees: (schoolId, broadcastId) =>
      addressees((one) => one.broadcastId === broadcastId && one.schoolId === schoolId),
    addressee: (schoolId, id) => {
      const data = db.data();
      const found = data.broadcasts.addressees.get(keys.ofSchool({ schoolId, id }));
      return Promise.resolve(found && withDelivery(data, found));
    },
    addresseesOf: (schoolId, { tenantId, objectId }) =>
      addressees(
        ({ person, ...one }) =>
          person?.objectId === objectId && person.tenantId === tenantId && one.schoolId === schoolId,
      ),

    record: (change) =>
      db.change<BroadcastRecorded>((data) => {
        const { schoolId, once, at } = change;
        const made = once && findMade(data, schoolId, `broadcast-${once.deed}`, once.act);
        if (made !== undefined) return { data, result: { kind: 'seen', made } };
        if (isFull(data.broadcasts, change)) return { data, result: { kind: 'day-full' } };
        if (isOvertaken(data.broadcasts, change)) return { data, result: { kind: 'overtaken' } };
        const recorded = once
          ? recordAct(data, { schoolId, kind: `broadcast-${once.deed}`, act: once.act, made: once.made, at })
          : data;
        return { data: recordConsequences(withChange(recorded, change), change.then), result: { kind: 'recorded' } };
      }),

    destroyBroadcast: (name, then) =>
      db.change<'destroyed' | 'not-found'>((data) => {
        const { broadcasts } = data;
        if (!broadcasts.sent.get(keys.ofSchool(name))) return { data, result: 'not-found' };
        const own = [...broadcasts.addressees].filter(
          ({ schoolId, broadcastId }) => broadcastId === name.id && schoolId === name.schoolId,
        );
        const left = {
          sent: broadcasts.sent.without(keys.ofSchool(name)),
          addressees: own.reduce((rows, one) => rows.without(keys.ofSchool(one)), broadcasts.addressees),
        };
        return { data: recordConsequences({ ...data, broadcasts: left }, then), result: 'destroyed' };
      }),
  };
}

/** Somebody with what became of their round. */
function withDelivery({ deliveries: { owed, ended } }: StoreData, addressee: Addressee): AddresseeRow {
  const key = roundKey(addressee);
  const found = owed.get(key) ?? ended.get(key);
  if (!found) return { addressee };
  const { state, attempts, message } = found;
  return { addressee, delivery: { key, state, attempts, ...(message && { message }) } };
}

function isFull({ sent }: StoreData['broadcasts'], { schoolId, within, broadcasts = [] }: BroadcastChange): boolean {
  if (!within) return false;
  const isOther = ({ id }: { id: string }) => !broadcasts.some((one) => one.id === id);
  const there = [...sent].filter((one) => one.schoolId === schoolId && isOther(one) && goesOutIn(within, one));
  return there.length >= within.count;
}

function isOvertaken(
  { sent, addressees }: StoreData['broadcasts'],
  { broadcasts: nextBroadcasts = [], addressees: next = [] }: BroadcastChange,
): boolean {
  if (nextBroadcasts.some((one) => isStale(sent, one)) || next.some((one) => isStale(addressees, one))) return true;
  const added = next.filter(({ revision }) => revision === 1);
  if (added.length === 0) return false;
  const inBroadcast = new Set(added.map(({ broadcastId }) => broadcastId));
  if (new Set(added.map(whoIn)).size < added.length) throw new Error('a person stands twice in one change');
  const there = new Set<string>();
  for (const one of addressees) if (inBroadcast.has(one.broadcastId)) there.add(whoIn(one));
  return added.some((one) => there.has(whoIn(one)));
}

/** Who somebody is in their broadcast, whatever their row is called. */
const whoIn = ({ schoolId, broadcastId, person, listed }: Addressee) =>
  [schoolId, broadcastId, person ? keys.person(person) : `listed ${listed ?? ''}`].join(' ');

function withChange(data: StoreData, { broadcasts = [], addressees = [] }: BroadcastChange): StoreData {
  return {
    ...data,
    broadcasts: {
      sent: broadcasts.reduce((rows, row) => rows.with(StoredBroadcast.parse(row)), data.broadcasts.sent),
      addressees: addressees.reduce((rows, row) => rows.with(StoredAddressee.parse(row)), data.broadcasts.addressees),
    },
  };
}
