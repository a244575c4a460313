import type { PersonKey } from '../people/person-key.ts';
import { recordFresh } from '../signoffs/record-fresh.ts';
import type { Addressee } from './addressee.ts';
import type { BroadcastDesk } from './broadcast-desk.ts';

/**
 * Notes that somebody has seen every message of their chat up to `upTo`, as Teams tells it in a read receipt: an activity's
 * id there is the milliseconds at which it was sent, so that ids are compared as numbers. Returns how many broadcasts of
 * theirs were not known to be read before. Rejects when the store fails.
 */
export async function noteRead(
  { broadcasts, now }: Pick<BroadcastDesk, 'broadcasts' | 'now'>,
  {
    schoolId,
    person,
    conversationId,
    upTo,
  }: { schoolId: string; person: PersonKey; conversationId: string; upTo: string },
): Promise<number> {
  let noted = 0;
  const last = Number(upTo);
  if (!Number.isSafeInteger(last)) return 0;
  await recordFresh(async () => {
    const rows = await broadcasts.addresseesOf(schoolId, person);
    const at = now().toISOString();
    const seen = rows.flatMap(({ addressee, delivery }): Addressee[] => {
      const { message } = delivery ?? {};
      const isSeen = message?.conversationId === conversationId && Number(message.activityId) <= last;
      if (!isSeen || addressee.readAt !== undefined) return [];
      return [{ ...addressee, readAt: at, revision: addressee.revision + 1 }];
    });
    noted = seen.length;
    if (noted === 0) return { kind: 'nothing' };
    return broadcasts.record({ schoolId, at, addressees: seen, then: { owed: [], entries: [] } });
  });
  return noted;
}
