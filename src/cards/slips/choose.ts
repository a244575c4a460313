import { z } from 'zod/v4';
import type { TakenKind } from '../../domain/slips/kinds-of.ts';
import { slipWays, type SlipWay } from '../../domain/slips/slip-kind.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { Choices } from '../label-text.ts';
import { Lines } from '../person-details.ts';

const ChooseView = z.strictObject({
  title: z.string(),
  hasProblem: z.boolean(),
  problem: z.string(),
  lines: Lines,
  label: z.string(),
  kinds: Choices.min(1),
  /** The one that is marked; empty where none is. */
  kind: z.string(),
  typed: z.string(),
  way: z.enum(slipWays),
});
export type ChooseView = z.infer<typeof ChooseView>;

/** The kinds that a school takes, to choose one of. */
export const chooseCard = defineCard('slips/choose', ChooseView);

/** `kinds` are those of one way; `problem` says why nothing was sent before. */
export function toChooseView({
  way,
  kinds,
  problem,
}: {
  way: SlipWay;
  kinds: readonly TakenKind[];
  problem?: string | undefined;
}): ChooseView {
  const isAsk = way === 'ask';
  const [first] = kinds;
  const command = isAsk ? 'ask permission' : 'tell';
  const usual = isAsk
    ? 'What you ask for is kept with the answer, its conditions and its end, so that you can show it.'
    : 'What you tell is kept with the time and the answer. It protects you: nobody can say that you did not.';
  return {
    title: isAsk ? 'Ask permission' : 'Tell the head',
    hasProblem: problem !== undefined,
    problem: problem ?? '',
    lines: [{ text: usual }],
    label: isAsk ? 'What do you want to ask for?' : 'What do you want to tell?',
    kinds: kinds.map(({ kind, title }) => ({ title: cutText(title, 240), value: kind })),
    kind: '',
    way,
    typed: `Or write it: “${command} ${first?.kind ?? ''}: …” with one of these words: ${kinds.map(({ kind }) => kind).join(', ')}.`,
  };
}
