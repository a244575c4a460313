import { createHash } from 'node:crypto';
import { canonicalJson } from '../ledger/canonical-json.ts';
import type { Policy } from './policy.ts';

/**
 * SHA-256, hexadecimal, of what people read of a policy: the RFC 8785 form of its id, title, version and clauses. What
 * only the bot reads plays no part (the clauses' ids and lines, status, dates and owner of the front matter), so setting a
 * review date asks nobody to sign again; what the document says of itself (`cover`) does, and counts as a change.
 */
export function versionHash({ cover, clauses }: Policy): string {
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
  return createHash('sha256')
    .update(canonicalJson({ id, title, version, clauses: words }))
    .digest('hex');
}
