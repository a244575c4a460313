import { green, red, type HealthLine } from './health-line.ts';

/** Which of the services that the bot needs gave an answer of any kind. */
export interface NetworkFacts {
  readonly hosts: readonly { readonly host: string; readonly isReached: boolean }[];
}

/** Whether the bot's machine gets out to Teams. */
export function checkNetwork({ hosts }: NetworkFacts): HealthLine {
  const missed = hosts.filter(({ isReached }) => !isReached).map(({ host }) => host);
  if (missed.length === 0) return green('network', 'This machine reaches Teams and Microsoft Entra.');
  return red(
    'network',
    `This machine does not reach ${missed.join(', ')}.`,
    'ICT lead: let the firewall pass HTTPS (port 443) to these hosts, without a filter that opens it.',
  );
}
