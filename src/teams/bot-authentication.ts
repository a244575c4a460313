import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { AuthenticationConfiguration, AuthenticationError, type Claim } from 'botframework-connector';
import type { BotAuth } from './bot-auth.ts';
import { keepClients } from './keep-clients.ts';
import { prepareSigningKeys } from './signing-keys.ts';

prepareSigningKeys();

/** Who issues the tokens of Teams, and how they are signed. A request that claims anything else is not looked at. */
export const channelToken = { issuer: 'https://api.botframework.com', algorithm: 'RS256' };

/**
 * The SDK's authentication with its gaps closed: tokens of the channel alone (its second path takes any tenant's),
 * a bad token is always an AuthenticationError, and every client that it makes speaks to allowed services only,
 * sends once, follows no redirect and gives up in time.
 */
export function createBotAuthentication(
  { botId, credentials, authorities }: BotAuth,
  mayCall: (serviceUrl: string) => boolean,
): ConfigurationBotFrameworkAuthentication {
  const checked = new AuthenticationConfiguration([], (claims) => Promise.resolve(checkClaims(claims, botId)));
  const authentication = new ConfigurationBotFrameworkAuthentication(authorities, credentials, checked);
  const authenticate = authentication.authenticateRequest.bind(authentication);
  const guard = keepClients(authentication, mayCall);

  authentication.authenticateRequest = async (activity, header) => {
    try {
      const { connectorFactory, ...result } = await authenticate(activity, header);
      return { ...result, ...(connectorFactory && { connectorFactory: guard(connectorFactory) }) };
    } catch (error) {
      if (isBadToken(error)) throw new AuthenticationError('The token is not valid', 401);
      if (error instanceof AuthenticationError && error.statusCode === 401) throw error;
      throw new Error('the token could not be checked', { cause: error }); // not the sender's fault: Teams may try again
    }
  };
  return authentication;
}

function checkClaims(claims: readonly Claim[], botId: string): void {
  const claim = (type: string) => claims.find((one) => one.type === type)?.value;
  const isOurs = claim('iss') === channelToken.issuer && claim('aud') === botId;
  if (isOurs && claim('serviceurl') && claim('exp')) return;
  throw new AuthenticationError('The token is not one of the channel for this bot', 401);
}

/** jsonwebtoken's errors; the SDK passes them on as if the service had failed. */
function isBadToken(error: unknown): boolean {
  return error instanceof Error && ['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError'].includes(error.name);
}
