import { createHash } from 'node:crypto';
import type { DraftClause } from './read-clauses.ts';

const base32 = 'abcdefghijklmnopqrstuvwxyz234567';
const shortest = 6;

/**
 * The id of every draft, in order: the one that is written, else one made from the policy's id, the heading path, the
 * words and how many clauses before it have the same; longer where two would be equal. Numbers as printed play no
 * part, so ids survive renumbering. The same file always gets the same ids.
 */
export function clauseIds(drafts: readonly DraftClause[], policyId: string): string[] {
  const taken = new Set(drafts.flatMap(({ span }) => span.id ?? []));
  const seen = new Map<string, number>();
  return drafts.map(({ span, clause }) => {
    const place = [policyId, ...clause.headingPath, clause.text].join('\u0000');
    const occurrence = seen.get(place) ?? 0;
    seen.set(place, occurrence + 1);
    if (span.id) return span.id;
    const digest = encode(createHash('sha256').update(`${place}\u0000${occurrence}`).digest());
    let length = shortest;
    while (taken.has(digest.slice(0, length))) length++;
    const id = digest.slice(0, length);
    taken.add(id);
    return id;
  });
}

/** RFC 4648 base32 in lower case; bits that do not fill a character at the end are left out. */
function encode(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) text += base32.charAt((held >> (bits - 5)) & 31);
  }
  return text;
}
