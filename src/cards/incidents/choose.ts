import { z } from 'zod/v4';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { Lines } from '../person-details.ts';

const data = z.record(z.string().regex(/^[a-z]+$/), z.string().regex(/^[A-Za-z0-9-]+$/));

const ChooseView = z.strictObject({
  title: z.string(),
  paragraphs: Lines,
  buttons: z.array(
    z.strictObject({
      title: z.string(),
      style: z.enum(['default', 'positive']),
      verb: z.string(),
      data,
      /** The same with the verb in it, for clients that send a form as a message. */
      submit: z.record(z.string(), z.string().regex(/^[A-Za-z0-9.-]+$/)),
    }),
  ),
});
export type ChooseView = z.infer<typeof ChooseView>;

/** A few sentences and what can be done next: whatever of the dialog is no question of it. */
export const chooseCard = defineCard('incidents/choose', ChooseView);

export interface ChooseButton {
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, string>>;
}

/** The first button is the one that most people want, where `leads` says so. */
export function toChooseView(
  title: string,
  paragraphs: readonly string[],
  buttons: readonly ChooseButton[],
  leads = true,
): ChooseView {
  return {
    title: cutText(title, 400),
    paragraphs: paragraphs.map((text) => ({ text: cutText(text, 2_400) })),
    buttons: buttons.map(({ title, verb, data }, at) => ({
      title,
      style: leads && at === 0 ? 'positive' : 'default',
      verb,
      data: { ...data },
      submit: { verb, ...data },
    })),
  };
}
