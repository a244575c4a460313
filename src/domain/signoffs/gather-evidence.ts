import type { Head } from '../ledger/entry-fault.ts';
import type { LedgerStore } from '../ledger/ledger-store.ts';
import { versionWords } from '../policies/version-hash.ts';
import type { VersionName, VersionStore } from '../versions/policy-version.ts';
import { readVersion } from '../versions/read-version.ts';
import type { Campaign } from './campaign.ts';
import { documentWords } from './document-hash.ts';
import type { Evidence, EvidenceAbout } from './evidence.ts';
import type { Receipt } from './receipt.ts';
import type { Signatory } from './signatory.ts';
import type { SignoffStore } from './signoff-store.ts';

export interface EvidenceDesk {
  readonly signoffs: Pick<SignoffStore, 'campaigns' | 'signatories' | 'receipts'>;
  readonly versions: Pick<VersionStore, 'text'>;
  readonly ledger: Pick<LedgerStore, 'head'>;
}

/**
 * - `gathered`: what a bundle holds, and where the ledger ended once all of it had been read
 * - `nothing`: the ledger of sign-offs has no entries, or there is no such campaign
 * - `busy`: people signed all the while, so that rows and ledger never were of one moment; try again
 * - `unreadable`: a receipt binds words that cannot be made again from what is stored; a bundle without them proves nothing
 */
export type Gathered =
  | { readonly kind: 'gathered'; readonly evidence: Evidence; readonly head: Head }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'unreadable'; readonly documents: readonly string[] };

/**
 * Reads the sign-offs of a school, of one campaign or of one person, with the words that their receipts bind. `isTheirs`
 * tells a person's rows. Changes nothing.
 */
export async function gatherEvidence(desk: EvidenceDesk, asked: EvidenceAsked): Promise<Gathered> {
  const name = { schoolId: asked.school.id, chain: 'signoffs' } as const;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const head = await desk.ledger.head(name);
    if (!head) return { kind: 'nothing' };
    const gathered = await gather(desk, asked);
    if (gathered.kind !== 'gathered') return gathered;
    // With no entry added between, what was read is what the ledger has up to there.
    if ((await desk.ledger.head(name))?.seq === head.seq) return { ...gathered, head };
  }
  return { kind: 'busy' };
}

const tries = 10;

export interface EvidenceAsked {
  readonly school: { readonly id: string; readonly name: string };
  readonly about: EvidenceAbout;
  readonly isTheirs?: ((row: Pick<Signatory, 'person' | 'listed'>) => boolean) | undefined;
}

async function gather(
  { signoffs, versions }: EvidenceDesk,
  { school, about, isTheirs = () => true }: EvidenceAsked,
): Promise<Exclude<Gathered, { kind: 'gathered' | 'busy' }> | { kind: 'gathered'; evidence: Evidence }> {
  const all = await signoffs.campaigns(school.id);
  const wanted = about.kind === 'campaign' ? all.filter(({ id }) => id === about.campaign) : all;
  if (wanted.length === 0) return { kind: 'nothing' };
  const receipts: Receipt[] = [];
  const signatories: Signatory[] = [];
  for (const { id } of wanted) {
    receipts.push(...(await signoffs.receipts(school.id, id)).filter(isTheirs));
    signatories.push(...(await signoffs.signatories(school.id, id)).filter(isTheirs));
  }
  const isTold = ({ id }: Campaign) => about.kind !== 'person' || signatories.some((one) => one.campaignId === id);
  const campaigns = wanted.filter(isTold);
  const { words, missing } = await wordsOf(versions, campaigns, receipts);
  if (missing.length > 0) return { kind: 'unreadable', documents: missing };
  const evidence = { schoolId: school.id, school: school.name, about, words, campaigns, signatories, receipts };
  return { kind: 'gathered', evidence };
}

/** The words of every document of these campaigns, each once; those that a receipt binds and that nobody can read are missing. */
async function wordsOf(
  versions: EvidenceDesk['versions'],
  campaigns: readonly Campaign[],
  receipts: readonly Receipt[],
): Promise<{ words: object[]; missing: string[] }> {
  const words = new Map<string, object>();
  const missing = new Map<string, string>();
  for (const { document, schoolId } of campaigns) {
    const { hash, title, version } = document;
    if (words.has(hash) || missing.has(hash)) continue;
    const found =
      document.kind === 'other' ? documentWords(document) : await policyWords(versions, { ...document, schoolId });
    if (found) words.set(hash, found);
    else if (receipts.some((one) => one.document.hash === hash)) missing.set(hash, `${title}, ${version}`);
  }
  return { words: [...words.values()], missing: [...missing.values()] };
}

async function policyWords(versions: EvidenceDesk['versions'], name: VersionName): Promise<object | undefined> {
  const policy = await readVersion(versions, name);
  return policy && versionWords(policy);
}
