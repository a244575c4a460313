import { PasswordServiceClientCredentialFactory } from 'botframework-connector';
import type { BotAuth } from '../../src/teams/bot-auth.ts';

/** A bot that takes the word of the authority at `authorityUrl` and puts a fixed token on what it sends. */
export function createFakeBotAuth(botId: string, authorityUrl: string): BotAuth {
  const credentials = new PasswordServiceClientCredentialFactory(botId, 'not used', '');
  credentials.createCredentials = () =>
    Promise.resolve({
      signRequest(request) {
        request.headers.set('authorization', 'Bearer token-of-the-bot');
        return Promise.resolve(request);
      },
    });
  return {
    botId,
    credentials,
    authorities: {
      ValidateAuthority: true,
      ToChannelFromBotLoginUrl: `${authorityUrl}/login`,
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
      OAuthUrl: `${authorityUrl}/oauth`,
      ToBotFromChannelOpenIdMetadataUrl: `${authorityUrl}/chan`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${authorityUrl}/emu`,
      CallerId: 'urn:botframework:azure',
    },
  };
}
