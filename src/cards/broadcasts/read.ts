import { z } from 'zod/v4';
import type { Policy } from '../../domain/policies/policy.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { Lines } from '../person-details.ts';
import { PolicyFacts, policyFacts } from '../quotation.ts';
import { PageFields, pageFields } from '../signoffs/name-sections.ts';
import { policySections, toReadingPages } from '../signoffs/reading-pages.ts';

const ReadView = z.strictObject({
  title: z.string(),
  ...PolicyFacts.shape,
  sections: z.array(z.strictObject({ hasHeading: z.boolean(), heading: z.string(), passages: Lines })),
  ...PageFields,
  foot: z.string(),
  addressee: z.string(),
});
export type ReadView = z.infer<typeof ReadView>;

/** The policy that a message is about, as it stands today, a page at a time. */
export const readCard = defineCard('broadcasts/read', ReadView);

/** The page with this number, from 0 on; one that is not there is the nearest that is. */
export function toReadView(input: {
  policy: Policy;
  page: number;
  today: string;
  broadcastId: string;
  addressee: string;
}): ReadView {
  const { policy, today, broadcastId, addressee } = input;
  const pages = toReadingPages(policySections(policy.clauses), []);
  const { at, fields } = pageFields(input.page, pages.length);
  const next = fields.hasNext ? ` By typing: “read ${broadcastId}, page ${at + 2}”.` : '';
  return {
    title: cutText(policy.cover.title, 400),
    ...policyFacts(policy, today),
    sections: pages[at]?.sections ?? [],
    ...fields,
    foot: `Message ${broadcastId}.${next}`,
    addressee,
  };
}
