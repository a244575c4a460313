import { documentText, stateHeadings, stateOrder, totalsText } from '../../cards/signoffs/campaign-words.ts';
import { isOutstanding } from '../../domain/signoffs/signatory.ts';
import type { Campaign } from '../../domain/signoffs/campaign.ts';
import { progressOf, type Progress } from '../../domain/signoffs/progress.ts';
import type { Receipt } from '../../domain/signoffs/receipt.ts';
import type { Signatory } from '../../domain/signoffs/signatory.ts';
import { onOneLine } from '../on-one-line.ts';

/** A campaign with everybody in it. */
export interface ListedCampaign {
  readonly campaign: Campaign;
  readonly signatories: readonly Signatory[];
}

/** Every campaign with its numbers, the newest last. Names nobody. */
export function printCampaigns(campaigns: readonly ListedCampaign[]): string {
  if (campaigns.length === 0) return 'Nobody was asked for a signature yet.\n';
  return campaigns
    .map(({ campaign, signatories }) => {
      const { id, schoolId, state, dueOn, document } = campaign;
      return `${id}  ${schoolId}  ${state}, by ${dueOn}  ${onOneLine(documentText(document))}\n  ${totalsText(progressOf(signatories))}\n`;
    })
    .join('');
}

/** One campaign and the names of those who are outstanding. */
export function printCampaign({ campaign, signatories }: ListedCampaign): string {
  const lines = stateOrder
    .filter((state) => isOutstanding({ state }))
    .flatMap((state) => {
      const own = signatories.filter((one) => one.state === state);
      if (own.length === 0) return [];
      return [
        `${stateHeadings[state]} (${own.length})`,
        ...own.map(({ name, dueOn }) => `  ${onOneLine(name)}, by ${dueOn}`),
      ];
    });
  return `${printCampaigns([{ campaign, signatories }])}${lines.length > 0 ? lines.join('\n') : 'Nobody is outstanding.'}\n`;
}

/** What one person was asked for and signed. */
export function printPerson(rows: readonly PersonRow[]): string {
  if (rows.length === 0) return 'Nobody of that name was ever asked for a signature.\n';
  return rows
    .map(({ signatory, campaign, receipt }) => {
      const { name, state, dueOn } = signatory;
      const signed = receipt ? `${receipt.id} on ${receipt.at.slice(0, 10)}` : `by ${dueOn}`;
      return `${onOneLine(name)}  ${campaign.id}  ${stateHeadings[state]}, ${signed}  ${onOneLine(documentText(campaign.document))}\n`;
    })
    .join('');
}

export interface PersonRow {
  readonly signatory: Signatory;
  readonly campaign: Campaign;
  readonly receipt: Receipt | undefined;
}

/** Numbers and what is asked for, without names. */
export function campaignAsJson({ campaign, signatories }: ListedCampaign): object {
  const { id, schoolId, state, openedAt, dueOn, document } = campaign;
  const { title, version, hash } = document;
  const numbers: Progress = progressOf(signatories);
  return { id, school: schoolId, state, openedAt, dueOn, document: { title, version, hash }, numbers };
}
