import { setImmediate } from 'node:timers/promises';
import type { DrawnFile } from '../domain/files/take-file.ts';
import type { LedgerSigner } from '../domain/ledger/ledger-signer.ts';
import type { LedgerStore } from '../domain/ledger/ledger-store.ts';
import { evidenceLines } from '../domain/signoffs/evidence.ts';
import { gatherEvidence, type EvidenceDesk } from '../domain/signoffs/gather-evidence.ts';

export interface EvidenceDrawDesk extends EvidenceDesk {
  readonly ledger: Pick<LedgerStore, 'head' | 'entries' | 'checkpoints'>;
  /** Signs with the key that signs now. */
  readonly signer: () => Promise<LedgerSigner>;
  now(): Date;
}

/**
 * The evidence of a campaign, the same lines as `staffroom signoffs export --bundle` writes, in pieces: the ledger in it grows
 * with the years. Undefined where there is no such campaign. Rejects where people sign all the while, where the words that
 * were signed cannot be read, and where the key cannot be.
 */
export async function drawEvidence(
  desk: EvidenceDrawDesk,
  { school, campaign }: { school: { readonly id: string; readonly name: string }; campaign: string },
): Promise<DrawnFile | undefined> {
  const gathered = await gatherEvidence(desk, { school, about: { kind: 'campaign', campaign } });
  if (gathered.kind === 'nothing') return undefined;
  if (gathered.kind !== 'gathered') throw new Error(`the evidence could not be gathered: ${gathered.kind}`);
  const { evidence, head } = gathered;
  const lines = evidenceLines(evidence, { ...desk, head, now: desk.now(), signer: await desk.signer() });
  return { name: `${campaign}.jsonl`, type: 'application/x-ndjson', bytes: inPieces(lines) };
}

const pieceOf = 500;

/** So many lines at once; between two pieces others get their turn. */
async function* inPieces(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let piece: string[] = [];
  for await (const line of lines) {
    piece.push(`${line}\n`);
    if (piece.length < pieceOf) continue;
    yield Buffer.from(piece.join(''));
    piece = [];
    await setImmediate();
  }
  yield Buffer.from(piece.join(''));
}
