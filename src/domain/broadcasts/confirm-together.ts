import type { BroadcastDesk, SenderAct } from './broadcast-desk.ts';
import { confirmBroadcast, type BroadcastConfirmed } from './confirm-broadcast.ts';
import { readBroadcast } from './read-broadcast.ts';

type Answer = { readonly broadcastId: string; readonly yes: boolean };

/** `not-in-all`: it goes to several schools, and this person is not one who may confirm it in each; nothing changed. */
export type ConfirmedTogether =
  | { readonly kind: 'not-in-all' }
  | {
      readonly kind: 'answered';
      readonly own: BroadcastConfirmed;
      /** In the order of `others`; none where nothing was answered in the own one. */
      readonly others: readonly BroadcastConfirmed[];
    };

/**
 * The second person's yes or no to a broadcast in all the schools in which it was opened together: `own` as the school knows
 * them in which they answer, `others` as the rest do. The same answer again goes on where it was interrupted. Rejects when
 * the store fails.
 */
export async function confirmTogether(
  desk: BroadcastDesk,
  { own, others }: { readonly own: SenderAct; readonly others: readonly SenderAct[] },
  answer: Answer,
): Promise<ConfirmedTogether> {
  for (const request of others) {
    const found = await readBroadcast(desk, { ...request, ...answer }, { asSecond: true });
    if (found.kind !== 'found') return { kind: 'not-in-all' };
  }
  const outcome = await confirmBroadcast(desk, { ...own, ...answer });
  const isAnswered = outcome.kind === 'confirmed' || outcome.kind === 'not-confirmed';
  const elsewhere: BroadcastConfirmed[] = [];
  if (isAnswered) for (const request of others) elsewhere.push(await confirmBroadcast(desk, { ...request, ...answer }));
  return { kind: 'answered', own: outcome, others: elsewhere };
}
