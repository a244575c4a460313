import { CardFactory, MessageFactory, type Activity, type CloudAdapter, type TurnContext } from 'botbuilder';
import { AuthenticationConstants } from 'botframework-connector';
import type { AdaptiveCardJson } from '../cards/define-card.ts';
import { isChannel, type Delivery } from '../domain/delivery/delivery.ts';
import type { MessagePlace } from '../domain/incidents/incident-draft.ts';
import type { PersonKey } from '../domain/people/person-key.ts';
import type { Messenger, SendOutcome } from '../domain/delivery/messenger.ts';
import type { ConversationAddress, PersonStore } from '../domain/people/person-store.ts';
import type { Log } from '../log.ts';
import { outcomeOfError } from './messenger-outcome.ts';
import type { Summary } from './messenger-summaries.ts';

/** What a message shows: its card, and the line that a notification shows. */
export interface Message {
  readonly card: AdaptiveCardJson;
  readonly summary: Summary;
  /** The message whose place it takes; nothing new is sent then. */
  readonly edits?: MessagePlace | undefined;
  /** Whom a message in a channel wakes. */
  readonly mentions?: readonly Mention[] | undefined;
}

/** Somebody to be @mentioned, by the name that the mention shows. */
export interface Mention {
  readonly objectId: string;
  readonly name: string;
}

export interface TeamsMessengerDeps {
  readonly adapter: CloudAdapter;
  /** The bot's Entra application id. */
  readonly botId: string;
  readonly persons: Pick<PersonStore, 'findAddress' | 'rememberAddress' | 'staffTeams'>;
  readonly mayCall: (serviceUrl: string) => boolean;
  /** The card of what a delivery tells; undefined when what it tells of is gone. A second copy is headed as one. */
  readonly cardFor: (
    delivery: Delivery,
    options: { secondCopy: boolean },
  ) => Message | undefined | Promise<Message | undefined>;
  /** Waits until one more request may be sent: opening a chat is a request of its own. */
  readonly pace: { takeAny(): Promise<void> };
  readonly now: () => Date;
  readonly log: Log;
}

type Place =
  | { readonly kind: 'found'; readonly address: ConversationAddress }
  | { readonly kind: 'none'; readonly outcome: SendOutcome };

/**
 * Sends to a person's own chat with the bot. Where that is not known, the chat is opened, once, and remembered. One POST
 * a message, at most 10 s each; whatever happens is an outcome.
 */
export function createTeamsMessenger(deps: TeamsMessengerDeps): Messenger {
  return {
    async send(delivery, options) {
      let message: Message | undefined;
      let place: Place;
      try {
        message = await deps.cardFor(delivery, options);
        if (!message) return { kind: 'refused', code: 'nothing-to-tell' };
        place = await placeOf(deps, delivery);
      } catch (err) {
        deps.log.error({ kind: delivery.subject.kind, code: 'not-prepared', err }, 'a delivery could not be prepared');
        return { kind: 'retry', code: 'not-prepared' };
      }
      if (place.kind === 'none') return place.outcome;
      return deps.mayCall(place.address.serviceUrl)
        ? post(deps, place.address, toActivity(message))
        : { kind: 'undeliverable', code: 'address-not-allowed' };
    },
  };
}

function toActivity({ card, summary }: Message): Partial<Activity> {
  const channelData = { notification: { alert: true } };
  return { ...MessageFactory.attachment(CardFactory.adaptiveCard(card)), summary, channelData };
}

/** Sends inside the adapter's turn, where its errors are caught: outside, the adapter would swallow them. */
async function post(
  deps: TeamsMessengerDeps,
  address: ConversationAddress,
  activity: Partial<Activity>,
): Promise<SendOutcome> {
  const { serviceUrl, conversationId, tenantId, userId } = address;
  const conversation = { id: conversationId, isGroup: false, conversationType: 'personal', tenantId, name: '' };
  const user = { id: userId, name: '' };
  const reference = { channelId: 'msteams', serviceUrl, conversation, user, bot: { id: address.botId, name: '' } };
  let outcome: SendOutcome = { kind: 'retry', code: 'no-turn' };
  try {
    await deps.adapter.continueConversationAsync(deps.botId, reference, async (turn: TurnContext) => {
      try {
        // The turn's own activity was never sent: a message must not be a reply to it.
        turn.activity.id = '';
        const sent = await turn.sendActivity(activity);
        outcome = { kind: 'sent', conversationId, activityId: sent?.id ?? '' };
      } catch (error) {
        outcome = outcomeOfError(error, conversationId, deps.now());
      }
    });
  } catch (err) {
    deps.log.error({ code: 'turn-failed', err }, 'a turn for sending failed');
  }
  return outcome;
}

async function placeOf(deps: TeamsMessengerDeps, { to }: Delivery): Promise<Place> {
  if (isChannel(to)) return { kind: 'none', outcome: { kind: 'undeliverable', code: 'no-channel' } };
  const known = await deps.persons.findAddress(to.tenantId, to.objectId);
  if (known) return { kind: 'found', address: known };
  const teams = await deps.persons.staffTeams();
  const serviceUrl = teams.find(({ tenantId }) => tenantId === to.tenantId)?.serviceUrl;
  if (!serviceUrl) return { kind: 'none', outcome: { kind: 'undeliverable', code: 'no-address' } };
  if (!deps.mayCall(serviceUrl))
    return { kind: 'none', outcome: { kind: 'undeliverable', code: 'address-not-allowed' } };
  return open(deps, serviceUrl, to);
}

/** Opens the chat with a person. The service gives the same chat for the same person, so a failure may be repeated. */
async function open(deps: TeamsMessengerDeps, serviceUrl: string, { tenantId, objectId }: PersonKey): Promise<Place> {
  const { adapter, botId, persons, pace, log } = deps;
  const bot = { id: `28:${botId}`, name: '' };
  const parameters = {
    isGroup: false,
    bot,
    members: [{ id: objectId, name: '' }],
    tenantId,
    channelData: { tenant: { id: tenantId } },
  };
  let conversationId = '';
  try {
    await adapter.createConversationAsync(
      botId,
      'msteams',
      serviceUrl,
      AuthenticationConstants.ToChannelFromBotOAuthScope,
      parameters,
      (turn) => Promise.resolve(void (conversationId = turn.activity.conversation.id)),
    );
  } catch (error) {
    return { kind: 'none', outcome: outcomeOfOpening(error, deps.now()) };
  }
  if (!conversationId) return { kind: 'none', outcome: { kind: 'retry', code: 'not-opened' } };
  const address = { objectId, tenantId, serviceUrl, conversationId, userId: objectId, botId: bot.id };
  try {
    await persons.rememberAddress(address);
  } catch (err) {
    log.error({ code: 'address-not-stored', err }, 'where a person can be written to was not stored');
  }
  await pace.takeAny();
  return { kind: 'found', address };
}

/** Nothing is shown by opening a chat: what is unclear is tried again, and a no means that there is no way. */
function outcomeOfOpening(error: unknown, now: Date): SendOutcome {
  const outcome = outcomeOfError(error, '', now);
  if (outcome.kind === 'ambiguous') return { kind: 'retry', code: outcome.code };
  if (outcome.kind === 'refused') return { kind: 'undeliverable', code: outcome.code };
  return outcome.kind === 'sent' ? { kind: 'retry', code: 'not-opened' } : outcome;
}
