import { z } from 'zod/v4';
import type { Broadcast } from '../../domain/broadcasts/broadcast.ts';
import { defineCard } from '../define-card.ts';
import { Lines } from '../person-details.ts';
import { peopleText } from '../signoffs/campaign-words.ts';
import { broadcastTitle, haveItText, messageLines, unsureText, type About } from './broadcast-words.ts';

const FormView = z.strictObject({
  title: z.string(),
  hasProblem: z.boolean(),
  problem: z.string(),
  lines: Lines,
  footer: z.string(),
  isEdit: z.boolean(),
  isCancel: z.boolean(),
  isRecall: z.boolean(),
  broadcast: z.string(),
  submission: z.string(),
});
export type BroadcastFormView = z.infer<typeof FormView>;

/** Other words for a broadcast; or, asked once more, that it is stopped or taken back. */
export const broadcastFormCard = defineCard('broadcasts/form', FormView);

export const broadcastForms = ['edit', 'cancel', 'recall'] as const;
export type BroadcastForm = (typeof broadcastForms)[number];

/** `copies` were sent; `beyond` may have arrived or not, and cannot be changed any more; `pending` are still to be sent. */
export function toFormView(input: {
  broadcast: Broadcast;
  about: About;
  form: BroadcastForm;
  copies: number;
  beyond: number;
  pending: number;
  submission: string;
  /** What was wrong with the words, and that nothing changed. */
  problem?: string | undefined;
}): BroadcastFormView {
  const { broadcast, about, form, submission, problem } = input;
  const { title, lines, footer } = wordsOf(input);
  return {
    title,
    hasProblem: problem !== undefined,
    problem: problem ?? '',
    lines: [
      { text: broadcastTitle(broadcast, about) },
      ...(form === 'edit' ? messageLines(broadcast.message) : []),
      ...lines.map((text) => ({ text })),
    ],
    footer,
    isEdit: form === 'edit',
    isCancel: form === 'cancel',
    isRecall: form === 'recall',
    broadcast: broadcast.id,
    submission,
  };
}

function wordsOf({ broadcast: { id }, form, copies, beyond, pending }: Parameters<typeof toFormView>[0]): {
  title: string;
  lines: string[];
  footer: string;
} {
  const unsure = unsureText(beyond);
  const unsureLines = unsure === undefined ? [] : [unsure];
  switch (form) {
    case 'edit':
      return {
        title: `Other words for ${id}`,
        lines: [
          ...(copies + beyond === 0 ? ['Nobody has got it yet.'] : []),
          ...(copies === 0 ? [] : [`${haveItText(copies)}: their copies are changed and say so.`]),
          ...unsureLines,
        ],
        footer: `By typing: “correct ${id}: …” with the new words.`,
      };
    case 'cancel':
      return {
        title: `Stop ${id}?`,
        lines: [
          `${peopleText(pending)} ${pending === 1 ? 'has' : 'have'} not got it yet and will not.`,
          ...(copies === 0 ? [] : [`${haveItText(copies)}; their copies stay as they are.`]),
          ...unsureLines,
        ],
        footer: `It cannot be started again. By typing: “cancel ${id}”.`,
      };
    case 'recall':
      return {
        title: `Take ${id} back?`,
        lines: [
          `${haveItText(copies)}: their copies will say that it is withdrawn. Nobody gets it any more.`,
          ...unsureLines,
        ],
        footer: `People may have read it. It cannot be sent again. By typing: “recall ${id}”.`,
      };
  }
}
