import { listedNames } from '../../cards/listed-names.ts';
import type { BroadcastConfirmed } from '../../domain/broadcasts/confirm-broadcast.ts';

/** What became of an answer in another school of the message. */
export interface AnsweredAt {
  readonly name: string;
  readonly kind: BroadcastConfirmed['kind'] | undefined;
}

/**
 * The other schools in which a second person's answer changed nothing, and what to do about it: sentences with a space before
 * each; nothing where it was taken in all.
 */
export function notAnsweredText(
  answers: readonly AnsweredAt[],
  { broadcastId, yes }: { readonly broadcastId: string; readonly yes: boolean },
): string {
  const again = `“${yes ? 'confirm' : 'do not confirm'} ${broadcastId}”`;
  const at = (isIt: (kind: AnsweredAt['kind']) => boolean) =>
    listedNames(answers.filter(({ kind }) => isIt(kind)).map(({ name }) => name));
  const full = at((kind) => kind === 'day-full');
  const settled = at((kind) => kind === 'settled');
  const open = at((kind) => !['confirmed', 'not-confirmed', 'day-full', 'settled'].includes(kind ?? ''));
  return [
    full &&
      ` Nobody at ${full} gets it yet: two messages go out there on that day already. The day after, write ${again}.`,
    settled && ` At ${settled} it did not wait any more: nothing was changed there by you.`,
    open && ` Nothing was changed at ${open}. Please write ${again} once more.`,
  ].join('');
}
