import { isSamePerson } from '../people/same-person.ts';
import type { Signatory } from '../signoffs/signatory.ts';
import { addresseeState } from './addressee-state.ts';
import type { Addressee } from './addressee.ts';
import { lastProgressTo, settledTo, toldTo } from './broadcast-deliveries.ts';
import type { AddresseeRow, BroadcastChange } from './broadcast-store.ts';
import type { Broadcast } from './broadcast.ts';

/**
 * What follows by itself for a broadcast, if anything: whoever has signed meanwhile has done what it asked for, and their copy
 * says so; whoever opened it is told once that it is through. `signatories` are those of the campaign that it reminds of.
 */
export function followBroadcast(
  broadcast: Broadcast,
  rows: readonly AddresseeRow[],
  signatories: readonly Signatory[],
  { at, isTold }: { readonly at: string; readonly isTold: boolean },
): BroadcastChange | undefined {
  const { schoolId } = broadcast;
  const signed = signatories.filter(({ state }) => state === 'signed');
  const done = rows.flatMap(({ addressee, delivery }): Addressee[] => {
    const { acted, person: own } = addressee;
    if (acted?.what === 'done' || delivery?.state !== 'sent') return [];
    const signature = signed.find(({ person }) => own && isSamePerson(person, own));
    // Whoever pressed “sign” is on their way: their copy is done once they have signed.
    const isNew = signature !== undefined && (!acted || acted.at < signature.changedAt);
    return isNew ? [{ ...addressee, acted: { what: 'sign', at }, revision: addressee.revision + 1 }] : [];
  });
  const isThrough = rows.every(({ addressee, delivery }) => isSettled(broadcast, addressee, delivery));
  const addressees = rows.map(({ addressee }) => addressee);
  const told =
    isThrough && !isTold && broadcast.state === 'open'
      ? [...lastProgressTo(broadcast, addressees, { mark: 'through', at }), toldTo(broadcast, 'through', at)]
      : [];
  if (done.length === 0 && told.length === 0) return undefined;
  const owed = [...done.flatMap((one) => settledTo(one, 'signed', at)), ...told];
  return { schoolId, at, addressees: done, then: { owed, entries: [] } };
}

function isSettled(broadcast: Broadcast, addressee: Addressee, delivery: AddresseeRow['delivery']): boolean {
  return addresseeState(broadcast, addressee, delivery).state !== 'pending';
}
