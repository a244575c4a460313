import { addresseeState } from '../broadcasts/addressee-state.ts';
import type { Addressee } from '../broadcasts/addressee.ts';
import type { HeldItem, Look } from './held-item.ts';

const plain = { record: 'broadcast', aPersonDecides: false, unreadable: false } as const;

/**
 * Broadcasts that they sent, confirmed or ended, and those that were for them, with what became of theirs. Whoever has no
 * account is found by their name.
 */
export async function broadcastsOf({ desk, school, subject, isThem, redact }: Look): Promise<HeldItem[]> {
  const names = subject.names.map((name) => name.toLowerCase());
  const isTheirs = ({ person, name }: Addressee) =>
    person ? isThem(person) : names.includes(name.trim().toLowerCase());
  const items: HeldItem[] = [];
  for (const broadcast of await desk.broadcasts.broadcasts(school.id)) {
    const { id: reference, openedBy, openedAt, confirmed, ended, sendAt } = broadcast;
    const said = { of: 'the message', text: redact(broadcast.message) };
    if ([openedBy, confirmed?.by, ended?.by].some(isThem)) {
      items.push({ ...plain, reference, at: openedAt, as: ['opener'], texts: [said] });
    }
    for (const { addressee, delivery } of await desk.broadcasts.addressees(school.id, reference)) {
      if (!isTheirs(addressee)) continue;
      const { name, groups, readAt, acted } = addressee;
      const { state, reason } = addresseeState(broadcast, addressee, delivery);
      const became = [
        state,
        ...(reason === undefined ? [] : [reason]),
        ...(readAt === undefined ? [] : [`seen ${readAt}`]),
        ...(acted ? [`pressed “${acted.what}” ${acted.at}`] : []),
      ];
      const texts = [
        said,
        { of: 'as the school knew them', text: [name, ...groups].join(', ') },
        { of: 'what became of it', text: became.join(', ') },
      ];
      items.push({ ...plain, reference, at: sendAt, as: ['recipient'], texts });
    }
  }
  return items;
}
