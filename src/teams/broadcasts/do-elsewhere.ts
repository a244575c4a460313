import { listedNames } from '../../cards/listed-names.ts';
import type { SenderAct } from '../../domain/broadcasts/broadcast-desk.ts';
import type { Broadcast } from '../../domain/broadcasts/broadcast.ts';
import type { Act } from '../../domain/delivery/act.ts';
import type { Caller } from '../caller.ts';
import type { BroadcastDeps } from './broadcast-deps.ts';
import { togetherFor } from './other-schools.ts';

/** What stands on the card, or was typed in its place. */
export interface BroadcastAct {
  readonly act: Act;
  readonly broadcast: Broadcast;
}

/**
 * Does in the other schools of a message what was just done in this one, and says so as a sentence with a space before it.
 * `done` tells whether it was done there, now or before. Nothing where it went to this one alone, or the caller may send in
 * no other one.
 */
export async function doElsewhere<Outcome extends { readonly kind: string }>(
  deps: BroadcastDeps,
  caller: Caller,
  { act, broadcast }: BroadcastAct,
  run: (request: SenderAct & { readonly broadcastId: string }) => Promise<Outcome>,
  done: readonly Outcome['kind'][],
): Promise<string> {
  const [are, not]: [string[], string[]] = [[], []];
  for (const { request, library } of await togetherFor(deps, caller, broadcast)) {
    const outcome = await run({ ...request, act, broadcastId: broadcast.id });
    (done.includes(outcome.kind) ? are : not).push(library.school.name);
  }
  if (are.length > 0) deps.onOwed();
  return [
    are.length > 0 ? ` The same was done at ${listedNames(are)}.` : '',
    not.length > 0 ? ` Nothing was changed at ${listedNames(not)}: please look at it there.` : '',
  ].join('');
}
