import { canonicalJson } from './canonical-json.ts';
import { isSignedBy, keyIdOf } from './checkpoint.ts';
import type { LedgerKey, LedgerSigner } from './ledger-signer.ts';

/** The signature with which a key puts the next one in its place, as the last thing that it signs. */
export function endorseKey(publicKey: string, since: string, before: LedgerSigner): string {
  return before.sign(canonicalJson(statementOf(publicKey, since, before.keyId)));
}

/** The public keys by their ids, oldest first, up to the first that has not the word of the one before it. */
export function endorsedKeys(keys: readonly LedgerKey[]): ReadonlyMap<string, string> {
  const endorsed = new Map<string, string>();
  let before: LedgerKey | undefined;
  for (const key of keys) {
    const { keyId, publicKey, since = '', endorsement = '' } = key;
    if (before && !isSignedBy(before.publicKey, statementOf(publicKey, since, before.keyId), endorsement)) break;
    endorsed.set(keyId, publicKey);
    before = key;
  }
  return endorsed;
}

function statementOf(publicKey: string, since: string, previous: string) {
  return { keyId: keyIdOf(publicKey), publicKey, since, previous };
}
