import type { Activity, CloudAdapter, TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { SendOutcome } from '../domain/delivery/messenger.ts';
import type { MessagePlace } from '../domain/incidents/incident-draft.ts';
import type { Log } from '../log.ts';
import { outcomeOfError } from './messenger-outcome.ts';

export interface PostDeps {
  readonly adapter: CloudAdapter;
  /** The bot's Entra application id. */
  readonly botId: string;
  readonly now: () => Date;
  readonly log: Log;
}

/** A conversation that the bot writes into. */
export interface PostPlace {
  readonly kind: 'personal' | 'channel';
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly conversationId: string;
  /** The person's and the bot's Teams ids there. */
  readonly userId?: string | undefined;
  readonly botId: string;
}

/** Posts a new message: in a channel a thread of its own. One request. */
export function postMessage(deps: PostDeps, place: PostPlace, activity: Partial<Activity>): Promise<SendOutcome> {
  return inTurn(deps, place, async (turn) => {
    if (place.kind === 'channel') return startThread(turn, place, activity);
    // The turn's own activity was never sent: a message must not be a reply to it.
    turn.activity.id = '';
    const sent = await turn.sendActivity(activity);
    return { conversationId: place.conversationId, activityId: sent?.id ?? '' };
  });
}

/**
 * Puts a message in the place of one that stands. Doing so twice is doing it once: what is unclear is tried again. A
 * message that is gone is refused.
 */
export async function editMessage(
  deps: PostDeps,
  place: PostPlace,
  activity: Partial<Activity>,
  { conversationId, activityId }: MessagePlace,
): Promise<SendOutcome> {
  const outcome = await inTurn(deps, { ...place, conversationId }, async (turn) => {
    await turn.updateActivity({ ...activity, id: activityId });
    return { conversationId, activityId };
  });
  return outcome.kind === 'ambiguous' ? { kind: 'retry', code: outcome.code } : outcome;
}

/** Runs `work` inside the adapter's turn, where its errors are caught: outside, the adapter would swallow them. */
async function inTurn(
  deps: PostDeps,
  { kind, serviceUrl, tenantId, conversationId, userId, botId }: PostPlace,
  work: (turn: TurnContext) => Promise<MessagePlace>,
): Promise<SendOutcome> {
  const conversation = { id: conversationId, isGroup: kind === 'channel', conversationType: kind, tenantId, name: '' };
  const user = userId === undefined ? {} : { user: { id: userId, name: '' } };
  const reference = { channelId: 'msteams', serviceUrl, conversation, ...user, bot: { id: botId, name: '' } };
  let outcome: SendOutcome = { kind: 'retry', code: 'no-turn' };
  try {
    await deps.adapter.continueConversationAsync(deps.botId, reference, async (turn: TurnContext) => {
      try {
        outcome = { kind: 'sent', ...(await work(turn)) };
      } catch (error) {
        outcome = outcomeOfError(error, conversationId, deps.now());
      }
    });
  } catch (err) {
    deps.log.error({ code: 'turn-failed', err }, 'a turn for sending failed');
  }
  return outcome;
}

/** As Microsoft documents it: a conversation is created in the channel, with its first message. */
async function startThread(
  turn: TurnContext,
  { tenantId, conversationId: channelId, botId }: PostPlace,
  activity: Partial<Activity>,
): Promise<MessagePlace> {
  const { adapter } = turn;
  const client = turn.turnState.get<ConnectorClient>(adapter.ConnectorClientKey);
  const { id, activityId } = await client.conversations.createConversation({
    isGroup: true,
    bot: { id: botId, name: '' },
    tenantId,
    channelData: { channel: { id: channelId }, tenant: { id: tenantId }, notification: { alert: true } },
    activity: activity as Activity, // the SDK asks for a whole one and sends what is there
  });
  // A thread is named after its first message: "<channel>;messageid=<activity id>".
  const [, named = ''] = /;messageid=(.+)$/.exec(id) ?? [];
  return { conversationId: id, activityId: activityId || named };
}
