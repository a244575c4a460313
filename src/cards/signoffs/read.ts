import { z } from 'zod/v4';
import type { ClauseChange } from '../../domain/policies/compare-versions.ts';
import type { Campaign } from '../../domain/signoffs/campaign.ts';
import type { Receipt } from '../../domain/signoffs/receipt.ts';
import type { Signatory } from '../../domain/signoffs/signatory.ts';
import { defineCard } from '../define-card.ts';
import { instantText } from '../instant-text.ts';
import { Lines } from '../person-details.ts';
import { ChangeView } from '../versions/changes.ts';
import { countsText, versionText } from '../versions/version-words.ts';
import { documentText } from './campaign-words.ts';
import { toReadingPages, type ReadingSection } from './reading-pages.ts';

const ReadView = z.strictObject({
  title: z.string(),
  page: z.string(),
  hasSince: z.boolean(),
  since: z.string(),
  changes: z.array(ChangeView),
  sections: z.array(z.strictObject({ hasHeading: z.boolean(), heading: z.string(), passages: Lines })),
  /** Where the declaration comes next: after the last page, and earlier for whoever has read it elsewhere. */
  finishes: z.boolean(),
  skips: z.boolean(),
  canSign: z.boolean(),
  hasNext: z.boolean(),
  next: z.string(),
  hasPrevious: z.boolean(),
  previous: z.string(),
  hasLink: z.boolean(),
  link: z.union([z.string().regex(/^https:\/\/[^\s"<>]+$/), z.literal('')]),
  signatory: z.string(),
  hash: z.string(),
});
export type ReadView = z.infer<typeof ReadView>;

/** The whole document, a page at a time, what changed since this person's last signature first. */
export const readCard = defineCard('signoffs/read', ReadView);

/**
 * The page with this number, from 0 on; one that is not there is the nearest that is. `since`: the last signature of another
 * version and what became of each clause since. `canSign`: this person may go on to the declaration.
 */
export function toReadView(input: {
  campaign: Campaign;
  signatory: Signatory;
  sections: readonly ReadingSection[];
  since?: { readonly receipt: Receipt; readonly changes: readonly ClauseChange[] } | undefined;
  school: { readonly timeZone: string };
  page: number;
  canSign: boolean;
}): ReadView {
  const { campaign, signatory, sections, since, school, canSign } = input;
  const { document } = campaign;
  const pages = toReadingPages(sections, since?.changes ?? []);
  const at = Math.min(Math.max(0, input.page), pages.length - 1);
  const shown = pages[at] ?? { changes: [], sections: [] };
  const isLast = at === pages.length - 1;
  const link = document.kind === 'other' ? (document.link ?? '') : '';
  const hasSince = since !== undefined && (at === 0 || shown.changes.length > 0);
  return {
    title: documentText(document),
    page: `Page ${at + 1} of ${pages.length}`,
    hasSince,
    since: hasSince ? sinceText(since.receipt, since.changes, school) : '',
    changes: shown.changes,
    sections: shown.sections,
    finishes: isLast && canSign,
    skips: !isLast && canSign,
    canSign,
    hasNext: !isLast,
    next: isLast ? '' : String(at + 1),
    hasPrevious: at > 0,
    previous: at > 0 ? String(at - 1) : '',
    hasLink: link !== '',
    link,
    signatory: signatory.id,
    hash: document.hash,
  };
}

function sinceText(
  { document, at }: Receipt,
  changes: readonly ClauseChange[],
  school: { readonly timeZone: string },
): string {
  const counts = changes.length === 0 ? 'no clause changed.' : countsText(changes);
  return `What changed since you signed ${versionText(document)} on ${instantText(at, school)}: ${counts}`;
}
