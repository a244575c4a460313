import { z } from 'zod/v4';
import type { SlipWay } from '../../domain/slips/slip-kind.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { Lines } from '../person-details.ts';

const NamedView = z.strictObject({
  title: z.string(),
  lines: Lines,
  question: z.string(),
  typed: z.string(),
  /** What was written, sealed for whoever wrote it. */
  draft: z.string(),
  submission: z.string(),
});
export type NamedView = z.infer<typeof NamedView>;

/** Asks whether something is about people whose names stand in it and who could get it. Nothing was sent yet. */
export const namedCard = defineCard('slips/named', NamedView);

export function toNamedView(input: {
  way: SlipWay;
  kind: string;
  names: readonly string[];
  draft: string;
  submission: string;
}): NamedView {
  const { way, kind, names, draft, submission } = input;
  const command = way === 'ask' ? 'ask permission' : 'tell';
  return {
    title: 'One question before it is sent',
    lines: [{ text: 'Nothing was sent yet.' }],
    question: `It names ${cutText(names.join(' and '), 340)}, who could get it. Is it about them?`,
    typed: `Or write it again: “${command} ${kind}, about them: …” or “${command} ${kind}, not about them: …”.`,
    draft,
    submission,
  };
}
