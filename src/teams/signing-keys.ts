import { OpenIdMetadata } from 'botframework-connector/lib/auth/openIdMetadata.js';

/**
 * Makes the SDK treat a key that is endorsed for no channel as one that does not exist. By itself it takes such a key
 * for every channel, against the protocol ("verify that the key is endorsed for the activity's channel"). The keys of
 * its second path carry no endorsements at all, so none of them is taken any more. To be called once, before the first
 * token is checked.
 */
export function takeEndorsedKeysOnly(): void {
  const metadata = OpenIdMetadata.prototype;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called below with its own `this`
  const getKey = metadata.getKey;
  metadata.getKey = async function (keyId) {
    const key = await getKey.call(this, keyId);
    return key?.endorsements?.length ? key : null;
  };
}
