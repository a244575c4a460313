import type { WholeReport } from '../cards/reports/report-passages.ts';

/** The whole report as data, for the school's own system: names beside ids, words in clear. `exportedAt` is an instant. */
export function toReportJson({ library, opened, name, texts }: WholeReport, exportedAt: string): object {
  const { incident, report } = opened;
  const { id, kind, urgent, submittedAt, reporter, events } = incident;
  const { at: _card, turn: _turn, ...answers } = report.answers;
  const { rungs: _ways, escalation: _next, ...route } = report.route;
  return {
    format: 'staffroom-report-1',
    exportedAt,
    school: { id: library.school.id, name: library.school.name },
    reference: id,
    kind,
    urgent,
    submittedAt,
    reporter: { ...reporter, name: name(reporter) },
    answers,
    route,
    events: events.map(({ sealedText: _sealed, by, ...event }) => ({
      ...event,
      ...(by && { by: { ...by, name: name(by) } }),
      ...(texts.has(event.seq) && { text: texts.get(event.seq) }),
    })),
  };
}
