import type { NetworkFacts } from '../../domain/health/check-network.ts';
import { askHost } from './ask-host.ts';

/** What the bot needs beside the services that it is let speak to: who signs it in, and who signs what Teams sends. */
const signingHosts = ['login.microsoftonline.com', 'login.botframework.com'];

/** Knocks at each host that the bot needs, and takes the time from the first that tells it. */
export async function gatherNetwork(
  hosts: readonly string[],
  ask: typeof askHost = askHost,
): Promise<NetworkFacts & { readonly told?: Date | undefined }> {
  const wanted = [...signingHosts, ...hosts];
  const answers = await Promise.all(wanted.map((host) => ask(`https://${host}/`)));
  return {
    hosts: wanted.map((host, at) => ({ host, isReached: answers[at]?.kind === 'answered' })),
    told: answers.flatMap((answer) => (answer.kind === 'answered' && answer.told ? [answer.told] : [])).at(0),
  };
}
