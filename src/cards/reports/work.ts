import { z } from 'zod/v4';
import { demandedSteps, stepTitles } from '../../domain/incidents/demanded-steps.ts';
import { progressOf } from '../../domain/incidents/incident-progress.ts';
import type { OpenedIncident } from '../../domain/incidents/open-incident.ts';
import type { PersonKey } from '../../domain/people/person-key.ts';
import { isSamePerson } from '../../domain/people/same-person.ts';
import type { NamePerson } from '../../domain/questions/name-people.ts';
import { asSubject } from '../as-subject.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';

const WorkView = z.strictObject({
  title: z.string(),
  hasNotice: z.boolean(),
  notice: z.string(),
  status: z.string(),
  hasSteps: z.boolean(),
  stepsHeading: z.string(),
  steps: z.array(
    z.strictObject({
      state: z.string(),
      step: z.string(),
      canRecord: z.boolean(),
      button: z.string(),
      report: z.string(),
      id: z.string(),
    }),
  ),
  isOpen: z.boolean(),
  isClosed: z.boolean(),
  canAsk: z.boolean(),
  canRecordIt: z.boolean(),
  report: z.string(),
  submission: z.string(),
});
export type WorkView = z.infer<typeof WorkView>;

/** What can be recorded of a report: the way to every form. */
export const workCard = defineCard('reports/work', WorkView);

export function toWorkView(input: {
  opened: OpenedIncident;
  name: NamePerson;
  reader: PersonKey;
  submission: string;
  notice?: string | undefined;
}): WorkView {
  const { opened, name, reader, submission, notice } = input;
  const { incident, school } = opened;
  const { isClosed, holder, recorded, writtenSinceRecorded } = progressOf(incident);
  const steps = demandedSteps(school, incident.kind);
  return {
    title: `Work on ${incident.id}`,
    hasNotice: notice !== undefined,
    notice: notice ?? '',
    status: isClosed
      ? 'It is closed.'
      : holder?.by
        ? `${asSubject(cutText(name(holder.by), 200))} has it.`
        : 'Nobody has taken it yet.',
    hasSteps: steps.length > 0,
    stepsHeading: 'What the policies demand',
    steps: steps.map((step) => {
      const last = incident.events.findLast(({ kind, facts }) => kind === 'step' && facts?.step === step);
      return {
        state: !last ? 'Open' : last.facts?.done === true ? 'Done' : 'Not done, with the reason',
        step: stepTitles[step],
        canRecord: !isClosed,
        button: last ? 'Add to this step' : 'Record this step',
        report: incident.id,
        id: step,
      };
    }),
    isOpen: !isClosed,
    isClosed,
    canAsk: !isSamePerson(reader, incident.reporter),
    canRecordIt: !recorded || writtenSinceRecorded,
    report: incident.id,
    submission,
  };
}
