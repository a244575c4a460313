import type { BroadcastDesk, SenderRequest } from '../../domain/broadcasts/broadcast-desk.ts';
import type { BotDeps } from '../bot-deps.ts';
import type { Caller } from '../caller.ts';

/** What writing to many needs of the bot. */
export type BroadcastDeps = Pick<
  BotDeps,
  | 'broadcasts'
  | 'signoffs'
  | 'deliveries'
  | 'persons'
  | 'absences'
  | 'shelf'
  | 'files'
  | 'publicUrl'
  | 'newFileSecret'
  | 'sealer'
  | 'onOwed'
  | 'newReference'
  | 'newSubmission'
  | 'now'
  | 'log'
  | 'ownAppId'
>;

/** The same as the use cases take it. */
export function deskOf(deps: BroadcastDeps): BroadcastDesk {
  return { ...deps, newId: deps.newSubmission };
}

/** Whoever writes or presses, as the use cases take them. */
export function requestOf({ actor, person, library, today }: Caller): SenderRequest {
  return { actor, person, library, today };
}
