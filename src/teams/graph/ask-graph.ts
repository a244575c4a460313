import type { CloudAdapter } from 'botbuilder';
import { AuthenticationConstants } from 'botframework-connector';
import type { RosterDeps } from '../../domain/incidents/read-roster.ts';
import type { Log } from '../../log.ts';
import type { BotAuth } from '../bot-auth.ts';
import { createGroupFinder } from '../people/team-group.ts';
import type { Credentials } from '../sign-in.ts';
import { createAllMembersReader } from './all-members.ts';

/** The resource that the bot's token is for; the SDK adds `/.default`, all that the app was granted. */
const resource = 'https://graph.microsoft.com';

/**
 * Reads who is in a channel from Microsoft Graph, signed in by the bot's own credential; undefined where Graph is not to be
 * asked. `graphMembers`: `auto` goes on without Graph where it refuses, `on` does not.
 */
export function askGraph({
  botAuth: { botId, credentials, graphUrl },
  adapter,
  graphMembers,
  now,
  log,
}: {
  readonly botAuth: BotAuth;
  readonly adapter: CloudAdapter;
  readonly graphMembers: 'auto' | 'on' | 'off';
  readonly now: () => Date;
  readonly log: Log;
}): RosterDeps['allMembersOf'] {
  if (graphUrl === undefined || graphMembers === 'off') return undefined;
  let own: Promise<Credentials> | undefined;
  const { ToChannelFromBotLoginUrlPrefix: login } = AuthenticationConstants;
  return createAllMembersReader({
    url: graphUrl,
    credentials: () => (own ??= credentials.createCredentials(botId, resource, login, true)),
    groupOf: createGroupFinder(adapter, botId),
    demanded: graphMembers === 'on',
    now,
    log,
  });
}
