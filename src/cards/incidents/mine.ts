import { z } from 'zod/v4';
import type { IncidentDraft } from '../../domain/incidents/incident-draft.ts';
import type { Incident } from '../../domain/incidents/incident.ts';
import type { School } from '../../domain/people/school.ts';
import { defineCard } from '../define-card.ts';
import { instantText } from '../instant-text.ts';
import { Lines } from '../person-details.ts';
import { reportStates } from './receipt.ts';

const MineView = z.strictObject({
  isEmpty: z.boolean(),
  drafts: z.array(z.strictObject({ text: z.string(), button: z.string(), draft: z.string() })),
  reports: z.array(z.strictObject({ reference: z.string(), states: Lines })),
  hasMore: z.boolean(),
  more: z.string(),
  submission: z.string(),
});
export type MineView = z.infer<typeof MineView>;

/** What somebody reported and what of theirs is unfinished, without a word of what it says. */
export const mineCard = defineCard('incidents/mine', MineView);

const mostListed = 6;

/** Both lists are newest first. */
export function toMineView(input: {
  school: School;
  drafts: readonly IncidentDraft[];
  reports: readonly Incident[];
  submission: string;
}): MineView {
  const { school, drafts, reports, submission } = input;
  const left = Math.max(reports.length - mostListed, 0) + Math.max(drafts.length - mostListed, 0);
  return {
    isEmpty: drafts.length + reports.length === 0,
    drafts: drafts.slice(0, mostListed).map(({ id, startedAt, touchedAt }) => ({
      text: `${id}, begun ${instantText(startedAt, school)}, last answer ${instantText(touchedAt, school)}`,
      button: `Go on with ${id}`,
      draft: id,
    })),
    reports: reports.slice(0, mostListed).map((incident) => ({
      reference: incident.id,
      states: reportStates(incident, school).map((text) => ({ text })),
    })),
    hasMore: left > 0,
    more: `${left} older ones are not shown.`,
    submission,
  };
}
