import { z } from 'zod/v4';
import type { ClauseChange } from '../../domain/policies/compare-versions.ts';
import type { PolicyVersion } from '../../domain/versions/policy-version.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { instantText } from '../instant-text.ts';
import { Lines } from '../person-details.ts';
import { countsText, versionHeading, versionText } from './version-words.ts';

const ProposalView = z.strictObject({
  title: z.string(),
  lines: Lines,
  counts: z.string(),
  policy: z.string(),
  hash: z.string(),
});
export type ProposalView = z.infer<typeof ProposalView>;

/** Tells the head that the file of a policy says something that is not in force. */
export const proposalCard = defineCard('versions/proposal', ProposalView);

/** `over` is the version in force. */
export function toProposalView(input: {
  version: PolicyVersion;
  over: PolicyVersion;
  changes: readonly ClauseChange[];
  school: { readonly timeZone: string };
}): ProposalView {
  const { version, over, changes, school } = input;
  return {
    title: `${cutText(version.title, 400)}: a new text is waiting`,
    lines: [
      `${versionHeading(version)} was put into the school’s folder on ${instantText(version.seenAt, school)}.`,
      `Until you put it in force, staff are answered from ${versionText(over)}.`,
    ].map((text) => ({ text })),
    counts: countsText(changes),
    policy: version.policyId,
    hash: version.hash,
  };
}
