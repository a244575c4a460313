import type { Act } from '../delivery/act.ts';
import type { Consequences } from '../delivery/consequences.ts';
import type { PersonKey } from '../people/person-key.ts';
import type { HandedQuestion } from '../questions/handed-question.ts';
import type { Campaign } from './campaign.ts';
import type { Progress } from './progress.ts';
import type { Receipt } from './receipt.ts';
import type { Signatory } from './signatory.ts';

/** What somebody does in a campaign. An act is taken once for each. */
export const signoffDeeds = ['open', 'confirm', 'close', 'sign', 'query', 'decline', 'change', 'refuse'] as const;
export type SignoffDeed = (typeof signoffDeeds)[number];

/** One atomic step. Rows that exist are replaced by their next revision; a row of revision 1 is new. */
export interface SignoffChange {
  readonly schoolId: string;
  /** The person's act that makes it, with the record that it makes; without: a job, which reads before it writes. */
  readonly once?: { readonly act: Act; readonly deed: SignoffDeed; readonly made: string } | undefined;
  readonly at: string;
  readonly campaigns?: readonly Campaign[] | undefined;
  readonly signatories?: readonly Signatory[] | undefined;
  /** New ones. */
  readonly receipts?: readonly Receipt[] | undefined;
  /** A new one, handed over with the change. */
  readonly question?: HandedQuestion | undefined;
  readonly then: Consequences;
}

/**
 * - `recorded`: all of it
 * - `overtaken`: nothing; a row is not of the revision before any more, a person is in the campaign already, a signatory
 *   has a receipt already
 * - `seen`: nothing; the act came before and made the record `made`
 */
export type SignoffRecorded =
  { readonly kind: 'recorded' | 'overtaken' } | { readonly kind: 'seen'; readonly made: string };

/** `not-found`: nothing changed, it is gone already. */
export type Destroyed = 'destroyed' | 'not-found';

/** Campaigns, who is asked in them, and what they signed. Every method is atomic; what resolved is durable. */
export interface SignoffStore {
  /** Every campaign of the school, in the order in which they were opened. */
  campaigns(schoolId: string): Promise<Campaign[]>;
  campaign(schoolId: string, id: string): Promise<Campaign | undefined>;
  /** The campaigns of all schools that are not closed. */
  live(): Promise<Campaign[]>;
  /** Everybody in a campaign, in the order in which they were added. */
  signatories(schoolId: string, campaignId: string): Promise<Signatory[]>;
  /** How many are in each state, by campaign; a campaign in which nobody is is not in it. */
  progress(schoolId: string): Promise<ReadonlyMap<string, Progress>>;
  signatory(schoolId: string, id: string): Promise<Signatory | undefined>;
  /** Where this person is asked or was, in every campaign of the school, in the order in which they were added. */
  signatoriesOf(schoolId: string, person: PersonKey): Promise<Signatory[]>;
  receipts(schoolId: string, campaignId: string): Promise<Receipt[]>;
  receipt(schoolId: string, id: string): Promise<Receipt | undefined>;
  receiptOf(schoolId: string, signatoryId: string): Promise<Receipt | undefined>;
  receiptsOf(schoolId: string, person: PersonKey): Promise<Receipt[]>;
  /** Rejects with a StoreError `taken` when the reference of a new campaign, receipt or question exists: draw another. */
  record(change: SignoffChange): Promise<SignoffRecorded>;
  /** Removes somebody from a campaign, with their receipt and with what the ledger says of that; nothing when they are not there. */
  destroySignatory(name: { readonly schoolId: string; readonly id: string }, then: Consequences): Promise<Destroyed>;
  /** Removes a campaign in which nobody is left; `in-use`, nothing changed, while somebody is. */
  destroyCampaign(
    name: { readonly schoolId: string; readonly id: string },
    then: Consequences,
  ): Promise<Destroyed | 'in-use'>;
}
