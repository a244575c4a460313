import { z } from 'zod/v4';
import { stepIds } from '../../domain/incidents/incident-steps.ts';
import { kindTable } from '../../domain/incidents/kind-table.ts';
import { kindOf } from '../../domain/incidents/route-draft.ts';
import type { AskedStep } from '../../domain/incidents/steps-for.ts';
import { cardLimit, cutText, weightOf } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { Lines } from '../person-details.ts';
import { DangerView, toDangerView } from './danger.ts';
import { readBack } from './read-back.ts';
import type { StepInput } from './step.ts';

const ButtonData = { draft: z.string(), turn: z.string(), step: z.enum(stepIds) };

const ReviewView = z.strictObject({
  progress: z.string(),
  ...DangerView,
  hasNotice: z.boolean(),
  notice: z.string(),
  title: z.string(),
  /** Who gets it and why. */
  route: z.string(),
  notes: Lines,
  sections: z.array(
    z.strictObject({
      title: z.string(),
      rows: z.array(z.strictObject({ label: z.string(), text: z.string() })),
      button: z.string(),
      ...ButtonData,
    }),
  ),
  canSend: z.boolean(),
  ...ButtonData,
});
export type ReviewView = z.infer<typeof ReviewView>;

/** The read-back: every answer, each of which can be changed, and who gets them. Nothing was sent yet. */
export const reviewCard = defineCard('incidents/review', ReviewView);

export interface ReviewInput extends StepInput {
  readonly steps: readonly AskedStep[];
  readonly typing: boolean;
}

/** Room for all that was typed, in bytes, from the most to the least. */
const textRooms = [10_000, 7_000, 4_000, 2_000] as const;

/** Shows as much of each answer as fits a card; a short one is always whole. */
export function toReviewView(input: ReviewInput): ReviewView {
  const views = textRooms.map((room) => () => viewIn(input, room));
  const fitting = views.find((view) => weightOf(reviewCard.render(view())) <= cardLimit);
  return fitting ? fitting() : viewIn(input, 1_000);
}

function viewIn(input: ReviewInput, textRoom: number): ReviewView {
  const { draftId, answers, step, steps, staff, danger, route, notice, problems = [], typing } = input;
  const data = { draft: draftId, turn: String(answers.turn), step: step.id };
  const asked = steps.filter(({ fields }) => fields.length > 0);
  const given = asked.map((one) => ({ one, rows: readBack(one, answers, staff) }));
  const limit = textRoom / Math.max(given.flatMap(({ rows }) => rows).length, 4);
  const isCut = given.some(({ rows }) => rows.some(({ text }) => cutText(text, limit).endsWith(' …')));
  const { duty } = kindTable[kindOf(answers)];
  return {
    progress: `Report · step ${step.number} of ${step.count}`,
    ...toDangerView(danger),
    hasNotice: notice !== undefined || problems.length > 0,
    notice: [notice, ...problems].filter(Boolean).join(' '),
    title: step.title,
    route: cutText(route?.reason ?? 'Nobody gets it yet: say whom it is about first.', 800),
    notes: [
      ...(duty ? [duty] : []),
      ...(typing ? ['Write “send” to send it, “change 3” to change an answer, “later” or “cancel”.'] : []),
      ...(isCut ? ['Long answers are cut here. All of what you wrote is kept and sent.'] : []),
    ].map((text) => ({ text })),
    sections: given.map(({ one, rows }, at) => ({
      title: one.title,
      rows:
        rows.length > 0
          ? rows.map(({ label, text }) => ({ label, text: cutText(text, limit) }))
          : [{ label: 'Your answer', text: 'Not known' }],
      button: `Change ${at + 1}`,
      ...data,
      step: one.id,
    })),
    canSend: answers.about.length > 0,
    ...data,
  };
}
