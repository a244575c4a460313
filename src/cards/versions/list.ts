import { z } from 'zod/v4';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import type { PolicyVersion } from '../../domain/versions/policy-version.ts';
import { cutText } from '../cut-text.ts';
import { dayText } from '../day-text.ts';
import { defineCard } from '../define-card.ts';
import { schoolDay } from '../../domain/people/school-day.ts';
import { adoptionText, versionHeading } from './version-words.ts';

const VersionsView = z.strictObject({
  title: z.string(),
  isEmpty: z.boolean(),
  empty: z.string(),
  rows: z.array(
    z.strictObject({
      name: z.string(),
      standing: z.string(),
      isProposed: z.boolean(),
      proposed: z.string(),
      button: z.string(),
      policy: z.string(),
      hash: z.string(),
    }),
  ),
  hasMore: z.boolean(),
  more: z.string(),
});
export type VersionsView = z.infer<typeof VersionsView>;

/** Which version of each policy is in force, and which wait to be put in force. */
export const versionsCard = defineCard('versions/list', VersionsView);

const mostListed = 9;

/** `inForce` with the version that its file proposes, where it does; those first. */
export function toVersionsView(
  { school }: SchoolLibrary,
  inForce: readonly { readonly version: PolicyVersion; readonly proposed?: PolicyVersion | undefined }[],
): VersionsView {
  const rows = [...inForce].sort((one, other) => Number(!one.proposed) - Number(!other.proposed));
  return {
    title: `The policies in force at ${cutText(school.name, 300)}`,
    isEmpty: rows.length === 0,
    empty: 'No policy is in force.',
    rows: rows.slice(0, mostListed).map(({ version, proposed }) => ({
      name: cutText(version.title, 400),
      standing: `${versionHeading(version)} since ${sinceText(version, school)}; ${adoptionText(version)}`,
      isProposed: proposed !== undefined,
      proposed: proposed ? `${versionHeading(proposed)} is waiting to be put in force` : '',
      button: 'See what changed',
      policy: version.policyId,
      hash: proposed?.hash ?? version.hash,
    })),
    hasMore: rows.length > mostListed,
    more: `and ${rows.length - mostListed} more`,
  };
}

function sinceText({ adoption, seenAt }: PolicyVersion, school: SchoolLibrary['school']): string {
  return dayText(schoolDay(new Date(adoption?.at ?? seenAt), school));
}
