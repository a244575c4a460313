import { FederatedServiceClientCredentialsFactory } from 'botframework-connector';
import type { Credentials } from './sign-in.ts';

/** Longer than a token of the bot lives, so that nothing is asked more often; far shorter than Entra takes the identity's word. */
const renewAfterMs = 2 * 60 * 60 * 1000;

/**
 * The sign-in of an app registration by a managed identity that it trusts. The SDK asks the identity for its word once in the
 * life of a credential, and Entra takes that for a day at most: new credentials take their place every two hours.
 */
export class FederatedCredentialsFactory extends FederatedServiceClientCredentialsFactory {
  override createCredentials(appId: string, audience: string): Promise<Credentials> {
    return Promise.resolve(renewed(() => super.createCredentials(appId, audience), Date.now));
  }
}

/** Credentials that are made when first used and anew every two hours; one that could not be made is not kept. */
export function renewed(make: () => Promise<Credentials>, now: () => number): Credentials {
  let own: { readonly madeAt: number; readonly made: Promise<Credentials> } | undefined;
  return {
    async signRequest(request) {
      if (!own || now() - own.madeAt >= renewAfterMs) own = { madeAt: now(), made: make() };
      const used = own;
      try {
        return await (await used.made).signRequest(request);
      } catch (error) {
        if (own === used) own = undefined; // the next request asks anew
        throw error;
      }
    },
  };
}
