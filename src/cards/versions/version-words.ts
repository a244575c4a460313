import type { ClauseChange } from '../../domain/policies/compare-versions.ts';
import type { AdoptingBody, PolicyVersion } from '../../domain/versions/policy-version.ts';
import { cutText } from '../cut-text.ts';
import { dayText } from '../day-text.ts';

const changed = [
  ['added', 'added'],
  ['removed', 'removed'],
  ['reworded', 'reworded'],
  ['renumbered', 'only renumbered'],
] as const;

/** "2 clauses added, 1 removed, 5 only renumbered.": of each kind that there is. */
export function countsText(changes: readonly ClauseChange[]): string {
  const counts = changed.flatMap(([kind, words]) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count === 0 ? [] : [{ count, words }];
  });
  const [first, ...others] = counts;
  if (!first) return 'No clause changed.';
  const clauses = `${first.count} ${first.count === 1 ? 'clause' : 'clauses'} ${first.words}`;
  return `${[clauses, ...others.map(({ count, words }) => `${count} ${words}`)].join(', ')}.`;
}

/** "version 4.1"; a version that calls itself "Version 4" is not called so twice. */
export function versionText({ version }: Pick<PolicyVersion, 'version'>): string {
  const words = cutText(version, 120);
  return /^v(ersion)?\b/i.test(words) ? words : `version ${words}`;
}

/** The same at the start of a sentence. */
export function versionHeading(version: Pick<PolicyVersion, 'version'>): string {
  const text = versionText(version);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Who decides, as a part of a sentence. */
export const bodyNames: Readonly<Record<AdoptingBody, string>> = {
  'governing-board': 'the governing board',
  committee: 'a committee of the board',
  head: 'the headteacher',
};

/** Who adopted it and when, as the end of a sentence. */
export function adoptionText({ adoption }: Pick<PolicyVersion, 'adoption'>): string {
  if (adoption?.adoptedBy === undefined) return 'as it stood when Staffroom came';
  const day = adoption.adoptedOn === undefined ? '' : ` on ${dayText(adoption.adoptedOn)}`;
  return `adopted by ${bodyNames[adoption.adoptedBy]}${day}`;
}
