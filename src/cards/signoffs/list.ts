import { z } from 'zod/v4';
import type { Campaign } from '../../domain/signoffs/campaign.ts';
import type { Progress } from '../../domain/signoffs/progress.ts';
import { defineCard } from '../define-card.ts';
import { documentText, peopleText, standingText } from './campaign-words.ts';
import { PageFields, pageFields } from './name-sections.ts';

const ListView = z.strictObject({
  isEmpty: z.boolean(),
  empty: z.string(),
  rows: z.array(
    z.strictObject({
      name: z.string(),
      standing: z.string(),
      numbers: z.string(),
      button: z.string(),
      campaign: z.string(),
    }),
  ),
  ...PageFields,
});
export type CampaignsView = z.infer<typeof ListView>;

/** The sign-offs of a school. */
export const campaignsCard = defineCard('signoffs/list', ListView);

const perPage = 6;

/** Those that are not closed first, then the newest. */
export function toCampaignsView(
  campaigns: readonly { readonly campaign: Campaign; readonly progress: Progress }[],
  page: number,
): CampaignsView {
  const rows = [...campaigns].reverse();
  rows.sort((one, other) => Number(one.campaign.state === 'closed') - Number(other.campaign.state === 'closed'));
  const { at, fields } = pageFields(page, Math.max(1, Math.ceil(rows.length / perPage)));
  return {
    isEmpty: rows.length === 0,
    empty: 'Nobody was asked for a signature yet.',
    rows: rows.slice(at * perPage, (at + 1) * perPage).map(({ campaign, progress }) => ({
      name: documentText(campaign.document),
      standing: `${campaign.id} · ${standingText(campaign)}`,
      numbers: `${progress.signed} of ${peopleText(progress.audience)} signed`,
      button: `Open ${campaign.id}`,
      campaign: campaign.id,
    })),
    ...fields,
  };
}
