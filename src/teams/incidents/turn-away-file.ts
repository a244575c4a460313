import type { TurnContext } from 'botbuilder';
import { noteFileSent } from '../../domain/incidents/file-turned-away.ts';
import { noFiles } from '../answering/no-files.ts';
import type { ReplyCard } from '../answering/reply-cards.ts';
import type { Caller } from '../caller.ts';
import type { IncidentDeps } from './incident-deps.ts';

/** Says that the file was not opened; whoever gets the report that it belongs to is told that one was sent. */
export async function turnAwayFile(deps: IncidentDeps, turn: TurnContext, caller: Caller): Promise<ReplyCard> {
  if (caller.place.kind !== 'personal') return noFiles();
  const act = caller.actWith(`file|${turn.activity.id ?? ''}`);
  const told = await noteFileSent(deps, { act, from: caller.actor, library: caller.library });
  if (told === 'told') deps.onOwed();
  deps.log.info({ school: caller.library.school.id, code: told }, 'a file was turned away');
  return noFiles(told === 'told');
}
