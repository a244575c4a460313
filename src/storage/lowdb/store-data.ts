import { z } from 'zod/v4';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import type { ChainName, Checkpoint, LedgerEntry } from '../../domain/ledger/entry.ts';
import type { ConversationAddress, StaffTeam } from '../../domain/people/person-store.ts';
import type { Gap, HandedQuestion } from '../../domain/questions/handed-question.ts';
import { createRows, type Rows } from './rows.ts';
import * as stored from '../stored-rows.ts';

/** The whole store: one section per feature, so that facts of several features can share one durable write. */
export interface StoreData {
  readonly people: {
    readonly staffTeams: Rows<StaffTeam>;
    readonly upns: Rows<stored.StoredUpn>;
    readonly addresses: Rows<ConversationAddress>;
  };
  readonly inbox: { readonly acts: Rows<stored.StoredAct> };
  /** `owed` are those that may still be sent; the order of the rows is the order in which they were recorded. */
  readonly deliveries: { readonly owed: Rows<Delivery>; readonly ended: Rows<Delivery> };
  readonly questions: {
    readonly handed: Rows<HandedQuestion>;
    readonly marks: Rows<stored.StoredMark>;
    readonly gaps: Rows<Gap>;
  };
  readonly ledger: {
    readonly entries: Rows<LedgerEntry>;
    readonly heads: Rows<stored.StoredHead>;
    readonly checkpoints: Rows<Checkpoint>;
  };
}

/** The keys of the rows. A space stands in none of the ids that are joined here. */
export const keys = {
  team: ({ tenantId, teamId }: Pick<StaffTeam, 'tenantId' | 'teamId'>) => `${tenantId} ${teamId}`,
  upn: ({ tenantId, upn }: Pick<stored.StoredUpn, 'tenantId' | 'upn'>) => `${tenantId} ${upn}`,
  person: ({ tenantId, objectId }: { tenantId: string; objectId: string }) => `${tenantId} ${objectId}`,
  ofSchool: ({ schoolId, id }: { schoolId: string; id: string }) => `${schoolId} ${id}`,
  act: ({ schoolId, name }: Pick<stored.StoredAct, 'schoolId' | 'name'>) => `${schoolId} ${name}`,
  delivery: ({ key }: Pick<Delivery, 'key'>) => key,
  mark: ({ n }: Pick<stored.StoredMark, 'n'>) => String(n),
  chain: ({ schoolId, chain }: ChainName) => `${schoolId} ${chain}`,
  link: ({ schoolId, chain, seq }: ChainName & { readonly seq: number }) => `${schoolId} ${chain} ${seq}`,
};

/** What is in the file. */
export const StoreFile = z.strictObject({
  /** Version 3 has more fields than version 2, none of which a row needs. */
  version: z.union([z.literal(2), z.literal(3)]),
  /** Counts the writes. */
  generation: z.int().min(1),
  savedAt: z.iso.datetime(),
  people: z.strictObject({
    staffTeams: z.array(stored.StoredTeam),
    upns: z.array(stored.StoredUpn),
    addresses: z.array(stored.StoredAddress),
  }),
  inbox: z.strictObject({ acts: z.array(stored.StoredAct) }),
  deliveries: z.strictObject({ owed: z.array(stored.StoredDelivery), ended: z.array(stored.StoredDelivery) }),
  questions: z.strictObject({
    handed: z.array(stored.StoredQuestion),
    marks: z.array(stored.StoredMark),
    gaps: z.array(stored.StoredGap),
  }),
  ledger: z.strictObject({
    entries: z.array(stored.StoredEntry),
    heads: z.array(stored.StoredHead),
    checkpoints: z.array(stored.StoredCheckpoint),
  }),
});
export type StoreFile = z.infer<typeof StoreFile>;

/** The store of what stood in a file. */
export function toStoreData({ people, inbox, deliveries, questions, ledger }: Sections): StoreData {
  return {
    people: {
      staffTeams: createRows(keys.team, people.staffTeams),
      upns: createRows(keys.upn, people.upns),
      addresses: createRows(keys.person, people.addresses),
    },
    inbox: { acts: createRows(keys.act, inbox.acts) },
    deliveries: {
      owed: createRows(keys.delivery, deliveries.owed),
      ended: createRows(keys.delivery, deliveries.ended),
    },
    questions: {
      handed: createRows(keys.ofSchool, questions.handed),
      marks: createRows(keys.mark, questions.marks),
      gaps: createRows(keys.ofSchool, questions.gaps),
    },
    ledger: {
      entries: createRows(keys.link, ledger.entries),
      heads: createRows(keys.chain, ledger.heads),
      checkpoints: createRows(keys.link, ledger.checkpoints),
    },
  };
}

export type Sections = Omit<StoreFile, 'version' | 'generation' | 'savedAt'>;

export const emptySections: Sections = {
  people: { staffTeams: [], upns: [], addresses: [] },
  inbox: { acts: [] },
  deliveries: { owed: [], ended: [] },
  questions: { handed: [], marks: [], gaps: [] },
  ledger: { entries: [], heads: [], checkpoints: [] },
};

/** What a store holds before anything happened. */
export const emptyStore: StoreData = toStoreData(emptySections);
