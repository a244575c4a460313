import { CloudAdapter, type Activity, type InvokeResponse, type TurnContext } from 'botbuilder';
import { admitActivity } from './activity-gate.ts';
import type { BotAuth } from './bot-auth.ts';
import { createBotAuthentication } from './bot-authentication.ts';
import { createInbox } from './inbox.ts';
import { answerInvoke, answerUnknownInvoke, createTurnErrors, invokeResponseOf } from './turn-errors.ts';
import type { Log } from '../log.ts';

/** The bot: what it does in one turn. */
export interface Bot {
  run(turn: TurnContext): Promise<unknown>;
}

/** What became of one request: an answer to send as it is, or a status to refuse it with. */
export type Reception =
  | { readonly kind: 'answered'; readonly status: number; readonly body?: unknown }
  | { readonly kind: 'refused'; readonly status: number };

export interface BotAdapter {
  /** Checks who sent an activity, runs the bot once for it, and returns the answer. Never rejects for what came in. */
  readonly receive: (body: Record<string, unknown>, authorization: string) => Promise<Reception>;
  /** For what the bot sends unasked. Its clients have the same limits. */
  readonly adapter: CloudAdapter;
}

/**
 * Joins the SDK's adapter to the bot. `mayCall` and `servesTenant` are asked for every activity, `mayCall` again
 * before each client is made; `channels` are the channel ids that are served.
 */
export function createBotAdapter(options: {
  bot: Bot;
  botAuth: BotAuth;
  channels: readonly string[];
  servesTenant: (tenantId: string) => boolean;
  mayCall: (serviceUrl: string) => boolean;
  now: () => Date;
  newErrorId: () => string;
  log: Log;
}): BotAdapter {
  const { bot, botAuth, log, now, newErrorId } = options;
  const adapter = new CloudAdapter(createBotAuthentication(botAuth, options.mayCall));
  const inbox = createInbox<InvokeResponse | undefined>(() => now().getTime());
  const onError = createTurnErrors(log, newErrorId);
  adapter.onTurnError = onError;

  async function runOnce(turn: TurnContext): Promise<void> {
    const { conversation, id, type } = turn.activity;
    const key = JSON.stringify([tenantOf(turn.activity), conversation.id, id]);
    const response = await inbox.once(key, async () => {
      await bot.run(turn).catch((error: unknown) => onError(turn, error));
      if (type === 'invoke' && !invokeResponseOf(turn)) await answerUnknownInvoke(turn);
      return invokeResponseOf(turn);
    });
    if (response && !invokeResponseOf(turn)) await answerInvoke(turn, response);
  }

  return {
    adapter,
    async receive(body, authorization) {
      const admission = admitActivity(body, options);
      if (admission !== 'admitted') return { kind: 'refused', status: admission === 'malformed' ? 400 : 403 };
      const answer = createAnswer();
      let ran = false;
      await adapter.process({ body, headers: { authorization }, method: 'POST' }, answer.response, async (turn) => {
        await runOnce(turn);
        ran = true;
      });
      const { status, body: answered } = answer.given();
      return ran ? { kind: 'answered', status, body: answered } : { kind: 'refused', status };
    },
  };
}

/** The tenant of an admitted activity: wherever it is named, it is the same one. */
function tenantOf({ conversation, channelData }: Partial<Activity>): string | undefined {
  const { tenant } = (channelData ?? {}) as { tenant?: { id?: string } };
  return (conversation?.tenantId ?? tenant?.id)?.toLowerCase();
}

/** The SDK writes its answer into this in place of the network, so that none of its error texts leaves the process. */
function createAnswer() {
  const given: { status: number; body?: unknown } = { status: 500 };
  const response = {
    socket: undefined,
    header: () => undefined,
    end: () => undefined,
    status: (code: number) => void (given.status = code),
    send: (body: unknown) => void (given.body = body),
  };
  return { response, given: () => given };
}
