import { z } from 'zod/v4';
import type { CampaignPlan } from '../../domain/signoffs/plan-campaign.ts';
import type { Asked } from '../../domain/signoffs/whom-to-ask.ts';
import { cutText, weightOf } from '../cut-text.ts';

/** A heading with the names below it. */
export const SectionView = z.strictObject({ heading: z.string(), names: z.string() });
export type SectionView = z.infer<typeof SectionView>;

export interface NamedSection {
  readonly heading: string;
  readonly names: readonly string[];
}

const mostName = 200;
/** Names of a list may hold a comma. */
const separator = '; ';
/** What the template adds to a section, in bytes. */
const sectionWeight = 700;

/** Those who are asked by group; whoever is in several stands in each, and that is said with their name. */
export function groupSections(groups: CampaignPlan['byGroup']): NamedSection[] {
  const times = new Map<Asked, number>();
  for (const one of groups.flatMap(({ people }) => people)) times.set(one, (times.get(one) ?? 0) + 1);
  const nameOf = (one: Asked) => {
    const count = times.get(one) ?? 1;
    return count > 1 ? `${cutText(one.name, mostName - 20)} (in ${count} groups)` : one.name;
  };
  return groups.map(({ name, people }) => ({ heading: name, names: people.map(nameOf) }));
}

/** Each section with as many names as fit `most` of them, then how many more there are; empty ones are left out. */
export function shortSections(sections: readonly NamedSection[], most: number): SectionView[] {
  return sections
    .filter(({ names }) => names.length > 0)
    .map(({ heading, names }) => {
      const shown = names.slice(0, most).map((name) => cutText(name, mostName));
      const more = names.length - shown.length;
      const all = more > 0 ? [...shown, `and ${more} more`] : shown;
      return { heading: `${cutText(heading, 240)} (${names.length})`, names: all.join(separator) };
    });
}

/** All names in pages, each at most `room` bytes and `most` names; a section that goes on says so. At least one page. */
export function pagesOf<Name extends { readonly name: string }>(
  sections: readonly { readonly heading: string; readonly names: readonly Name[] }[],
  { room, most }: { room: number; most: number },
): { sections: SectionView[]; names: Name[] }[] {
  const pages: { sections: { heading: string; names: string[] }[]; names: Name[]; weight: number }[] = [];
  const open = () => pages.push({ sections: [], names: [], weight: 0 });
  open();
  for (const { heading, names } of sections) {
    const title = `${cutText(heading, 240)} (${names.length})`;
    let begun = false;
    let onPage = false;
    for (const name of names) {
      const text = cutText(name.name, mostName);
      const weight = weightOf(text) + weightOf(separator) + (onPage ? 0 : sectionWeight + weightOf(title));
      const page = pages.at(-1);
      if (page && page.names.length > 0 && (page.weight + weight > room || page.names.length >= most)) {
        open();
        onPage = false;
      }
      const current = pages.at(-1);
      if (!current) continue;
      if (!onPage) current.sections.push({ heading: begun ? `${title}, continued` : title, names: [] });
      current.sections.at(-1)?.names.push(text);
      current.names.push(name);
      current.weight += weight;
      onPage = begun = true;
    }
  }
  return pages.map(({ sections: shown, names }) => ({
    sections: shown.map(({ heading, names: texts }) => ({ heading, names: texts.join(separator) })),
    names,
  }));
}

/** The fields of a view with pages; `page` is brought to the nearest that is there. */
export function pageFields(page: number, count: number) {
  const at = Math.min(Math.max(0, page), count - 1);
  const hasNext = at + 1 < count;
  return {
    at,
    fields: {
      page: `Page ${at + 1} of ${count}`,
      hasPages: count > 1,
      hasNext,
      next: hasNext ? String(at + 1) : '',
      hasPrevious: at > 0,
      previous: at > 0 ? String(at - 1) : '',
    },
  };
}

/** The same as the view's schema has it. */
export const PageFields = {
  page: z.string(),
  /** Whether there are more than this one. */
  hasPages: z.boolean(),
  hasNext: z.boolean(),
  next: z.string(),
  hasPrevious: z.boolean(),
  previous: z.string(),
};
