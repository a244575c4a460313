import { setImmediate as pause } from 'node:timers/promises';
import type { ChainName, Checkpoint, LedgerEntry } from '../domain/ledger/entry.ts';
import type { Head } from '../domain/ledger/entry-fault.ts';
import { verifyChain } from '../domain/ledger/verify-chain.ts';
import { tableNames, type StoreContent, type TableName } from '../storage/store-content.ts';

export type CheckedContent =
  | {
      readonly kind: 'whole';
      readonly chains: readonly (ChainName & Head)[];
      /** Checkpoints that other keys signed than those that are known here. */
      readonly unknownSignatures: number;
    }
  /** `why` is the end of a sentence. */
  | { readonly kind: 'broken'; readonly why: string };

/** What tells the rows of each table apart. A space stands in none of these. */
const names: { readonly [Name in TableName]: (row: StoreContent[Name][number]) => string } = {
  staffTeams: ({ tenantId, teamId }) => `${tenantId} ${teamId}`,
  upns: ({ tenantId, upn }) => `${tenantId} ${upn}`,
  addresses: ({ tenantId, objectId }) => `${tenantId} ${objectId}`,
  acts: ({ schoolId, name }) => `${schoolId} ${name}`,
  deliveries: ({ key }) => key,
  questions: ({ schoolId, id }) => `${schoolId} ${id}`,
  marks: ({ n }) => String(n),
  suggestions: ({ schoolId, id }) => `${schoolId} ${id}`,
  gaps: ({ schoolId, id }) => `${schoolId} ${id}`,
  drafts: ({ schoolId, id }) => `${schoolId} ${id}`,
  reports: ({ schoolId, id }) => `${schoolId} ${id}`,
  reportEvents: ({ schoolId, reportId, seq }) => `${schoolId} ${reportId} ${seq}`,
  places: ({ tenantId, channelId }) => `${tenantId} ${channelId}`,
  absences: ({ schoolId, id }) => `${schoolId} ${id}`,
  versions: ({ schoolId, policyId, hash }) => `${schoolId} ${policyId} ${hash}`,
  campaigns: ({ schoolId, id }) => `${schoolId} ${id}`,
  signatories: ({ schoolId, id }) => `${schoolId} ${id}`,
  receipts: ({ schoolId, id }) => `${schoolId} ${id}`,
  broadcasts: ({ schoolId, id }) => `${schoolId} ${id}`,
  addressees: ({ schoolId, id }) => `${schoolId} ${id}`,
  reviews: ({ schoolId, duty, dueOn }) => `${schoolId} ${duty} ${dueOn}`,
  slips: ({ schoolId, id }) => `${schoolId} ${id}`,
  entries: ({ schoolId, chain, seq }) => `${schoolId} ${chain} ${seq}`,
  checkpoints: ({ schoolId, chain, seq }) => `${schoolId} ${chain} ${seq}`,
};

/**
 * Whether no row is there twice and every chain holds. `keys` are the public keys that are known, by their ids: what one
 * of them signed has to hold; of other checkpoints the place and the hash.
 */
export async function checkContent(content: StoreContent, keys: ReadonlyMap<string, string>): Promise<CheckedContent> {
  const twice = tableNames.find((name) => hasTwice(content, name));
  if (twice) return { kind: 'broken', why: `holds a row twice (${twice})` };
  const chains: (ChainName & Head)[] = [];
  for (const own of chainsOf(content)) {
    const { schoolId, chain, entries, checkpoints } = own;
    const place = `the chain ${chain} of ${schoolId}`;
    const verdict = await verifyChain(ledgerOf(own, keys), own, keys);
    if (verdict.kind === 'broken') {
      return { kind: 'broken', why: `does not hold in ${place}, entry ${verdict.entry}: ${verdict.why}` };
    }
    const stray = checkpoints.find(({ seq, hash }) => entries[seq - 1]?.hash !== hash);
    if (stray) return { kind: 'broken', why: `does not hold in ${place}: the checkpoint after entry ${stray.seq}` };
    if (entries.length !== verdict.head.seq) {
      return { kind: 'broken', why: `does not hold in ${place} after entry ${verdict.head.seq}` };
    }
    if (entries.length > 0) chains.push({ schoolId, chain, ...verdict.head });
  }
  const unknownSignatures = content.checkpoints.filter(({ keyId }) => !keys.has(keyId)).length;
  return { kind: 'whole', chains, unknownSignatures };
}

function hasTwice<Name extends TableName>(content: StoreContent, name: Name): boolean {
  const nameOf: (row: StoreContent[Name][number]) => string = names[name];
  const rows: readonly StoreContent[Name][number][] = content[name];
  return new Set(rows.map(nameOf)).size < rows.length;
}

interface Chain extends ChainName {
  readonly entries: LedgerEntry[];
  readonly checkpoints: Checkpoint[];
}

function chainsOf({ entries, checkpoints }: StoreContent): Chain[] {
  const chains = new Map<string, Chain>();
  const chainOf = ({ schoolId, chain }: ChainName) => {
    const name = `${schoolId} ${chain}`;
    const own = chains.get(name) ?? { schoolId, chain, entries: [], checkpoints: [] };
    chains.set(name, own);
    return own;
  };
  for (const entry of entries) chainOf(entry).entries.push(entry);
  for (const checkpoint of checkpoints) chainOf(checkpoint).checkpoints.push(checkpoint);
  for (const own of chains.values()) {
    own.entries.sort((a, b) => a.seq - b.seq);
    own.checkpoints.sort((a, b) => a.seq - b.seq);
  }
  return [...chains.values()];
}

/** What `verifyChain` reads from, with the checkpoints whose signer is known. */
function ledgerOf({ entries, checkpoints }: Chain, keys: ReadonlyMap<string, string>) {
  return {
    head: () => Promise.resolve(entries.at(-1)),
    entries: async (_: ChainName, from: number, limit: number) => {
      await pause(); // the bot may be serving
      return entries.slice(from - 1, from - 1 + Math.min(limit, 200));
    },
    checkpoints: () => Promise.resolve(checkpoints.filter(({ keyId }) => keys.has(keyId))),
  };
}
