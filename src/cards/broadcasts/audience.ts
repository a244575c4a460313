import { z } from 'zod/v4';
import type { BroadcastAudience } from '../../domain/broadcasts/broadcast.ts';
import { byGroup } from '../../domain/signoffs/by-group.ts';
import type { WhomToAsk } from '../../domain/signoffs/whom-to-ask.ts';
import { defineCard } from '../define-card.ts';
import { PageFields, pageFields, pagesOf, SectionView } from '../signoffs/name-sections.ts';
import type { GroupName } from '../signoffs/progress.ts';
import { AudienceFields, audienceFields, reachedOf, whoNot } from './plan.ts';

const AudienceView = z.strictObject({
  sections: z.array(SectionView),
  ...AudienceFields,
  ...PageFields,
});
export type AudienceView = z.infer<typeof AudienceView>;

/** All names of a dry run, a page at a time: who would get it, by group, and who not and why. */
export const audienceCard = defineCard('broadcasts/audience', AudienceView);

export function toAudienceView(input: {
  names: WhomToAsk;
  audience: BroadcastAudience;
  groups: readonly GroupName[];
  page: number;
}): AudienceView {
  const { names: whom, audience, groups } = input;
  const asked = byGroup(reachedOf(whom.asked), groups).map(({ name, people }) => ({ heading: name, names: people }));
  const not = whoNot(whom).map(({ why, names }) => ({
    heading: `Gets nothing. ${why}`,
    names: names.map((name) => ({ name })),
  }));
  const pages = pagesOf<{ readonly name: string }>([...asked, ...not], { room: 11_000, most: 200 });
  const { at, fields } = pageFields(input.page, pages.length);
  return { sections: pages[at]?.sections ?? [], ...audienceFields(audience), ...fields };
}
