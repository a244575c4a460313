import { createHash } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { z } from 'zod/v4';
import type { SealPlace, Sealer } from '../domain/secrecy/sealer.ts';
import type { Caller } from './caller.ts';

/** Something that was composed, and the fingerprint of the plan of it that was shown. */
export interface Packed<Draft> {
  readonly draft: Draft;
  readonly seen: string;
}

export interface SealedDraft<Draft> {
  /** The token; undefined where it is too long for a card. */
  toToken(sealer: Pick<Sealer, 'seal'>, caller: Caller, packed: Packed<Draft>): Promise<string | undefined>;
  /** What was composed; undefined for a token of somebody else, one that was changed or that another version made, or under a
   *  key that is gone. */
  fromToken(sealer: Pick<Sealer, 'open'>, caller: Caller, token: string): Promise<Packed<Draft> | undefined>;
}

const mostBytes = 100_000;

/**
 * What somebody composed, sealed for them alone, so that the buttons of the dry run can carry it and nothing is stored
 * before they open it. `type` names what it is, `longest` the letters that fit the card as often as it carries the token.
 * Brotli knows the words of English, and makes a third less of a message than deflate does.
 */
export function createSealedDraft<Draft>(
  type: string,
  { schema, longest }: { schema: z.ZodType<Draft>; longest: number },
): SealedDraft<Draft> {
  const packedSchema = z.strictObject({ draft: schema, seen: z.string() });

  /** The place names its owner by a hash: it stands on the card in clear. */
  function placeOf({ library, actor }: Caller): SealPlace {
    const id = createHash('sha256').update(`${actor.tenantId}|${actor.objectId}`).digest('hex').slice(0, 32);
    return { schoolId: library.school.id, type, id };
  }

  return {
    async toToken({ seal }, caller, packed) {
      const text = brotliCompressSync(Buffer.from(JSON.stringify(packed))).toString('base64');
      return text.length > longest ? undefined : seal(text, placeOf(caller));
    },
    async fromToken({ open }, caller, token) {
      const text = await open(token, placeOf(caller));
      if (text === undefined) return undefined;
      try {
        const json = brotliDecompressSync(Buffer.from(text, 'base64'), { maxOutputLength: mostBytes }).toString('utf8');
        return packedSchema.safeParse(JSON.parse(json)).data;
      } catch {
        return undefined; // sealed by us, in a way that we do not write any more
      }
    },
  };
}
