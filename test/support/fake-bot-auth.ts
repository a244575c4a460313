import { PasswordServiceClientCredentialFactory } from 'botframework-connector';
import type { BotAuth } from '../../src/teams/bot-auth.ts';

/**
 * A bot that takes the word of the authority at `authorityUrl` and puts a fixed token on what it sends to Teams, and on what
 * it asks of `graph` one that is got for it.
 */
export function createFakeBotAuth(
  botId: string,
  authorityUrl: string,
  graph?: { readonly url: string; token(): Promise<string> },
): BotAuth {
  const credentials = new PasswordServiceClientCredentialFactory(botId, 'not used', '');
  credentials.createCredentials = (_appId, audience) =>
    Promise.resolve({
      async signRequest(request) {
        const token = graph && audience === 'https://graph.microsoft.com' ? await graph.token() : 'token-of-the-bot';
        request.headers.set('authorization', `Bearer ${token}`);
        return request;
      },
    });
  return {
    botId,
    credentials,
    ...(graph && { graphUrl: graph.url }),
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
