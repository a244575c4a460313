import type { PolicyVersion } from '../versions/policy-version.ts';
import { documentName, type Campaign, type SignedDocument } from './campaign.ts';
import { holds } from './holds.ts';
import type { SignoffStore } from './signoff-store.ts';
import { whoIs, type NotAsked, type WhomToAsk } from './whom-to-ask.ts';

/** What was signed of a document in earlier campaigns: of each person the receipts, by `whoIs`. */
export type SignedBefore = ReadonlyMap<string, readonly { readonly receipt: string; readonly hash: string }[]>;

/** Reads what was signed of this document in the school's campaigns but `except`. */
export async function readSignedBefore(
  signoffs: Pick<SignoffStore, 'campaigns' | 'receipts'>,
  schoolId: string,
  { document, except }: { readonly document: SignedDocument; readonly except?: string | undefined },
): Promise<SignedBefore> {
  const isEarlier = (one: Campaign) => one.id !== except && documentName(one.document) === documentName(document);
  const earlier = (await signoffs.campaigns(schoolId)).filter(isEarlier);
  const receipts = await Promise.all(earlier.map(({ id }) => signoffs.receipts(schoolId, id)));
  const before = new Map<string, { receipt: string; hash: string }[]>();
  for (const one of receipts.flat()) {
    const signed = { receipt: one.id, hash: one.document.hash };
    before.set(whoIs(one), [...(before.get(whoIs(one)) ?? []), signed]);
  }
  return before;
}

/** The same people, without those whose signature of `document` still holds: they are not asked. */
export function withoutHolding(
  { asked, notAsked }: WhomToAsk,
  document: SignedDocument,
  before: SignedBefore,
  versions: readonly PolicyVersion[],
): WhomToAsk {
  const stillHolds = new Map<string, boolean>();
  const isHeld = (hash: string) => {
    const known = stillHolds.get(hash) ?? holdsFor(document, hash, versions);
    stillHolds.set(hash, known);
    return known;
  };
  const held = asked.flatMap((one): NotAsked[] => {
    const signed = before.get(whoIs(one))?.findLast(({ hash }) => isHeld(hash));
    return signed ? [{ ...one, why: 'holds', receipt: signed.receipt }] : [];
  });
  if (held.length === 0) return { asked, notAsked };
  const isAsked = new Set(held.map(whoIs));
  return { asked: asked.filter((one) => !isAsked.has(whoIs(one))), notAsked: [...held, ...notAsked] };
}

function holdsFor(document: SignedDocument, hash: string, versions: readonly PolicyVersion[]): boolean {
  return (
    hash === document.hash || (document.kind === 'policy' && holds({ policyId: document.policyId, hash }, versions))
  );
}
