import { stringify } from 'csv-stringify/sync';
import { addresseeHeadings, missedStates, notReachedText } from '../cards/broadcasts/broadcast-words.ts';
import { plainText } from '../cards/plain-text.ts';
import { addresseeState } from '../domain/broadcasts/addressee-state.ts';
import type { AddresseeRow } from '../domain/broadcasts/broadcast-store.ts';
import type { Broadcast, BroadcastButton } from '../domain/broadcasts/broadcast.ts';
import { schoolMinute } from './school-minute.ts';

const columns = ['Name', 'Groups', 'State', 'Why', 'Sent', 'Seen', 'Acted', 'How', 'Times sent'];

const how: Record<BroadcastButton, string> = {
  read: 'opened the policy',
  sign: 'went on to sign',
  ask: 'asked',
  done: 'said that it is done',
};

/**
 * A broadcast as a table for Excel: everybody in it, each in one state. UTF-8 with a mark that Excel reads; what a spreadsheet
 * would take for a formula is written so that it stays text. Instants are YYYY-MM-DD HH:MM on the school's clock.
 */
export function toBroadcastCsv(
  broadcast: Broadcast,
  addressees: readonly AddresseeRow[],
  school: { readonly timeZone: string; readonly groups: readonly { readonly id: string; readonly name: string }[] },
): string {
  const at = (instant: string | undefined) => (instant === undefined ? '' : schoolMinute(instant, school));
  const rows = addressees.map(({ addressee, delivery }) => {
    const { name, groups, readAt, acted, round } = addressee;
    const { state, reason } = addresseeState(broadcast, addressee, delivery);
    const sent = delivery?.attempts.findLast(({ outcome }) => outcome === 'sent');
    return [
      name,
      groups.map((id) => school.groups.find((one) => one.id === id)?.name ?? id).join('; '),
      addresseeHeadings[state],
      missedStates.includes(state) ? notReachedText(state, reason) : '',
      at(sent?.at),
      at(readAt),
      at(acted?.at),
      acted ? how[acted.what] : '',
      String(round),
    ];
  });
  const clean = rows.map((row) => row.map((cell) => plainText(cell).trim()));
  return stringify([columns, ...clean], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
}
