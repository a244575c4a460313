import type { Activity } from 'botbuilder';
import type { AuthenticateRequestResult } from 'botframework-connector';
import type { OpenIdMetadata } from 'botframework-connector/lib/auth/openIdMetadata.js';
import { decodeProtectedHeader } from 'jose/decode/protected_header';

const keepAtMost = 100;
const askAgainMs = 1_000;

interface KnownToken {
  readonly result: AuthenticateRequestResult;
  readonly keyId: string;
  /** The key that signed it, as `keys` gave it. */
  readonly key: object;
  readonly expiresMs: number;
  /** When `keys` last gave that key. */
  askedAt: number;
}

type Checked = Pick<Activity, 'channelId' | 'serviceUrl'>;

/**
 * Remembers which tokens were found good: Teams sends the same one with every message of an hour or so, and to check it
 * in full each time costs a tenth of an answer. What was found holds for the very same header, channel and service
 * address, until the token expires (the minutes of grace after that take the full check), and as long as `keys` gives the
 * very same key for it, which is asked once a second at most. Only good tokens are kept, the latest hundred.
 */
export function createKnownTokens(keys: Pick<OpenIdMetadata, 'getKey'>): {
  /** What was found of this token before; undefined when it has to be checked. */
  find(activity: Checked, header: string): Promise<AuthenticateRequestResult | undefined>;
  /** Notes that the token has been checked, with this `result`. */
  add(activity: Checked, header: string, result: AuthenticateRequestResult): Promise<void>;
} {
  const known = new Map<string, KnownToken>();
  const nameOf = ({ channelId, serviceUrl }: Checked, header: string) =>
    JSON.stringify([channelId, serviceUrl, header]);
  const isGood = async (token: KnownToken) => {
    const now = Date.now();
    if (now >= token.expiresMs) return false;
    if (now - token.askedAt < askAgainMs) return true;
    if ((await keys.getKey(token.keyId)) !== token.key) return false;
    token.askedAt = now;
    return true;
  };

  return {
    async find(activity, header) {
      const token = known.get(nameOf(activity, header));
      return token && (await isGood(token)) ? token.result : undefined;
    },
    async add(activity, header, result) {
      const [, jwt] = header.split(' ');
      const keyId = jwt && decodeProtectedHeader(jwt).kid;
      const key = keyId && (await keys.getKey(keyId));
      if (!key) return; // the demo, where nobody signs in; or a key that was withdrawn just now
      const expiresMs = Number(result.claimsIdentity.getClaimValue('exp')) * 1000;
      const [oldest] = known.keys();
      if (oldest !== undefined && known.size >= keepAtMost) known.delete(oldest);
      known.set(nameOf(activity, header), { result, keyId, key, expiresMs, askedAt: Date.now() });
    },
  };
}
