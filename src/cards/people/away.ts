import { z } from 'zod/v4';
import { roleTitles } from '../../domain/people/role.ts';
import type { AwayProblem } from '../../domain/people/be-away.ts';
import type { Person } from '../../domain/people/school.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';

const AwayView = z.strictObject({
  hasProblem: z.boolean(),
  problem: z.string(),
  /** Days as YYYY-MM-DD; `to` is empty where none was said. */
  from: z.string(),
  to: z.string(),
  choices: z.array(z.strictObject({ title: z.string(), value: z.string() })).min(1),
  cover: z.string(),
  submission: z.string(),
});
export type AwayView = z.infer<typeof AwayView>;

/** Asks a role holder from when to when they are away, and who covers. */
export const awayCard = defineCard('people/away', AwayView);

const most = 40;

/** The first of `covers` is proposed. What is only missing is asked for without a word of complaint. */
export function toAwayView(input: {
  problem: AwayProblem;
  from: string;
  to?: string | undefined;
  covers: readonly Person[];
  submission: string;
}): AwayView {
  const { problem, from, to = '', submission } = input;
  const covers = input.covers.slice(0, most);
  const choices = covers.map(({ id, name, roles: [role] }) => ({
    value: id,
    title: cutText(role ? `${name}, ${roleTitles[role]}` : name, 240),
  }));
  const complaint = complaints[problem];
  return {
    hasProblem: complaint !== '',
    problem: complaint,
    from,
    to,
    choices,
    cover: choices[0]?.value ?? '',
    submission,
  };
}

const complaints: Readonly<Record<AwayProblem, string>> = {
  'no-day': '',
  'no-cover': '',
  'unread-day': 'That day could not be read. Choose it below, or write it like “Friday” or “7 December”.',
  past: 'That day is past, so nothing was changed. Choose today or a later day.',
  backwards: 'The last day is before the first, so nothing was changed.',
  'too-long':
    'That is more than a year away, so nothing was changed. Choose a day within a year; for longer, the school’s own list should name somebody else.',
  'not-suited':
    'Nobody of that name can cover on these days, so nothing was changed. A cover is a DSL, a deputy or a head who is here.',
  several: 'More than one person has that name, so nothing was changed. Choose one below.',
};
