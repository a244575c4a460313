import { z } from 'zod/v4';
import type { ClauseChange } from '../../domain/policies/compare-versions.ts';
import type { PolicyVersion } from '../../domain/versions/policy-version.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { Lines } from '../person-details.ts';
import { countsText, versionText } from './version-words.ts';

const AdoptView = z.strictObject({
  title: z.string(),
  hasProblem: z.boolean(),
  problem: z.string(),
  lines: Lines,
  policy: z.string(),
  hash: z.string(),
  over: z.string(),
  submission: z.string(),
});
export type AdoptView = z.infer<typeof AdoptView>;

/** Asks what was decided about a new version, and puts it in force. */
export const adoptCard = defineCard('versions/adopt', AdoptView);

export function toAdoptView(input: {
  version: PolicyVersion;
  over: PolicyVersion;
  changes: readonly ClauseChange[];
  submission: string;
  problem?: string | undefined;
}): AdoptView {
  const { version, over, changes, submission, problem } = input;
  return {
    title: `Put ${versionText(version)} of ${cutText(version.title, 400)} in force`,
    hasProblem: problem !== undefined,
    problem: problem ?? '',
    lines: [{ text: `It takes the place of ${versionText(over)}. ${countsText(changes)}` }],
    policy: version.policyId,
    hash: version.hash,
    over: over.hash,
    submission,
  };
}
