import { z } from 'zod/v4';
import type { Clause } from '../../domain/policies/clause.ts';
import type { ClauseChange } from '../../domain/policies/compare-versions.ts';
import type { PolicyVersion } from '../../domain/versions/policy-version.ts';
import { cardLimit, cutText, weightOf } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { countsText, versionText } from './version-words.ts';

export const ChangeView = z.strictObject({
  label: z.string(),
  place: z.string(),
  hasBefore: z.boolean(),
  beforeMark: z.string(),
  before: z.string(),
  hasAfter: z.boolean(),
  afterMark: z.string(),
  after: z.string(),
});
export type ChangeView = z.infer<typeof ChangeView>;

const ChangesView = z.strictObject({
  title: z.string(),
  counts: z.string(),
  changes: z.array(ChangeView),
  page: z.string(),
  policy: z.string(),
  hash: z.string(),
  hasNext: z.boolean(),
  next: z.string(),
  hasPrevious: z.boolean(),
  previous: z.string(),
  isProposed: z.boolean(),
});
export type ChangesView = z.infer<typeof ChangesView>;

/** What changed between two versions, clause by clause, a page at a time. */
export const changesCard = defineCard('versions/changes', ChangesView);

/** What the template adds to a view and to each change, in bytes. */
const templateWeight = { card: 4_000, change: 900 };
const mostWords = 4_000;

/** The page with this number, from 0 on; one that is not there is the nearest that is. */
export function toChangesView(input: {
  version: PolicyVersion;
  over: PolicyVersion;
  changes: readonly ClauseChange[];
  page: number;
  isProposed: boolean;
}): ChangesView {
  const { version, over, changes, isProposed } = input;
  const pages = toPages(changes.map(toChangeView));
  const page = Math.min(Math.max(0, input.page), pages.length - 1);
  const hasNext = page + 1 < pages.length;
  return {
    title: `${cutText(version.title, 400)}: what changed from ${versionText(over)} to ${versionText(version)}`,
    counts: countsText(changes),
    changes: pages[page] ?? [],
    page: `Page ${page + 1} of ${pages.length}`,
    policy: version.policyId,
    hash: version.hash,
    hasNext,
    next: hasNext ? String(page + 1) : '',
    hasPrevious: page > 0,
    previous: page > 0 ? String(page - 1) : '',
    isProposed,
  };
}

/** At least one page; each as full as a card may be. */
function toPages(views: readonly ChangeView[]): ChangeView[][] {
  const pages: ChangeView[][] = [[]];
  let room = cardLimit - templateWeight.card;
  for (const view of views) {
    const weight = weightOf(view) + templateWeight.change;
    if (weight > room && (pages.at(-1)?.length ?? 0) > 0) {
      pages.push([]);
      room = cardLimit - templateWeight.card;
    }
    pages.at(-1)?.push(view);
    room -= weight;
  }
  return pages;
}

const labels: Record<ClauseChange['kind'], string> = {
  added: 'Added',
  removed: 'Removed',
  reworded: 'Reworded',
  renumbered: 'Only renumbered',
};

/** What became of one clause, ready to print. */
export function toChangeView(change: ClauseChange): ChangeView {
  const before = change.kind === 'added' || change.kind === 'renumbered' ? undefined : wordsOf(change.before);
  const after = change.kind === 'removed' ? undefined : wordsOf(change.after);
  return {
    label: labels[change.kind],
    place: cutText(placeOf(change), 600),
    hasBefore: before !== undefined,
    beforeMark: 'Before:',
    before: before ?? '',
    hasAfter: after !== undefined,
    afterMark: change.kind === 'reworded' ? 'Now:' : change.kind === 'added' ? 'New:' : 'As before:',
    after: after ?? '',
  };
}

function placeOf(change: ClauseChange): string {
  if (change.kind !== 'renumbered') return nameOf('after' in change ? change.after : change.before);
  const [before, after] = [nameOf(change.before), nameOf(change.after)];
  return `${before} is now ${after}`;
}

const nameOf = ({ ref, headingPath }: Clause) =>
  [...headingPath.slice(-1), ...(ref ? [ref] : [])].join(' › ') || 'at the beginning';

function wordsOf({ leadIn, column, text }: Clause): string {
  return cutText([leadIn, column && `${column}:`, text].filter(Boolean).join(' '), mostWords);
}
