import { z } from 'zod/v4';
import { progressOf } from '../../domain/incidents/incident-progress.ts';
import type { Incident } from '../../domain/incidents/incident.ts';
import { kindTable } from '../../domain/incidents/kind-table.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import type { NamePerson } from '../../domain/questions/name-people.ts';
import { asSubject } from '../as-subject.ts';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { instantText } from '../instant-text.ts';

const ListView = z.strictObject({
  rows: z.array(
    z.strictObject({
      heading: z.string(),
      kind: z.string(),
      isUrgent: z.boolean(),
      urgent: z.string(),
      status: z.string(),
      button: z.string(),
      report: z.string(),
    }),
  ),
  hasMore: z.boolean(),
  more: z.string(),
});
export type ListView = z.infer<typeof ListView>;

/** The open reports that somebody may read. Only ever shown where there is one. */
export const openReportsCard = defineCard('reports/list', ListView);

const mostListed = 10;

/** `reports`: urgent ones first, then the oldest. */
export function toOpenReportsView(input: {
  library: SchoolLibrary;
  name: NamePerson;
  reports: readonly Incident[];
}): ListView {
  const { library, name, reports } = input;
  const rows = [...reports].sort((a, b) => Number(b.urgent) - Number(a.urgent));
  return {
    rows: rows.slice(0, mostListed).map((incident) => {
      const { id, kind, urgent, submittedAt } = incident;
      const { holder, takenUp } = progressOf(incident);
      const who = holder?.by
        ? `${asSubject(cutText(name(holder.by), 200))} has it`
        : takenUp
          ? 'seen; nobody has taken it yet'
          : 'nobody has taken it yet';
      return {
        heading: id,
        kind: kindTable[kind].title,
        isUrgent: urgent,
        urgent: 'Urgent',
        status: `Since ${instantText(submittedAt, library.school)}; ${who}.`,
        button: `Open ${id}`,
        report: id,
      };
    }),
    hasMore: rows.length > mostListed,
    more: `${rows.length - mostListed} more are not shown.`,
  };
}
