import { z } from 'zod/v4';
import type { Campaign } from '../../domain/signoffs/campaign.ts';
import type { Signatory } from '../../domain/signoffs/signatory.ts';
import { isOutstanding } from '../../domain/signoffs/signatory.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { documentText, stateHeadings, stateOrder } from './campaign-words.ts';
import { PageFields, pageFields, pagesOf, SectionView } from './name-sections.ts';

const PeopleView = z.strictObject({
  title: z.string(),
  isEmpty: z.boolean(),
  empty: z.string(),
  sections: z.array(SectionView),
  hasChoices: z.boolean(),
  choices: z.array(z.strictObject({ title: z.string(), value: z.string() })),
  isEverybody: z.boolean(),
  state: z.string(),
  campaign: z.string(),
  ...PageFields,
});
export type PeopleView = z.infer<typeof PeopleView>;

/** Everybody of a campaign by state, or who is outstanding, a page at a time; one of them can be opened. */
export const peopleCard = defineCard('signoffs/people', PeopleView);

/** Each name stands twice: in the text, and as a choice. */
const page = { room: 6_000, most: 25 };

export const peopleShown = ['outstanding', 'all'] as const;
export type PeopleShown = (typeof peopleShown)[number];

export function toPeopleView(input: {
  campaign: Campaign;
  signatories: readonly Signatory[];
  shown: PeopleShown;
  page: number;
}): PeopleView {
  const { campaign, shown } = input;
  const states = shown === 'all' ? stateOrder : stateOrder.filter((state) => isOutstanding({ state }));
  const pages = pagesOf(
    states
      .map((state) => ({
        heading: stateHeadings[state],
        names: input.signatories.filter((one) => one.state === state),
      }))
      .filter(({ names }) => names.length > 0),
    page,
  );
  const { at, fields } = pageFields(input.page, pages.length);
  const { sections = [], names = [] } = pages[at] ?? {};
  return {
    title: documentText(campaign.document),
    isEmpty: names.length === 0,
    empty: shown === 'all' ? 'Nobody is asked.' : 'Nobody is outstanding.',
    sections,
    hasChoices: names.length > 0,
    choices: names.map(({ id, name }) => ({ title: cutText(name, 200), value: id })),
    isEverybody: shown === 'all',
    state: shown,
    campaign: campaign.id,
    ...fields,
  };
}
