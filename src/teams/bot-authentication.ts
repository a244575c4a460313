import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  AuthenticationConfiguration,
  AuthenticationConstants,
  AuthenticationError,
  type Claim,
} from 'botframework-connector';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';
import type { BotAuth } from './bot-auth.ts';
import { keepClients } from './keep-clients.ts';
import { createKnownTokens } from './known-tokens.ts';
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
  const knownTokens = createKnownTokens(keysOf(authorities));

  authentication.authenticateRequest = async (activity, header) => {
    try {
      const known = await knownTokens.find(activity, header);
      if (known) return known;
      const { connectorFactory, ...rest } = await authenticate(activity, header);
      const result = { ...rest, ...(connectorFactory && { connectorFactory: guard(connectorFactory) }) };
      await knownTokens.add(activity, header, result);
      return result;
    } catch (error) {
      if (isBadToken(error)) throw new AuthenticationError('The token is not valid', 401);
      if (error instanceof AuthenticationError && error.statusCode === 401) throw error;
      throw new Error('the token could not be checked', { cause: error }); // not the sender's fault: Teams may try again
    }
  };
  return authentication;
}

/** The published keys of the channel, as the SDK keeps them: one copy for each address. */
function keysOf({ ToBotFromChannelOpenIdMetadataUrl: url }: BotAuth['authorities']) {
  return new JwtTokenExtractor({}, url ?? AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl, []).openIdMetadata;
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
