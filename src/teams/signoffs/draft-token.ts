import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod/v4';
import type { CampaignDraft } from '../../domain/signoffs/campaign-draft.ts';
import type { SealPlace, Sealer } from '../../domain/secrecy/sealer.ts';
import type { Caller } from '../caller.ts';

const Packed = z.strictObject({
  draft: z.strictObject({
    document: z.union([
      z.strictObject({ kind: z.literal('policy'), policyId: z.string() }),
      z.strictObject({
        kind: z.literal('other'),
        title: z.string(),
        edition: z.string(),
        link: z.string(),
        text: z.string(),
        statements: z.array(z.string()),
      }),
    ]),
    groups: z.array(z.string()),
    why: z.string(),
    dueOn: z.string(),
    chaseEvery: z.number().optional(),
    again: z.boolean().optional(),
  }),
  /** The fingerprint of the plan that was shown. */
  seen: z.string(),
});
export type PackedDraft = { readonly draft: CampaignDraft; readonly seen: string };

/** The longest token that fits a card four times, with the names beside it. */
const longest = 1_000;
const mostBytes = 100_000;

/**
 * What the head composed, sealed for them alone, so that the buttons of the dry run can carry it and nothing is stored
 * before they open it. Undefined where it is too long for a card.
 */
export async function toDraftToken(
  { seal }: Pick<Sealer, 'seal'>,
  caller: Caller,
  packed: PackedDraft,
): Promise<string | undefined> {
  const text = deflateRawSync(Buffer.from(JSON.stringify(packed))).toString('base64');
  if (text.length > longest) return undefined;
  return seal(text, placeOf(caller));
}

/** What was composed; undefined for a token of somebody else, one that was changed, or under a key that is gone. */
export async function fromDraftToken(
  { open }: Pick<Sealer, 'open'>,
  caller: Caller,
  token: string,
): Promise<PackedDraft | undefined> {
  const text = await open(token, placeOf(caller));
  if (text === undefined) return undefined;
  const json = inflateRawSync(Buffer.from(text, 'base64'), { maxOutputLength: mostBytes }).toString('utf8');
  return Packed.safeParse(JSON.parse(json)).data;
}

/** The place names its owner by a hash: it stands on the card in clear. */
function placeOf({ library, actor }: Caller): SealPlace {
  const id = createHash('sha256').update(`${actor.tenantId}|${actor.objectId}`).digest('hex').slice(0, 32);
  return { schoolId: library.school.id, type: 'campaign-draft', id };
}
