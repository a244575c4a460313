import type { Config } from '../../config.ts';
import { checkAddress } from '../../domain/health/check-address.ts';
import { checkNetwork } from '../../domain/health/check-network.ts';
import { checkSignIn } from '../../domain/health/check-sign-in.ts';
import type { HealthLine } from '../../domain/health/health-line.ts';
import { gatherAddress } from './gather-address.ts';
import { gatherNetwork } from './gather-network.ts';
import { certificateEnd, gatherSignIn } from './gather-sign-in.ts';

/**
 * What only the internet can tell: whether the bot's services are reached, it can sign in and is there under its public
 * address; and the time. Nothing in demo, which speaks to nobody.
 */
export async function examineOnline(
  config: Config | undefined,
  now: Date,
): Promise<{ readonly lines: readonly HealthLine[]; readonly told?: Date | undefined }> {
  if (config?.mode !== 'production') return { lines: [] };
  const services = config.services.map(({ hostname }) => hostname);
  const graph = config.graphMembers === 'off' ? [] : ['graph.microsoft.com'];
  const [network, address, signIn, until] = await Promise.all([
    gatherNetwork([...services, ...graph]),
    gatherAddress(config.publicUrl),
    gatherSignIn(config),
    certificateEnd(config),
  ]);
  const lines = [checkNetwork(network), ...checkSignIn(signIn, until, now), ...checkAddress(address, now)];
  return { lines, told: network.told };
}
