import { INVOKE_RESPONSE_KEY, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { Log } from '../log.ts';
import { noAnswer } from './call-limits.ts';

/**
 * The one error boundary of a turn. Whatever the bot throws, the person is told what did not happen, with an error id
 * that the log carries too; an invoke is answered in its response, a message by a message, an event by nothing.
 * The returned function never rejects.
 */
export function createTurnErrors(
  log: Log,
  newErrorId: () => string,
): (turn: TurnContext, err: unknown) => Promise<void> {
  return async (turn, err) => {
    const errorId = newErrorId();
    const { type } = turn.activity;
    log.error({ errorId, kind: type, err }, 'a turn failed');
    try {
      if (type === 'invoke') await answerInvoke(turn, toInvokeResponse(turn.activity.name, failureWords(errorId)));
      else if (type === 'message' && !isNoAnswer(err)) await turn.sendActivity(failureWords(errorId));
    } catch (err) {
      log.error({ errorId, kind: type, err }, 'a person could not be told that their turn failed');
    }
  };
}

/** Teams does not answer: to tell the person would take as long again and fail again. */
function isNoAnswer(err: unknown): boolean {
  return err instanceof Error && 'code' in err && err.code === noAnswer;
}

function failureWords(errorId: string): string {
  return (
    'Sorry, something went wrong here and your request was not completed. Please try once more. ' +
    `If it happens again, tell your ICT lead: error ${errorId}. ` +
    'If a child may be at risk, do not wait for this. Speak to your Designated Safeguarding Lead now.'
  );
}

/** Answers an invoke that no feature answered, so that Teams shows a sentence and not "Unable to reach app". */
export async function answerUnknownInvoke(turn: TurnContext): Promise<void> {
  const words =
    'This button or form is no longer in use. Nothing was changed. Ask your question again to get a new card.';
  await answerInvoke(turn, toInvokeResponse(turn.activity.name, words));
}

/** The response that was given to this turn's invoke so far. */
export function invokeResponseOf(turn: TurnContext): InvokeResponse | undefined {
  return turn.turnState.get<{ value?: InvokeResponse } | undefined>(INVOKE_RESPONSE_KEY)?.value;
}

/** Gives `response` to this turn's invoke, in place of any that was given before. */
export async function answerInvoke(turn: TurnContext, response: InvokeResponse): Promise<void> {
  await turn.sendActivity({ type: 'invokeResponse', value: response });
}

/** Each kind of invoke has its own form for "show these words". */
function toInvokeResponse(name: string | undefined, words: string): InvokeResponse {
  if (name === 'adaptiveCard/action') {
    const body = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: words };
    return { status: 200, body };
  }
  if (name?.startsWith('task/')) return { status: 200, body: { task: { type: 'message', value: words } } };
  if (name?.startsWith('composeExtension/'))
    return { status: 200, body: { composeExtension: { type: 'message', text: words } } };
  return { status: 404, body: { error: { code: 'not-served', message: words } } };
}
