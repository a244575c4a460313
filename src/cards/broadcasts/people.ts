import { z } from 'zod/v4';
import type { AddresseeRow } from '../../domain/broadcasts/broadcast-store.ts';
import type { Broadcast } from '../../domain/broadcasts/broadcast.ts';
import { defineCard } from '../define-card.ts';
import { PageFields, pageFields, pagesOf, SectionView } from '../signoffs/name-sections.ts';
import { broadcastTitle, type About } from './broadcast-words.ts';
import { missedSections, stateSections } from './missed-sections.ts';

const PeopleView = z.strictObject({
  title: z.string(),
  isEmpty: z.boolean(),
  empty: z.string(),
  sections: z.array(SectionView),
  isEverybody: z.boolean(),
  state: z.string(),
  broadcast: z.string(),
  ...PageFields,
});
export type PeopleView = z.infer<typeof PeopleView>;

/** Everybody of a broadcast by state, or whom it did not reach, a page at a time. */
export const peopleCard = defineCard('broadcasts/people', PeopleView);

const page = { room: 12_000, most: 200 };

export const addresseesShown = ['missed', 'all'] as const;
export type AddresseesShown = (typeof addresseesShown)[number];

export function toPeopleView(input: {
  broadcast: Broadcast;
  rows: readonly AddresseeRow[];
  about: About;
  shown: AddresseesShown;
  page: number;
}): PeopleView {
  const { broadcast, rows, about, shown } = input;
  const sections = shown === 'all' ? stateSections(broadcast, rows) : missedSections(broadcast, rows);
  const pages = pagesOf(
    sections.map(({ heading, names }) => ({ heading, names: names.map((name) => ({ name })) })),
    page,
  );
  const { at, fields } = pageFields(input.page, pages.length);
  const { sections: onPage = [] } = pages[at] ?? {};
  return {
    title: `${broadcastTitle(broadcast, about)} (${broadcast.id})`,
    isEmpty: onPage.length === 0,
    empty: shown === 'all' ? 'Nobody is in it.' : 'It reached everybody whose turn it was, as far as Teams says.',
    sections: onPage,
    isEverybody: shown === 'all',
    state: shown,
    broadcast: broadcast.id,
    ...fields,
  };
}
