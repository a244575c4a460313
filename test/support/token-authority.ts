import { createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import { idleMs } from './fake-connector.ts';
import type { AddressInfo } from 'node:net';
import { SignJWT, type JWTPayload } from 'jose';

/** What a token differs in from a good one. `claims` set to undefined are left out. */
export interface Variation {
  readonly claims?: Record<string, unknown>;
  readonly header?: { alg?: string; kid?: string | undefined };
  /** Which of the authority's keys signs it; `foreign` is one that the authority does not publish. */
  readonly key?: KeyName;
}

/**
 * `good` is endorsed for Teams, `webchat` for another channel, `unendorsed` for none; `entra` is published on the second
 * path only.
 */
export type KeyName = 'good' | 'webchat' | 'unendorsed' | 'entra' | 'foreign';

export interface TokenAuthority {
  readonly url: string;
  /** How often each document was fetched, by path. */
  readonly fetched: ReadonlyMap<string, number>;
  sign(variation?: Variation): Promise<string>;
  /** The public half of the good key, PEM. */
  readonly publicKey: string;
  /** A token of any header and payload, signed with the good key, or with `signature` in place of that. */
  forge(header: unknown, payload: unknown, signature?: (input: string) => string): string;
  /** Stops answering (the documents cannot be fetched) or starts again. */
  setOnline(online: boolean): void;
  close(): Promise<void>;
}

/**
 * The channel's and Entra's token services on loopback: OpenID documents, keys, and real RS256 tokens for one bot.
 * `serviceUrl` is what a good token's claim says.
 */
export async function startTokenAuthority(botId: string, serviceUrl: string): Promise<TokenAuthority> {
  const names: readonly KeyName[] = ['good', 'webchat', 'unendorsed', 'entra', 'foreign'];
  const privateKeys = new Map<KeyName, KeyObject>();
  const jwks = new Map<KeyName, object>();
  for (const name of names) {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    privateKeys.set(name, privateKey);
    jwks.set(name, { ...publicKey.export({ format: 'jwk' }), kid: name, use: 'sig' });
  }
  const keyOf = (name: KeyName): KeyObject => {
    const key = privateKeys.get(name);
    if (!key) throw new Error(`there is no key ${name}`);
    return key;
  };
  const publicKey = createPublicKey(keyOf('good')).export({ type: 'spki', format: 'pem' }).toString();
  const fetched = new Map<string, number>();
  let online = true;
  let base = '';

  const server = createServer({ keepAliveTimeout: idleMs }, (request, response) => {
    const path = request.url ?? '';
    fetched.set(path, (fetched.get(path) ?? 0) + 1);
    const document = {
      '/chan': {
        issuer: 'https://api.botframework.com',
        jwks_uri: `${base}/chan/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      },
      '/emu': {
        issuer: 'https://sts.windows.net/',
        jwks_uri: `${base}/emu/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      },
      '/chan/keys': {
        keys: [
          { ...jwks.get('good'), endorsements: ['msteams'] },
          { ...jwks.get('webchat'), endorsements: ['webchat'] },
          jwks.get('unendorsed'),
        ],
      },
      '/emu/keys': { keys: [jwks.get('entra'), jwks.get('good')] },
    }[path];
    response.writeHead(online && document ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify(online ? document : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url: base,
    fetched,
    async sign({ claims = {}, header = {}, key = 'good' } = {}) {
      const now = Math.floor(Date.now() / 1000);
      const payload = {
        iss: 'https://api.botframework.com',
        aud: botId,
        serviceurl: serviceUrl,
        nbf: now - 60,
        exp: now + 3600,
        ...claims,
      };
      const present = Object.fromEntries(
        Object.entries(payload).filter(([, value]) => value !== undefined),
      ) as JWTPayload;
      const protectedHeader = { typ: 'JWT', kid: key, ...header, alg: header.alg ?? 'RS256' };
      return new SignJWT(present).setProtectedHeader(protectedHeader as { alg: string }).sign(keyOf(key));
    },
    publicKey,
    forge(
      header,
      payload,
      signature = (input) => sign('RSA-SHA256', Buffer.from(input), keyOf('good')).toString('base64url'),
    ) {
      const part = (value: unknown) =>
        Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
      const input = `${part(header)}.${part(payload)}`;
      return `${input}.${signature(input)}`;
    },
    setOnline: (value) => void (online = value),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
