import type { TurnContext } from 'botbuilder';
import { inDanger } from '../cards/in-danger.ts';
import { messageCard } from '../cards/messages/message.ts';
import { activityLimit } from '../domain/people/activity-limit.ts';
import type { Log } from '../log.ts';
import type { Caller } from './caller.ts';
import { answerDialogWith, answerInvokeWithText, sendCard } from './reply.ts';
import { isSearch } from './quoting/read-search.ts';
import { answerSearchWithWords } from './quoting/search-replies.ts';
import { isDialogPress } from './verbs.ts';

/**
 * Puts off what only asks or looks, where its sender asked too much in this minute: they are told so once a minute, and
 * whatever they press is answered by the same words, the card staying as it is. Resolves to false, with nothing done, where
 * they did not. Never to be called for what belongs to a report, a signature or a danger.
 */
export async function refuseReading(turn: TurnContext, log: Log, { tooMany, library }: Caller): Promise<boolean> {
  if (!tooMany) return false;
  const { seconds } = tooMany;
  if (tooMany.tellNow('log'))
    log.warn({ school: library.school.id, code: 'too-many-activities' }, 'somebody asks too much at once');
  const wait = `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
  const card = messageCard.render({
    title: 'That is more than I can answer in a minute',
    paragraphs: [
      `I answer ${activityLimit.most} messages and taps a minute from one person. Nothing was searched and nothing was lost. Please ask again in ${wait}.`,
      'What you report or sign, and anything urgent, goes through all the same.',
      inDanger,
    ],
  });
  const words = `That is more than I can answer in a minute. Nothing was lost; try again in ${wait}.`;
  if (isDialogPress(turn.activity)) await answerDialogWith(turn, card);
  else if (isSearch(turn.activity)) await answerSearchWithWords(turn, words);
  else if (turn.activity.type === 'invoke') await answerInvokeWithText(turn, words);
  else if (tooMany.tellNow('person')) await sendCard(turn, log, card, 'Staffroom: please ask again in a minute');
  return true;
}
