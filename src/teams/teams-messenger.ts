import type { CloudAdapter } from 'botbuilder';
import { AuthenticationConstants } from 'botframework-connector';
import { isChannel, type ChannelRecipient, type Delivery } from '../domain/delivery/delivery.ts';
import type { Messenger, SendOptions, SendOutcome } from '../domain/delivery/messenger.ts';
import { nothingToTell } from '../domain/delivery/needs-somebody.ts';
import { hasWaitedForGraph, outcomeOfRoster } from '../domain/delivery/outcome-of-roster.ts';
import { readRoster, type RosterDeps } from '../domain/incidents/read-roster.ts';
import type { RosterFault } from '../domain/incidents/roster-fault.ts';
import type { SafeguardingPlace, SafeguardingPlaceStore } from '../domain/incidents/safeguarding-place.ts';
import type { PersonKey } from '../domain/people/person-key.ts';
import type { ConversationAddress, PersonStore } from '../domain/people/person-store.ts';
import type { RosterMember } from '../domain/people/roster-reader.ts';
import type { Log } from '../log.ts';
import { toActivity, type Message } from './message-activity.ts';
import { outcomeOfError } from './messenger-outcome.ts';
import { editMessage, postMessage } from './post-message.ts';

export interface TeamsMessengerDeps extends RosterDeps {
  readonly adapter: CloudAdapter;
  /** The bot's Entra application id. */
  readonly botId: string;
  readonly persons: Pick<PersonStore, 'findAddress' | 'rememberAddress' | 'staffTeams'>;
  readonly places: Pick<SafeguardingPlaceStore, 'findPlace'>;
  readonly mayCall: (serviceUrl: string) => boolean;
  /** The card of what a delivery tells; undefined when what it tells of is gone. A second copy is headed as one. */
  readonly cardFor: (
    delivery: Delivery,
    options: { secondCopy: boolean },
  ) => Message | undefined | Promise<Message | undefined>;
  /** What speaks against posting to a channel with these members. */
  readonly rosterFaultOf: (delivery: Delivery, members: readonly RosterMember[]) => Promise<RosterFault | undefined>;
  /** Is told where somebody else reads, or who reads is not sure: its DSLs have to hear of it. */
  readonly onRosterFault?: ((place: SafeguardingPlace) => void) | undefined;
  readonly now: () => Date;
  readonly log: Log;
}

type Place =
  | { readonly kind: 'found'; readonly address: ConversationAddress }
  | { readonly kind: 'none'; readonly outcome: SendOutcome };

/**
 * Sends to a person's own chat with the bot, which is opened once where it is not known, and remembered; to the channel of a
 * staff team; or to one for reports, after its roster was read and nothing spoke against it. In a channel as a new thread. What edits a message takes its place
 * instead. One request a message, at most 10 s; whatever happens is an outcome.
 */
export function createTeamsMessenger(deps: TeamsMessengerDeps): Messenger {
  return {
    async send(delivery, options) {
      try {
        const message = await deps.cardFor(delivery, options);
        if (!message) return { kind: 'refused', code: nothingToTell };
        const { to } = delivery;
        return isChannel(to)
          ? await sendToChannel(deps, delivery, { to, message, ...options })
          : await sendToPerson(deps, { to, message, ...options });
      } catch (err) {
        deps.log.error({ kind: delivery.subject.kind, code: 'not-prepared', err }, 'a delivery could not be prepared');
        return { kind: 'retry', code: 'not-prepared' };
      }
    },
  };
}

async function sendToPerson(
  deps: TeamsMessengerDeps,
  { to, message, oneMore }: { to: PersonKey; message: Message } & SendOptions,
): Promise<SendOutcome> {
  const found = await placeOf(deps, to, oneMore);
  if (found.kind === 'none') return found.outcome;
  const { address } = found;
  if (!deps.mayCall(address.serviceUrl)) return { kind: 'undeliverable', code: 'address-not-allowed' };
  const place = { kind: 'personal', ...address } as const;
  const activity = toActivity(message);
  return message.edits ? editMessage(deps, place, activity, message.edits) : postMessage(deps, place, activity);
}

async function sendToChannel(
  deps: TeamsMessengerDeps,
  delivery: Delivery,
  { to: { tenantId, channelId }, message, oneMore }: { to: ChannelRecipient; message: Message } & SendOptions,
): Promise<SendOutcome> {
  const isForStaff = delivery.subject.kind === 'broadcast-channel';
  const found = await (isForStaff ? staffChannel : safeguardingChannel)(deps, delivery, { tenantId, channelId });
  if (found.kind === 'none') return found.outcome;
  if (!isForStaff) await oneMore(); // reading the roster took requests of its own
  const { serviceUrl, members } = found;
  const place = {
    kind: 'channel',
    serviceUrl,
    tenantId,
    conversationId: channelId,
    botId: `28:${deps.botId}`,
  } as const;
  const activity = toActivity(message, members);
  return message.edits ? editMessage(deps, place, activity, message.edits) : postMessage(deps, place, activity);
}

type Channel =
  | { readonly kind: 'found'; readonly serviceUrl: string; readonly members: readonly RosterMember[] }
  | { readonly kind: 'none'; readonly outcome: SendOutcome };

const noChannel = (outcome: SendOutcome): Channel => ({ kind: 'none', outcome });

/** The channel of the school's own staff team: whoever reads there is who the message is for, so no roster is read. */
async function staffChannel(
  { persons, mayCall }: TeamsMessengerDeps,
  { schoolId }: Delivery,
  { tenantId, channelId }: ChannelRecipient,
): Promise<Channel> {
  const team = (await persons.staffTeams()).find(
    (one) => one.schoolId === schoolId && one.tenantId === tenantId && one.conversationId === channelId,
  );
  if (!team) return noChannel({ kind: 'undeliverable', code: 'no-channel' });
  if (!mayCall(team.serviceUrl)) return noChannel({ kind: 'undeliverable', code: 'address-not-allowed' });
  return { kind: 'found', serviceUrl: team.serviceUrl, members: [] };
}

/** A channel that was accepted for reports, with its roster, where nothing speaks against posting this to it. */
async function safeguardingChannel(
  deps: TeamsMessengerDeps,
  delivery: Delivery,
  { tenantId, channelId }: ChannelRecipient,
): Promise<Channel> {
  const known = await deps.places.findPlace(tenantId, channelId);
  if (!known) return noChannel({ kind: 'undeliverable', code: 'no-channel' });
  const { acceptedAt, schoolId, serviceUrl } = known;
  if (acceptedAt === undefined || schoolId !== delivery.schoolId)
    return noChannel({ kind: 'refused', code: 'channel-not-accepted' });
  if (!deps.mayCall(serviceUrl)) return noChannel({ kind: 'undeliverable', code: 'address-not-allowed' });
  const roster = await readRoster(deps, known);
  const refused = (code: string): Channel => {
    deps.onRosterFault?.(known);
    return noChannel({ kind: 'refused', code });
  };
  if (roster.kind === 'unreadable') {
    if (hasWaitedForGraph(roster.code, delivery.attempts, deps.now())) return refused('roster-unreadable');
    return noChannel(outcomeOfRoster(roster.code, roster.afterMs));
  }
  if (roster.kind === 'differs') return refused('roster-differs');
  const fault = await deps.rosterFaultOf(delivery, roster.members);
  if (fault) return refused(fault);
  return { kind: 'found', serviceUrl, members: roster.members };
}

async function placeOf(deps: TeamsMessengerDeps, to: PersonKey, oneMore: SendOptions['oneMore']): Promise<Place> {
  const known = await deps.persons.findAddress(to.tenantId, to.objectId);
  if (known) return { kind: 'found', address: known };
  const teams = await deps.persons.staffTeams();
  const serviceUrl = teams.find(({ tenantId }) => tenantId === to.tenantId)?.serviceUrl;
  if (!serviceUrl) return { kind: 'none', outcome: { kind: 'undeliverable', code: 'no-address' } };
  if (!deps.mayCall(serviceUrl))
    return { kind: 'none', outcome: { kind: 'undeliverable', code: 'address-not-allowed' } };
  const opened = await open(deps, serviceUrl, to);
  if (opened.kind === 'found') await oneMore(); // opening a chat is a request of its own
  return opened;
}

/** Opens the chat with a person. The service gives the same chat for the same person, so a failure may be repeated. */
async function open(deps: TeamsMessengerDeps, serviceUrl: string, { tenantId, objectId }: PersonKey): Promise<Place> {
  const { adapter, botId, persons, log } = deps;
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
  return { kind: 'found', address };
}

/** Nothing is shown by opening a chat: what is unclear is tried again, and a no means that there is no way. */
function outcomeOfOpening(error: unknown, now: Date): SendOutcome {
  const outcome = outcomeOfError(error, '', now);
  if (outcome.kind === 'ambiguous') return { kind: 'retry', code: outcome.code };
  if (outcome.kind === 'refused') return { kind: 'undeliverable', code: outcome.code };
  return outcome.kind === 'sent' ? { kind: 'retry', code: 'not-opened' } : outcome;
}
