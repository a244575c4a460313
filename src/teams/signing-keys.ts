import { createPublicKey, type KeyObject } from 'node:crypto';
import { OpenIdMetadata } from 'botframework-connector/lib/auth/openIdMetadata.js';

const keepAtMost = 100;

/**
 * Changes how the SDK looks up the key that signed a token. To be called once, before the first token is checked.
 * - A key that is endorsed for no channel counts as one that does not exist. By itself the SDK takes such a key for every
 *   channel, against the protocol ("verify that the key is endorsed for the activity's channel"). The keys of its second
 *   path carry no endorsements at all, so none of them is taken.
 * - A key is read from its text once and not for every token.
 */
export function prepareSigningKeys(): void {
  const metadata = OpenIdMetadata.prototype;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called below with its own `this`
  const getKey = metadata.getKey;
  const keys = new Map<string, KeyObject>();
  metadata.getKey = async function (keyId) {
    const found = await getKey.call(this, keyId);
    if (!found?.endorsements?.length) return null;
    const key = keys.get(found.key) ?? createPublicKey(found.key);
    if (keys.size >= keepAtMost) keys.clear();
    keys.set(found.key, key);
    return { ...found, key: key as unknown as string }; // handed to jsonwebtoken, which takes both
  };
}
