import { z } from 'zod/v4';
import type { CampaignPlan } from '../../domain/signoffs/plan-campaign.ts';
import { notAskedReasons } from '../../domain/signoffs/whom-to-ask.ts';
import { defineCard } from '../define-card.ts';
import { documentText } from './campaign-words.ts';
import { groupSections, PageFields, pageFields, pagesOf, SectionView } from './name-sections.ts';
import { whyNotText } from './plan.ts';

const AudienceView = z.strictObject({
  title: z.string(),
  sections: z.array(SectionView),
  policy: z.string(),
  groups: z.string(),
  ...PageFields,
});
export type AudienceView = z.infer<typeof AudienceView>;

/** All names of a dry run, a page at a time: who would be asked, by group, and who not and why. */
export const audienceCard = defineCard('signoffs/audience', AudienceView);

export function toAudienceView(input: {
  plan: CampaignPlan;
  policy: string;
  groups: readonly string[];
  page: number;
}): AudienceView {
  const { plan, policy, groups } = input;
  const notAsked = notAskedReasons.map((why) => ({
    heading: `Not asked. ${whyNotText(why)}`,
    names: plan.notAsked.filter((one) => one.why === why).map(({ name }) => ({ name })),
  }));
  const asked = groupSections(plan.byGroup).map(({ heading, names }) => ({
    heading,
    names: names.map((name) => ({ name })),
  }));
  const pages = pagesOf(
    [...asked, ...notAsked].filter(({ names }) => names.length > 0),
    { room: 16_000, most: 200 },
  );
  const { at, fields } = pageFields(input.page, pages.length);
  return {
    title:
      plan.document?.kind === 'policy' ? `Who would be asked: ${documentText(plan.document)}` : 'Who would be asked',
    sections: pages[at]?.sections ?? [],
    policy,
    groups: groups.join(',').slice(0, 1_000),
    ...fields,
  };
}
