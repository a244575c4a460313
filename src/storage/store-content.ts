import type { z } from 'zod/v4';
import * as stored from './stored-rows.ts';

/** Every table of a store with the schema of its rows, whichever store keeps them. */
export const contentTables = {
  staffTeams: stored.StoredTeam,
  upns: stored.StoredUpn,
  addresses: stored.StoredAddress,
  acts: stored.StoredAct,
  deliveries: stored.StoredDelivery,
  questions: stored.StoredQuestion,
  /** `n` counts them from 1 on. */
  marks: stored.StoredMark,
  suggestions: stored.StoredSuggestion,
  gaps: stored.StoredGap,
  drafts: stored.StoredDraft,
  reports: stored.StoredReport,
  reportEvents: stored.StoredReportEvent,
  places: stored.StoredPlace,
  absences: stored.StoredAbsence,
  versions: stored.StoredVersion,
  campaigns: stored.StoredCampaign,
  signatories: stored.StoredSignatory,
  receipts: stored.StoredReceipt,
  broadcasts: stored.StoredBroadcast,
  addressees: stored.StoredAddressee,
  reviews: stored.StoredReview,
  slips: stored.StoredSlip,
  entries: stored.StoredEntry,
  checkpoints: stored.StoredCheckpoint,
};
export type TableName = keyof typeof contentTables;
export const tableNames = Object.keys(contentTables) as TableName[]; // Object.keys forgets what it was given

/**
 * All that a store holds at one moment, each table in the order in which its rows were recorded (of a chain: from its
 * first entry on). What can be worked out from the rows, such as where a chain ends, is not in it.
 */
export type StoreContent = { readonly [Name in TableName]: readonly z.infer<(typeof contentTables)[Name]>[] };

/** Takes a whole store out and puts one in. */
export interface StoreTransfer {
  /** What is stored at one moment, while others go on writing. */
  exportAll(): Promise<StoreContent>;
  /** Stores all of `content` in one atomic step; `not-empty`, and no change, when the store holds a row already. */
  importAll(content: StoreContent): Promise<'imported' | 'not-empty'>;
}

/** How many rows each table has. */
export type RowCounts = Readonly<Record<TableName, number>>;

export function countRows(content: StoreContent): RowCounts {
  return Object.fromEntries(tableNames.map((name) => [name, content[name].length])) as RowCounts; // one for each name
}

export function isEmptyContent(content: StoreContent): boolean {
  return tableNames.every((name) => content[name].length === 0);
}
