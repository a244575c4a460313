import { createHash } from 'node:crypto';
import { canonicalJson } from '../ledger/canonical-json.ts';
import type { Policy } from './policy.ts';

/**
 * What people read of a policy: its id, title, version and clauses. What only the bot reads plays no part (the clauses' ids
 * and lines, status, dates and owner of the front matter), so setting a review date asks nobody to sign again; what the
 * document says of itself (`cover`) does, and counts as a change.
 */
export function versionWords({ cover, clauses }: Pick<Policy, 'cover' | 'clauses'>): object {
  const words = clauses.map(({ kind, ref, headingPath, leadIn, column, text, binds }) => ({
    kind,
    headingPath,
    text,
    ...(ref !== undefined && { ref }),
    ...(leadIn !== undefined && { leadIn }),
    ...(column !== undefined && { column }),
    ...(binds !== undefined && { binds }),
  }));
  const { id, title, version } = cover;
  return { id, title, version, clauses: words };
}

/** SHA-256, hexadecimal, of the RFC 8785 form of `versionWords`. */
export function versionHash(policy: Pick<Policy, 'cover' | 'clauses'>): string {
  return createHash('sha256')
    .update(canonicalJson(versionWords(policy)))
    .digest('hex');
}
