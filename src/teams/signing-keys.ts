import { createPublicKey } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { OpenIdMetadata } from 'botframework-connector/lib/auth/openIdMetadata.js';

const fetchMs = 5_000;
const pauseMs = 60_000;

interface SigningKey {
  readonly key: string;
  readonly endorsements?: string[];
}

/** A key that was given out, and the published one that it was made of. */
interface GoodKey {
  readonly given: SigningKey;
  readonly published: SigningKey;
}

/**
 * Changes how the SDK looks up the key that signed a token. To be called once, before the first token is checked.
 * - A key that is endorsed for no channel counts as one that does not exist. By itself the SDK takes such a key for every
 *   channel, against the protocol ("verify that the key is endorsed for the activity's channel"). The keys of its second
 *   path carry no endorsements at all, so none of them is taken.
 * - When the published keys cannot be fetched, a key that was good before stays good and the next try is made a minute
 *   later. By itself the SDK turns everybody away once its copy is a day old, and waits for the fetch without a limit.
 * - A key is read from its text once and not for every token, and is the same object until something else is published.
 */
export function prepareSigningKeys(): void {
  const metadata = OpenIdMetadata.prototype;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called below with its own `this`
  const getKey = metadata.getKey;
  const known = new WeakMap<OpenIdMetadata, { readonly good: Map<string, GoodKey>; failedAt: number }>();

  metadata.getKey = async function (keyId) {
    const state = known.get(this) ?? { good: new Map<string, GoodKey>(), failedAt: -Infinity };
    known.set(this, state);
    const last = state.good.get(keyId);
    if (state.good.size > 0 && Date.now() - state.failedAt < pauseMs) {
      if (last) return last.given;
      throw new Error('the published keys could not be fetched a moment ago');
    }
    const found = await inTime(getKey.call(this, keyId)).catch((error: unknown) => {
      state.failedAt = Date.now();
      if (last) return last.published;
      throw error;
    });
    if (!found?.endorsements?.length) {
      state.good.delete(keyId);
      return null;
    }
    if (last && isDeepStrictEqual(found, last.published)) return last.given;
    const given = { ...found, key: createPublicKey(found.key) as unknown as string }; // jsonwebtoken takes both
    state.good.set(keyId, { given, published: found });
    return given;
  };
}

async function inTime<Result>(fetching: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the published keys could not be fetched in time')), fetchMs);
  });
  try {
    return await Promise.race([fetching, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
