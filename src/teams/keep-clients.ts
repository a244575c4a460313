import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { ConnectorClient, ConnectorFactory, UserTokenClient } from 'botframework-connector';
import { limitCalls } from './call-limits.ts';
import { postActivities } from './post-activities.ts';

const keepAtMost = 100;

/**
 * Makes `authentication` build a client once for each address and not twice in every turn, each with our limits, and
 * none for an address that is not an allowed service. A client holds no state of a turn, and one that is kept keeps the
 * bot's own sign-in. Returns what does the same to a factory that the SDK makes by itself.
 */
export function keepClients(
  authentication: ConfigurationBotFrameworkAuthentication,
  mayCall: (serviceUrl: string) => boolean,
): (factory: ConnectorFactory) => ConnectorFactory {
  const clients = new Map<string, ConnectorClient>();
  const createFactory = authentication.createConnectorFactory.bind(authentication);
  const createTokenClient = authentication.createUserTokenClient.bind(authentication);
  let tokenClient: UserTokenClient | undefined;

  function guard(factory: ConnectorFactory): ConnectorFactory {
    const create = factory.create.bind(factory);
    factory.create = async (serviceUrl, audience) => {
      if (!mayCall(serviceUrl)) throw new Error('the address is not of an allowed service');
      const key = JSON.stringify([serviceUrl, audience]);
      const known = clients.get(key);
      if (known) return known;
      const client = await create(serviceUrl, audience);
      limitCalls(client);
      postActivities(client, serviceUrl);
      if (clients.size >= keepAtMost) clients.clear();
      clients.set(key, client);
      return client;
    };
    return factory;
  }

  authentication.createConnectorFactory = (identity) => guard(createFactory(identity));
  // The bot has one identity and asks nobody to sign in to anything, so one is enough.
  authentication.createUserTokenClient = async (identity) => (tokenClient ??= await createTokenClient(identity));
  return guard;
}
