import type { TurnContext } from 'botbuilder';
import { soundsUrgent } from '../../domain/answering/read-message.ts';
import { hasFiles } from '../answering/no-files.ts';
import type { BotDeps } from '../bot-deps.ts';
import type { Caller } from '../caller.ts';
import { refuseReading } from '../refuse-reading.ts';
import { sendCard } from '../reply.ts';
import { said } from '../said.ts';
import { isPress } from '../verbs.ts';
import { schoolSummary, whichSchool } from './school-cards.ts';

/**
 * Asks somebody of several schools which one they mean, where nothing tells: an answer from the wrong school's policies
 * would be worse than a question. Resolves to false, with nothing done, for what cannot wait (what sounds urgent, or a
 * file) and for whatever is no message in their own chat.
 */
export async function askSchool(
  turn: TurnContext,
  { log, ownAppId }: Pick<BotDeps, 'log' | 'ownAppId'>,
  caller: Caller,
): Promise<boolean> {
  const { activity } = turn;
  if (activity.type !== 'message' || isPress(activity) || caller.place.kind !== 'personal') return false;
  if (hasFiles(activity) || soundsUrgent(said(activity, ownAppId))) return false;
  if (await refuseReading(turn, log, caller)) return true;
  await sendCard(turn, log, whichSchool(caller, { wrote: true }), schoolSummary);
  return true;
}
