/** One service that the bot talks to. `port` is text as in a URL ("" for the protocol's own), or `any`. */
export interface ServiceRule {
  readonly protocol: 'https:' | 'http:';
  readonly hostname: string;
  readonly port: string;
}

/**
 * A check for addresses that come from outside: true only for an address of one of the services.
 * A user name, another port, a trailing dot or a longer host name ("smba.trafficmanager.net.example") is refused.
 */
export function createServiceGuard(rules: readonly ServiceRule[]): (address: string) => boolean {
  return (address) => {
    if (!URL.canParse(address)) return false;
    const { protocol, hostname, port, username, password } = new URL(address);
    const host = hostname.replace(/^\[(.*)\]$/, '$1');
    if (username || password) return false;
    return rules.some(
      (rule) => rule.protocol === protocol && rule.hostname === host && (rule.port === 'any' || rule.port === port),
    );
  };
}
