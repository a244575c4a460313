import type { BotAnswer } from '../../domain/health/check-bot.ts';

/** Asks the bot of this machine whether it is ready, for two seconds. */
export async function askBot({ host, port }: { host: string; port: number }): Promise<BotAnswer> {
  const here = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  try {
    const url = `http://${here.includes(':') ? `[${here}]` : here}:${port}/readyz`;
    const { status } = await fetch(url, { signal: AbortSignal.timeout(2_000), redirect: 'manual' });
    if (status === 200) return 'ready';
    return status === 503 ? 'not-ready' : 'other';
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'not-ready' : 'silent';
  }
}
