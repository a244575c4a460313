import { readWithAbsences } from '../people/with-absences.ts';
import type { WhomToAsk } from '../signoffs/whom-to-ask.ts';
import type { BroadcastDesk, SenderRequest } from './broadcast-desk.ts';
import { broadcastTemplates, type BroadcastAudience } from './broadcast.ts';
import { covers, sendingRight } from './may-broadcast.ts';
import { whomToTell } from './whom-to-tell.ts';

/** The names of an audience, for whoever may write to it by some template: who has not signed is not for everybody to see. */
export async function readNames(
  desk: Pick<BroadcastDesk, 'absences' | 'persons' | 'signoffs'>,
  { actor, person, library, today, audience }: SenderRequest & { readonly audience: BroadcastAudience },
): Promise<({ readonly kind: 'names' } & WhomToAsk) | { readonly kind: 'not-yours' }> {
  const school = await readWithAbsences(desk.absences, library.school, today);
  const right = sendingRight(school, person, today);
  const mayRead = right && broadcastTemplates.some((template) => covers(right, { template, audience, channel: false }));
  if (!mayRead) return { kind: 'not-yours' };
  const whom = await whomToTell(desk, { audience, library, tenantId: actor.tenantId, today });
  return { kind: 'names', ...(whom ?? { asked: [], notAsked: [] }) };
}
