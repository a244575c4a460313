import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Config } from '../../config.ts';
import type { SignInFacts } from '../../domain/health/check-sign-in.ts';
import type { BotAuth } from '../../teams/bot-auth.ts';

type Production = Extract<Config, { mode: 'production' }>;

/**
 * Asks for the token with which the bot speaks to Teams, once and for nothing else. Never rejects. `botAuthOf` makes the
 * credential; it throws where its file is not one.
 */
export async function gatherSignIn(
  { botId, tenantId, credential }: Production,
  botAuthOf?: (botId: string, tenantId: string, credential: Production['credential']) => BotAuth,
): Promise<SignInFacts> {
  try {
    const { createBotAuth } = await import('../../teams/bot-auth.ts'); // a second of loading
    const { getBotToken } = await import('../../teams/bot-token.ts');
    await getBotToken((botAuthOf ?? createBotAuth)(botId, tenantId, credential));
    return { kind: 'signed-in' };
  } catch (error) {
    const said = messagesOf(error).join(' ');
    const [refusal] = /AADSTS\d+/.exec(said) ?? [];
    return refusal ? { kind: 'refused', code: refusal } : { kind: 'failed', code: codeOf(error) };
  }
}

/** The last instant of the bot's certificate, where it has one that can be read. */
export async function certificateEnd({ credential }: Production): Promise<Date | undefined> {
  if (credential.kind !== 'certificate') return undefined;
  try {
    return new Date(new X509Certificate(await readFile(credential.file)).validTo);
  } catch {
    return undefined;
  }
}

function messagesOf(error: unknown): string[] {
  return error instanceof Error ? [error.message, ...messagesOf(error.cause)] : [];
}

/** A code that quotes nothing of the credential. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  for (const name of ['errorCode', 'code']) {
    const code: unknown = Reflect.get(error, name);
    if (typeof code === 'string' && /^[\w-]{1,60}$/.test(code)) return code;
  }
  return error.message.startsWith('BOT_CERT_FILE') ? 'BOT_CERT_FILE' : error.name;
}
