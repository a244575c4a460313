import { AuthenticationConstants } from 'botframework-connector';
import type { BotAuth } from './bot-auth.ts';
import { inTime } from './call-limits.ts';
import { signIn } from './sign-in.ts';

/** Gets the token with which the bot speaks to Teams, within 10 seconds. Rejects with what Entra or the network said. */
export async function getBotToken({ botId, credentials }: BotAuth): Promise<void> {
  const { ToChannelFromBotOAuthScope: audience, ToChannelFromBotLoginUrlPrefix: login } = AuthenticationConstants;
  const get = async () => signIn(await credentials.createCredentials(botId, audience, login, true));
  await inTime(get(), () => undefined);
}
