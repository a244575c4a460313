import { z } from 'zod/v4';
import type { PolicyVersion } from '../../domain/versions/policy-version.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { Lines } from '../person-details.ts';
import { adoptionText, versionText } from './version-words.ts';

const InForceView = z.strictObject({ title: z.string(), lines: Lines, canBeSigned: z.boolean(), policy: z.string() });
export type InForceView = z.infer<typeof InForceView>;

/** Says that a version is in force now, and offers to ask for signatures on it. */
export const inForceCard = defineCard('versions/in-force', InForceView);

/** `canBeSigned`: signatures can be asked for on it. `resting`: ways of asking that led to clauses of it as they were. */
export function toInForceView(
  version: PolicyVersion,
  { canBeSigned, resting }: { canBeSigned: boolean; resting: readonly string[] },
): InForceView {
  const isBinding = version.adoption?.change === 'binding';
  return {
    title: `In force: ${cutText(version.title, 400)}, ${versionText(version)}`,
    lines: [
      `It was ${adoptionText(version)}. Staff are answered from this text within a minute.`,
      isBinding
        ? 'It is binding: whoever signed the version before has to sign again.'
        : 'It is minor. Signatures of the version before still hold, and your reason is kept with it.',
      'The version before is kept with its words.',
      ...(resting.length > 0 ? [restingText(resting)] : []),
      ...(canBeSigned
        ? ['This asks nobody to sign. To do so, press “Ask for signatures”, or write “ask for signatures”.']
        : []),
    ].map((text) => ({ text })),
    canBeSigned,
    policy: version.policyId,
  };
}

const mostResting = 3;

function restingText(resting: readonly string[]): string {
  const shown = resting.slice(0, mostResting).map((words) => `“${cutText(words, 600)}”`);
  const more = resting.length - shown.length;
  const all = [...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ');
  return `These ways of asking rest now, as their clauses have new words: ${all}. Whoever keeps the folder finds them in phrasings.yaml.`;
}
