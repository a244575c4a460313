import type { Places } from '../../config.ts';
import { schoolsAtRest } from '../../domain/people/asking-time.ts';
import { needsSomebody } from '../../domain/delivery/needs-somebody.ts';
import type { DeliveryFacts } from '../../domain/health/check-deliveries.ts';
import type { LedgerFacts } from '../../domain/health/check-ledgers.ts';
import type { ChannelFacts } from '../../domain/health/check-channels.ts';
import type { ReachFacts } from '../../domain/health/check-reach.ts';
import type { ReviewFacts } from '../../domain/health/check-reviews.ts';
import type { SignoffFacts } from '../../domain/health/check-signoffs.ts';
import type { StaffFacts } from '../../domain/health/check-staff.ts';
import type { StoreFacts } from '../../domain/health/check-store.ts';
import type { ChainName } from '../../domain/ledger/entry.ts';
import { endorsedKeys } from '../../domain/ledger/ledger-keys.ts';
import type { LedgerStore } from '../../domain/ledger/ledger-store.ts';
import { verifyChain } from '../../domain/ledger/verify-chain.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import { createSigner } from '../../keys/create-signer.ts';
import { sealedUnder } from '../../keys/create-sealer.ts';
import type { KeyRing } from '../../keys/key-ring.ts';
import { openSnapshot, type StoreSnapshot } from '../../storage/open-snapshot.ts';
import { gatherReviews } from './gather-reviews.ts';
import { gatherSafeguarding } from './gather-safeguarding.ts';
import { gatherSignoffs } from './gather-signoffs.ts';
import { StoreError } from '../../storage/store-error.ts';

export interface GatheredStore {
  readonly facts: StoreFacts;
  /** What is in a store that can be read. */
  readonly content?: {
    readonly ledgers: readonly LedgerFacts[];
    readonly lastEntry?: Date | undefined;
    readonly deliveries: DeliveryFacts;
    readonly staff: readonly StaffFacts[];
    readonly channels: readonly ChannelFacts[];
    readonly reach: readonly ReachFacts[];
    readonly signoffs: readonly SignoffFacts[];
    readonly reviews: readonly ReviewFacts[];
    /** How many sealed texts the ring opens nothing of. */
    readonly unreadable: number;
  };
}

/** Looks into the store without its lock. `ring` are the keys, where there are any; without them no signature counts. */
export async function gatherStore(
  { dataDir, databaseUrl }: Pick<Places, 'dataDir' | 'databaseUrl'>,
  { libraries, ring, now }: { libraries: readonly SchoolLibrary[]; ring: KeyRing | undefined; now: Date },
): Promise<GatheredStore> {
  let store: StoreSnapshot | undefined;
  try {
    store = await openSnapshot({ dataDir, databaseUrl });
    if (!store) return { facts: { kind: 'missing' } };
    const { kind, health, older } = store;
    const facts: StoreFacts = { kind: 'open', in: kind, ...health, why: older?.why };
    return { facts, content: await contentOf(store, { libraries, ring, now }) };
  } catch (error) {
    if (error instanceof StoreError) return { facts: { kind: 'unusable', message: error.message } };
    throw error;
  } finally {
    await store?.close();
  }
}

async function contentOf(
  { ports }: StoreSnapshot,
  { libraries, ring, now }: { libraries: readonly SchoolLibrary[]; ring: KeyRing | undefined; now: Date },
) {
  const schools = libraries.map(({ school }) => school);
  const schoolIds = schools.map(({ id }) => id);
  const { ledger, deliveries, persons, questions, incidents } = ports;
  const chains = await ledger.chains();
  const ledgers: LedgerFacts[] = [];
  for (const name of chains) ledgers.push(await examineChain(ledger, name, ring));
  const lastEntries = await Promise.all(chains.map((name) => lastEntryOf(ledger, name)));
  const lastEntry = lastEntries.sort((a, b) => a.getTime() - b.getTime()).at(-1);
  const teams = await persons.staffTeams();
  const staff = schoolIds.map((schoolId) => ({
    schoolId,
    refreshedAt: teams.filter((team) => team.schoolId === schoolId).map(({ refreshedAt }) => refreshedAt),
  }));
  const known = new Set<string | undefined>(ring?.wrapping.map(({ kid }) => kid));
  const everySchool = new Set([...schoolIds, ...chains.map(({ schoolId }) => schoolId)]);
  const sealed = (
    await Promise.all([...everySchool].flatMap((id) => [questions.sealed(id), incidents.sealed(id)]))
  ).flat();
  const unreadable = sealed.filter(({ sealedText }) => !known.has(sealedUnder(sealedText))).length;
  const outbox = {
    ...(await deliveries.summary({ atRest: schoolsAtRest(schools, now) })),
    unsure: (await deliveries.unsure()).filter(needsSomebody),
  };
  const safeguarding = await gatherSafeguarding(ports, schools);
  const signoffs = await gatherSignoffs(ports, schoolIds);
  const reviews = await gatherReviews(ports, libraries, now);
  return { ledgers, lastEntry, deliveries: outbox, staff, ...safeguarding, signoffs, reviews, unreadable };
}

async function examineChain(ledger: LedgerStore, name: ChainName, ring: KeyRing | undefined): Promise<LedgerFacts> {
  const keys = endorsedKeys(ring ? createSigner(ring).keys : []);
  const checkpoints = await ledger.checkpoints(name);
  const known = checkpoints.filter(({ keyId }) => keys.has(keyId));
  const found = await verifyChain({ ...ledger, checkpoints: () => Promise.resolve(known) }, name, keys);
  const other = ring && checkpoints.find(({ keyId }) => !keys.has(keyId));
  const verdict = found.kind === 'whole' && other ? ({ kind: 'other-key', keyId: other.keyId } as const) : found;
  const [uncovered] = await ledger.entries(name, (checkpoints.at(-1)?.seq ?? 0) + 1, 1);
  return { ...name, verdict, uncoveredSince: uncovered?.at };
}

async function lastEntryOf(ledger: LedgerStore, name: ChainName): Promise<Date> {
  const head = await ledger.head(name);
  const [last] = await ledger.entries(name, head?.seq ?? 1, 1);
  return new Date(last?.at ?? 0);
}
