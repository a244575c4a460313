import type { EntryDraft, Facts } from '../ledger/entry.ts';
import type { Campaign } from './campaign.ts';

/**
 * What the ledger says of a campaign beside the signatures. Counts and days, and of one person the random id of their row;
 * no names and nothing typed.
 * - `campaign-opened`, `campaign-confirmed`, `campaign-not-confirmed`, `campaign-closed`
 * - `asked-first`: people who were in it and not asked before; `asked-again`: reminders, by `head` or `rhythm`
 * - `audience-changed`: how many joined, left, came back, could not be reached, or can be again
 * - `taken-out`: a list, a report or evidence of it was fetched as a file
 * - `day-moved` (by the head, or of people who are away), `exempted`, `reopened`: one person
 */
export type CampaignEntry =
  | 'campaign-opened'
  | 'campaign-confirmed'
  | 'campaign-not-confirmed'
  | 'campaign-closed'
  | 'asked-first'
  | 'asked-again'
  | 'audience-changed'
  | 'day-moved'
  | 'exempted'
  | 'reopened'
  | 'taken-out';

export function campaignEntry(
  { id, schoolId, document }: Pick<Campaign, 'id' | 'schoolId' | 'document'>,
  kind: CampaignEntry,
  at: string,
  facts: Facts = {},
): EntryDraft {
  const named = { ...(document.kind === 'policy' && { policy: document.policyId }), hash: document.hash };
  return { schoolId, chain: 'signoffs', at, kind, facts: { campaign: id, ...named, ...facts } };
}
