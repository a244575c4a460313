import { createHash } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { z } from 'zod/v4';
import type { BroadcastDraft } from '../../domain/broadcasts/broadcast-draft.ts';
import { broadcastButtons, broadcastTemplates } from '../../domain/broadcasts/broadcast.ts';
import type { SealPlace, Sealer } from '../../domain/secrecy/sealer.ts';
import type { Caller } from '../caller.ts';

const Packed = z.strictObject({
  draft: z.strictObject({
    template: z.enum(broadcastTemplates),
    policyId: z.string().optional(),
    clauseId: z.string().optional(),
    message: z.string(),
    buttons: z.array(z.enum(broadcastButtons)),
    audience: z.union([
      z.strictObject({ kind: z.literal('everybody') }),
      z.strictObject({ kind: z.literal('groups'), groups: z.array(z.string()) }),
      z.strictObject({ kind: z.literal('unsigned'), campaignId: z.string() }),
    ]),
    channel: z.boolean(),
    sendAt: z.string().optional(),
  }),
  /** The fingerprint of the plan that was shown. */
  seen: z.string(),
});
export type PackedBroadcast = { readonly draft: BroadcastDraft; readonly seen: string };

/** The longest that fits a card six times, with the message and names beside it: more than 1,200 letters of English take. */
const longest = 900;
const mostBytes = 100_000;

/**
 * What was composed, sealed for its author alone, so that the buttons of the dry run can carry it and nothing is stored
 * before it is sent. Brotli knows the words of English, and makes a third less of a message than deflate does. Undefined
 * where it is too long for a card.
 */
export async function toBroadcastToken(
  { seal }: Pick<Sealer, 'seal'>,
  caller: Caller,
  packed: PackedBroadcast,
): Promise<string | undefined> {
  const text = brotliCompressSync(Buffer.from(JSON.stringify(packed))).toString('base64');
  if (text.length > longest) return undefined;
  return seal(text, placeOf(caller));
}

/** What was composed; undefined for a token of somebody else, one that was changed, or under a key that is gone. */
export async function fromBroadcastToken(
  { open }: Pick<Sealer, 'open'>,
  caller: Caller,
  token: string,
): Promise<PackedBroadcast | undefined> {
  const text = await open(token, placeOf(caller));
  if (text === undefined) return undefined;
  const json = brotliDecompressSync(Buffer.from(text, 'base64'), { maxOutputLength: mostBytes }).toString('utf8');
  return Packed.safeParse(JSON.parse(json)).data;
}

/** The place names its owner by a hash: it stands on the card in clear. */
function placeOf({ library, actor }: Caller): SealPlace {
  const id = createHash('sha256').update(`${actor.tenantId}|${actor.objectId}`).digest('hex').slice(0, 32);
  return { schoolId: library.school.id, type: 'broadcast-draft', id };
}
