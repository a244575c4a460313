import { addresseeState, type AddresseeState } from '../../domain/broadcasts/addressee-state.ts';
import type { AddresseeRow } from '../../domain/broadcasts/broadcast-store.ts';
import type { Broadcast } from '../../domain/broadcasts/broadcast.ts';
import type { NamedSection } from '../signoffs/name-sections.ts';
import { addresseeHeadings, addresseeOrder, missedStates, notReachedText } from './broadcast-words.ts';

/** Who was not reached, one section for each reason in words. */
export function missedSections(broadcast: Broadcast, rows: readonly AddresseeRow[]): NamedSection[] {
  return sectionsIn(broadcast, rows, missedStates);
}

/** Everybody by their state; whom it did not reach by the reason. */
export function stateSections(broadcast: Broadcast, rows: readonly AddresseeRow[]): NamedSection[] {
  return sectionsIn(broadcast, rows, addresseeOrder);
}

function sectionsIn(
  broadcast: Broadcast,
  rows: readonly AddresseeRow[],
  states: readonly AddresseeState[],
): NamedSection[] {
  const sections = new Map<string, string[]>();
  const found = rows.map(({ addressee, delivery }) => ({
    name: addressee.name,
    ...addresseeState(broadcast, addressee, delivery),
  }));
  for (const wanted of states) {
    for (const { name, state, reason } of found) {
      if (state !== wanted) continue;
      const heading = missedStates.includes(state) ? notReachedText(state, reason) : addresseeHeadings[state];
      sections.set(heading, [...(sections.get(heading) ?? []), name]);
    }
  }
  return [...sections].map(([heading, names]) => ({ heading, names }));
}
