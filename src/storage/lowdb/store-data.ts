import { z } from 'zod/v4';
import type { Addressee } from '../../domain/broadcasts/addressee.ts';
import type { Broadcast } from '../../domain/broadcasts/broadcast.ts';
import type { Delivery } from '../../domain/delivery/delivery.ts';
import type { FileOffer } from '../../domain/files/file-offer.ts';
import type { IncidentDraft } from '../../domain/incidents/incident-draft.ts';
import type { SafeguardingPlace } from '../../domain/incidents/safeguarding-place.ts';
import type { ChainName, Checkpoint, LedgerEntry } from '../../domain/ledger/entry.ts';
import type { Absence } from '../../domain/people/absence.ts';
import type { ConversationAddress, StaffTeam } from '../../domain/people/person-store.ts';
import type { RetentionMemo } from '../../domain/records/retention-store.ts';
import type { Review } from '../../domain/reviews/review.ts';
import type { Campaign } from '../../domain/signoffs/campaign.ts';
import type { Receipt } from '../../domain/signoffs/receipt.ts';
import type { Signatory } from '../../domain/signoffs/signatory.ts';
import type { Slip } from '../../domain/slips/slip.ts';
import type { Gap, HandedQuestion, Suggestion } from '../../domain/questions/handed-question.ts';
import { createRows, type Rows } from './rows.ts';
import * as stored from '../stored-rows.ts';

/** The whole store: one section per feature, so that facts of several features can share one durable write. */
export interface StoreData {
  readonly people: {
    readonly staffTeams: Rows<StaffTeam>;
    readonly upns: Rows<stored.StoredUpn>;
    readonly addresses: Rows<ConversationAddress>;
    readonly absences: Rows<Absence>;
  };
  readonly inbox: { readonly acts: Rows<stored.StoredAct> };
  /** `owed` are those that may still be sent; the order of the rows is the order in which they were recorded. */
  readonly deliveries: { readonly owed: Rows<Delivery>; readonly ended: Rows<Delivery> };
  readonly questions: {
    readonly handed: Rows<HandedQuestion>;
    readonly marks: Rows<stored.StoredMark>;
    readonly suggestions: Rows<Suggestion>;
    readonly gaps: Rows<Gap>;
  };
  readonly incidents: {
    readonly drafts: Rows<IncidentDraft>;
    readonly reports: Rows<stored.StoredReport>;
    readonly events: Rows<stored.StoredReportEvent>;
    readonly places: Rows<SafeguardingPlace>;
  };
  readonly policies: { readonly versions: Rows<stored.StoredVersion> };
  readonly signoffs: {
    readonly campaigns: Rows<Campaign>;
    readonly signatories: Rows<Signatory>;
    readonly receipts: Rows<Receipt>;
  };
  readonly broadcasts: { readonly sent: Rows<Broadcast>; readonly addressees: Rows<Addressee> };
  readonly reviews: { readonly rows: Rows<Review> };
  readonly slips: { readonly rows: Rows<Slip> };
  readonly files: { readonly offers: Rows<FileOffer> };
  readonly retention: { readonly memos: Rows<RetentionMemo> };
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
  event: ({ schoolId, reportId, seq }: Pick<stored.StoredReportEvent, 'schoolId' | 'reportId' | 'seq'>) =>
    `${schoolId} ${reportId} ${seq}`,
  place: ({ tenantId, channelId }: Pick<SafeguardingPlace, 'tenantId' | 'channelId'>) => `${tenantId} ${channelId}`,
  version: ({ schoolId, policyId, hash }: Pick<stored.StoredVersion, 'schoolId' | 'policyId' | 'hash'>) =>
    `${schoolId} ${policyId} ${hash}`,
  review: ({ schoolId, duty, dueOn }: Pick<Review, 'schoolId' | 'duty' | 'dueOn'>) => `${schoolId} ${duty} ${dueOn}`,
  offer: ({ id }: Pick<FileOffer, 'id'>) => id,
  memo: ({ name }: Pick<RetentionMemo, 'name'>) => name,
  act: ({ schoolId, name }: Pick<stored.StoredAct, 'schoolId' | 'name'>) => `${schoolId} ${name}`,
  delivery: ({ key }: Pick<Delivery, 'key'>) => key,
  mark: ({ n }: Pick<stored.StoredMark, 'n'>) => String(n),
  chain: ({ schoolId, chain }: ChainName) => `${schoolId} ${chain}`,
  link: ({ schoolId, chain, seq }: ChainName & { readonly seq: number }) => `${schoolId} ${chain} ${seq}`,
};

/** The version of the file that is written. */
export const storeVersion = 11;

/** What is in the file. */
export const StoreFile = z.strictObject({
  version: z.literal(storeVersion),
  /** Counts the writes. */
  generation: z.int().min(1),
  savedAt: z.iso.datetime(),
  people: z.strictObject({
    staffTeams: z.array(stored.StoredTeam),
    upns: z.array(stored.StoredUpn),
    addresses: z.array(stored.StoredAddress),
    absences: z.array(stored.StoredAbsence),
  }),
  inbox: z.strictObject({ acts: z.array(stored.StoredAct) }),
  deliveries: z.strictObject({ owed: z.array(stored.StoredDelivery), ended: z.array(stored.StoredDelivery) }),
  questions: z.strictObject({
    handed: z.array(stored.StoredQuestion),
    marks: z.array(stored.StoredMark),
    suggestions: z.array(stored.StoredSuggestion),
    gaps: z.array(stored.StoredGap),
  }),
  incidents: z.strictObject({
    drafts: z.array(stored.StoredDraft),
    reports: z.array(stored.StoredReport),
    events: z.array(stored.StoredReportEvent),
    places: z.array(stored.StoredPlace),
  }),
  policies: z.strictObject({ versions: z.array(stored.StoredVersion) }),
  signoffs: z.strictObject({
    campaigns: z.array(stored.StoredCampaign),
    signatories: z.array(stored.StoredSignatory),
    receipts: z.array(stored.StoredReceipt),
  }),
  broadcasts: z.strictObject({
    sent: z.array(stored.StoredBroadcast),
    addressees: z.array(stored.StoredAddressee),
  }),
  reviews: z.strictObject({ rows: z.array(stored.StoredReview) }),
  slips: z.strictObject({ rows: z.array(stored.StoredSlip) }),
  files: z.strictObject({ offers: z.array(stored.StoredFileOffer) }),
  retention: z.strictObject({ memos: z.array(stored.StoredMemo) }),
  ledger: z.strictObject({
    entries: z.array(stored.StoredEntry),
    heads: z.array(stored.StoredHead),
    checkpoints: z.array(stored.StoredCheckpoint),
  }),
});
export type StoreFile = z.infer<typeof StoreFile>;

/** The store of what stood in a file. */
export function toStoreData({
  people,
  inbox,
  deliveries,
  questions,
  incidents,
  policies,
  signoffs,
  broadcasts,
  reviews,
  slips,
  files,
  retention,
  ledger,
}: Sections): StoreData {
  return {
    people: {
      staffTeams: createRows(keys.team, people.staffTeams),
      upns: createRows(keys.upn, people.upns),
      addresses: createRows(keys.person, people.addresses),
      absences: createRows(keys.ofSchool, people.absences),
    },
    inbox: { acts: createRows(keys.act, inbox.acts) },
    deliveries: {
      owed: createRows(keys.delivery, deliveries.owed),
      ended: createRows(keys.delivery, deliveries.ended),
    },
    questions: {
      handed: createRows(keys.ofSchool, questions.handed),
      marks: createRows(keys.mark, questions.marks),
      suggestions: createRows(keys.ofSchool, questions.suggestions),
      gaps: createRows(keys.ofSchool, questions.gaps),
    },
    incidents: {
      drafts: createRows(keys.ofSchool, incidents.drafts),
      reports: createRows(keys.ofSchool, incidents.reports),
      events: createRows(keys.event, incidents.events),
      places: createRows(keys.place, incidents.places),
    },
    policies: { versions: createRows(keys.version, policies.versions) },
    signoffs: {
      campaigns: createRows(keys.ofSchool, signoffs.campaigns),
      signatories: createRows(keys.ofSchool, signoffs.signatories),
      receipts: createRows(keys.ofSchool, signoffs.receipts),
    },
    broadcasts: {
      sent: createRows(keys.ofSchool, broadcasts.sent),
      addressees: createRows(keys.ofSchool, broadcasts.addressees),
    },
    reviews: { rows: createRows(keys.review, reviews.rows) },
    slips: { rows: createRows(keys.ofSchool, slips.rows) },
    files: { offers: createRows(keys.offer, files.offers) },
    retention: { memos: createRows(keys.memo, retention.memos) },
    ledger: {
      entries: createRows(keys.link, ledger.entries),
      heads: createRows(keys.chain, ledger.heads),
      checkpoints: createRows(keys.link, ledger.checkpoints),
    },
  };
}

export type Sections = Omit<StoreFile, 'version' | 'generation' | 'savedAt'>;

export const emptySections: Sections = {
  people: { staffTeams: [], upns: [], addresses: [], absences: [] },
  inbox: { acts: [] },
  deliveries: { owed: [], ended: [] },
  questions: { handed: [], marks: [], suggestions: [], gaps: [] },
  incidents: { drafts: [], reports: [], events: [], places: [] },
  policies: { versions: [] },
  signoffs: { campaigns: [], signatories: [], receipts: [] },
  broadcasts: { sent: [], addressees: [] },
  reviews: { rows: [] },
  slips: { rows: [] },
  files: { offers: [] },
  retention: { memos: [] },
  ledger: { entries: [], heads: [], checkpoints: [] },
};

/** What a store holds before anything happened. */
export const emptyStore: StoreData = toStoreData(emptySections);
