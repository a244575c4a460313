import { createHmac, generateKeyPairSync, sign as signWith, constants } from 'node:crypto';
import { ids } from './activities.ts';
import type { TokenAuthority } from './token-authority.ts';

/** A name for the way in which a sender fails to prove who it is, and the Authorization headers that it sends. */
export type BadToken = readonly [name: string, headers: readonly string[]];

/** Every way of failing that has a name. `serviceUrl` is what a good token's claim says. */
export async function badTokens(authority: TokenAuthority, serviceUrl: string): Promise<BadToken[]> {
  const good = await authority.sign();
  const [head = '', payload = '', signature = ''] = good.split('.');
  const now = Math.floor(Date.now() / 1000);
  const header = { typ: 'JWT', alg: 'RS256', kid: 'good' };
  const claims = {
    iss: 'https://api.botframework.com',
    aud: ids.bot,
    serviceurl: serviceUrl,
    nbf: now - 60,
    exp: now + 3600,
  };
  const tenant = `https://sts.windows.net/${ids.otherTenant}/`;
  const tenantV2 = `https://login.microsoftonline.com/${ids.otherTenant}/v2.0`;
  const entra = { header: { kid: 'entra' }, key: 'entra' } as const;
  const bearer = (token: string): readonly string[] => [`Bearer ${token}`];
  const signed = async (variation: Parameters<TokenAuthority['sign']>[0]) => bearer(await authority.sign(variation));
  const hmac = (secret: string) => (input: string) => createHmac('sha256', secret).update(input).digest('base64url');
  const goodJwk = { kty: 'RSA', n: 'AQAB', e: 'AQAB' };

  return [
    ['no Authorization header', []],
    ['an empty header', ['']],
    ['the scheme alone', ['Bearer']],
    ['the scheme and a space', ['Bearer ']],
    ['garbage', bearer('garbage')],
    ['three parts of garbage', bearer('a.b.c')],
    ['two parts', bearer(`${head}.${payload}`)],
    ['four parts', bearer(`${good}.${signature}`)],
    ['a token without its scheme', [good]],
    ['a lower-case scheme', [`bearer ${good}`]],
    ['an upper-case scheme', [`BEARER ${good}`]],
    ['another scheme', [`Basic ${Buffer.from('bot:secret').toString('base64')}`]],
    ['a token as a password', [`Basic ${good}`]],
    ['two spaces', [`Bearer  ${good}`]],
    ['a tab', [`Bearer\t${good}`]],
    ['words after the token', [`Bearer ${good} please`]],
    ['two tokens with a comma', [`Bearer ${good}, Bearer ${good}`]],
    ['two tokens with a space', [`Bearer ${good} ${good}`]],
    ['two headers, the good one first', [`Bearer ${good}`, 'Bearer garbage']],
    ['two headers, the good one last', ['Bearer garbage', `Bearer ${good}`]],
    ['another audience', await signed({ claims: { aud: 'somebody-else' } })],
    ['the audience of another bot', await signed({ claims: { aud: ids.otherTenant } })],
    ['the audience in another case', await signed({ claims: { aud: ids.bot.toUpperCase() } })],
    ['no audience', await signed({ claims: { aud: undefined } })],
    ['an empty audience', await signed({ claims: { aud: '' } })],
    ['a list of audiences', await signed({ claims: { aud: [ids.bot, 'somebody-else'] } })],
    ['no issuer', await signed({ claims: { iss: undefined } })],
    ['an empty issuer', await signed({ claims: { iss: '' } })],
    ['the issuer with a slash', await signed({ claims: { iss: 'https://api.botframework.com/' } })],
    ['the issuer over http', await signed({ claims: { iss: 'http://api.botframework.com' } })],
    ['a longer issuer', await signed({ claims: { iss: 'https://api.botframework.com.example' } })],
    ['a list of issuers', await signed({ claims: { iss: ['https://api.botframework.com'] } })],
    [
      'another tenant by the second path',
      await signed({ ...entra, claims: { iss: tenant, ver: '1.0', appid: ids.bot, tid: ids.otherTenant } }),
    ],
    [
      'another tenant by the second path, version 2',
      await signed({ ...entra, claims: { iss: tenantV2, ver: '2.0', azp: ids.bot, tid: ids.otherTenant } }),
    ],
    [
      'the own tenant by the second path',
      await signed({
        ...entra,
        claims: { iss: `https://sts.windows.net/${ids.tenant}/`, ver: '1.0', appid: ids.bot, tid: ids.tenant },
      }),
    ],
    [
      'the emulator of old',
      await signed({
        ...entra,
        claims: { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', ver: '1.0', appid: ids.bot },
      }),
    ],
    [
      'another bot as a skill’s caller',
      await signed({ ...entra, claims: { iss: tenant, ver: '1.0', appid: 'another-bot', tid: ids.otherTenant } }),
    ],
    ['the channel’s issuer with a key of the second path', await signed(entra)],
    ['an unknown key', await signed({ header: { kid: 'unknown' } })],
    ['no key id', await signed({ header: { kid: undefined } })],
    ['an empty key id', await signed({ header: { kid: '' } })],
    ['a key id that is a path', await signed({ header: { kid: '../../etc/passwd' } })],
    ['a key id that is a property of every object', await signed({ header: { kid: '__proto__' } })],
    ['the key id of another key', await signed({ header: { kid: 'webchat' } })],
    ['a foreign key under the good key’s id', await signed({ key: 'foreign', header: { kid: 'good' } })],
    ['a key that is endorsed for another channel', await signed({ key: 'webchat' })],
    ['a key that is endorsed for no channel', await signed({ key: 'unendorsed' })],
    ['a signature cut short', bearer(good.slice(0, -4))],
    ['an empty signature', bearer(`${head}.${payload}.`)],
    ['a changed signature', bearer(`${head}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`)],
    [
      'a changed payload',
      bearer(
        `${head}.${Buffer.from(JSON.stringify({ ...claims, exp: now + 7200 })).toString('base64url')}.${signature}`,
      ),
    ],
    [
      'a changed header',
      bearer(`${Buffer.from(JSON.stringify({ ...header, x: 1 })).toString('base64url')}.${payload}.${signature}`),
    ],
    ['alg none without a signature', bearer(authority.forge({ ...header, alg: 'none' }, claims, () => ''))],
    ['alg none with a signature', bearer(authority.forge({ ...header, alg: 'none' }, claims))],
    ['alg None in another case', bearer(authority.forge({ ...header, alg: 'nOnE' }, claims, () => 'x'))],
    ['no algorithm', bearer(authority.forge({ typ: 'JWT', kid: 'good' }, claims))],
    [
      'HS256 with the public key as the secret',
      bearer(authority.forge({ ...header, alg: 'HS256' }, claims, hmac(authority.publicKey))),
    ],
    ['HS256 with an empty secret', bearer(authority.forge({ ...header, alg: 'HS256' }, claims, hmac('')))],
    ['RS256 in name, HMAC in fact', bearer(authority.forge(header, claims, hmac(authority.publicKey)))],
    ['RS384 with the good key', await signed({ header: { alg: 'RS384' } })],
    ['RS512 with the good key', await signed({ header: { alg: 'RS512' } })],
    ['PS256 with the good key', await signed({ header: { alg: 'PS256' } })],
    ['ES256', bearer(authority.forge({ ...header, alg: 'ES256' }, claims, es256))],
    ['its own key in the header', bearer(authority.forge({ ...header, kid: 'own', jwk: goodJwk }, claims))],
    [
      'the address of its own keys in the header',
      bearer(authority.forge({ ...header, kid: 'own', jku: `${authority.url}/own/keys` }, claims)),
    ],
    [
      'its own certificate in the header',
      bearer(authority.forge({ ...header, kid: 'own', x5u: `${authority.url}/own/cert`, x5c: ['AAAA'] }, claims)),
    ],
    ['expired ten minutes ago', await signed({ claims: { exp: now - 600 } })],
    ['expired a year ago', await signed({ claims: { nbf: now - 31_600_000, exp: now - 31_536_000 } })],
    ['no expiry', await signed({ claims: { exp: undefined } })],
    ['an expiry that is text', bearer(authority.forge(header, { ...claims, exp: String(now + 3600) }))],
    ['valid in ten minutes', await signed({ claims: { nbf: now + 600 } })],
    ['valid from a day that is text', bearer(authority.forge(header, { ...claims, nbf: 'tomorrow' }))],
    [
      'the service URL of another service',
      await signed({ claims: { serviceurl: 'https://smba.trafficmanager.net/uk/' } }),
    ],
    ['the service URL in another spelling', await signed({ claims: { serviceurl: serviceUrl.toUpperCase() } })],
    ['no service URL', await signed({ claims: { serviceurl: undefined } })],
    ['an empty service URL', await signed({ claims: { serviceurl: '' } })],
    ['the service URL under another name', await signed({ claims: { serviceurl: undefined, serviceUrl } })],
    ['no claims', bearer(authority.forge(header, {}))],
    ['a payload that is a list', bearer(authority.forge(header, [claims]))],
    ['a payload that is text', bearer(authority.forge(header, 'just text'))],
    ['a payload that is null', bearer(authority.forge(header, null))],
    ['a header that is no JSON', bearer(authority.forge('just text', claims))],
    ['a header that is a list', bearer(authority.forge([header], claims))],
    ['issuer and audience in a prototype', bearer(authority.forge(header, `{"__proto__":${JSON.stringify(claims)}}`))],
  ];
}

function es256(input: string): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return signWith('sha256', Buffer.from(input), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
    padding: constants.RSA_PKCS1_PADDING,
  }).toString('base64url');
}
