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

/** `canBeSigned`: signatures can be asked for on it. */
export function toInForceView(version: PolicyVersion, canBeSigned: boolean): InForceView {
  const isBinding = version.adoption?.change === 'binding';
  return {
    title: `In force: ${cutText(version.title, 400)}, ${versionText(version)}`,
    lines: [
      `It was ${adoptionText(version)}. Staff are answered from this text within a minute.`,
      isBinding
        ? 'It is binding: whoever signed the version before has to sign again.'
        : 'It is minor. Signatures of the version before still hold, and your reason is kept with it.',
      'The version before is kept with its words.',
      ...(canBeSigned
        ? ['This asks nobody to sign. To do so, press “Ask for signatures”, or write “ask for signatures”.']
        : []),
    ].map((text) => ({ text })),
    canBeSigned,
    policy: version.policyId,
  };
}
