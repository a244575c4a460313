import { asSubject } from '../cards/as-subject.ts';
import { eventText } from '../cards/reports/event-text.ts';
import { instantText } from '../cards/instant-text.ts';
import { answerPassages, outsideLines, type WholeReport } from '../cards/reports/report-passages.ts';
import type { Passage } from '../domain/incidents/copy-block.ts';
import type { IncidentEvent } from '../domain/incidents/incident.ts';
import { kindTable } from '../domain/incidents/kind-table.ts';
import { citeClause } from '../domain/policies/cite-clause.ts';
import { roleTitles } from '../domain/people/role.ts';
import type { Block, Sheet } from './sheet.ts';

/** The whole report with all that happened to it, for the school's own system. `printedAt` is an instant. */
export function toReportSheet(whole: WholeReport, printedAt: string): Sheet {
  const { library, opened, name, texts } = whole;
  const { incident } = opened;
  const at = (instant: string) => instantText(instant, library.school);
  return {
    title: `Report ${incident.id}`,
    school: library.school.name,
    footer: `${incident.id} · confidential · ${at(printedAt)}`,
    blocks: [
      { kind: 'notice', text: 'Confidential: part of the safeguarding record.' },
      ...headFacts(whole),
      ...toBlocks(answerPassages(whole)),
      ...listed('To be told as well', outsideLines(opened)),
      { kind: 'heading', text: 'What happened, in order' },
      ...incident.events.map((event): Block => {
        const what = eventText(event, name) ?? auditText(event, name);
        return { kind: 'entry', when: at(event.at), what, words: texts.get(event.seq) };
      }),
    ],
  };
}

/** Who reported what when, and why it went to whom. */
export function headFacts({ library, opened, name }: Pick<WholeReport, 'library' | 'opened' | 'name'>): Block[] {
  const { incident, report } = opened;
  const { route } = report;
  const people = route.recipients.map(({ personId, role }) => {
    const person = opened.school.people.find(({ id }) => id === personId);
    return `${person?.name ?? 'somebody who left the school'} (${roleTitles[role]})`;
  });
  const cited = route.clause === undefined ? undefined : citeClause(library, route.clause);
  const fact = (label: string, text: string | undefined): Block[] => (text ? [{ kind: 'fact', label, text }] : []);
  return [
    ...fact('Kind', `${kindTable[incident.kind].title}${incident.urgent ? ', urgent' : ''}`),
    ...fact('Reported by', name(incident.reporter)),
    ...fact('Reported on', instantText(incident.submittedAt, library.school)),
    ...fact('For', [...new Set(people)].join('; ')),
    ...fact('Why', route.reason),
    ...fact('Clause', cited),
  ];
}

/** Passages under their headings. */
export function toBlocks(passages: readonly Passage[]): Block[] {
  return passages.flatMap(({ heading, text }): Block[] => [
    ...(heading === '' ? [] : [{ kind: 'heading', text: heading } as const]),
    { kind: 'paragraph', text },
  ]);
}

/** Lines under a heading, where there are any. */
export function listed(heading: string, lines: readonly string[]): Block[] {
  if (lines.length === 0) return [];
  return [{ kind: 'heading', text: heading }, ...lines.map((text) => ({ kind: 'paragraph', text }) as const)];
}

/** What no card shows, and a record does: who looked, and who tried to. */
function auditText({ kind, by }: IncidentEvent, name: WholeReport['name']): string {
  const who = by ? asSubject(name(by)) : 'Somebody';
  return kind === 'refused' ? `${who} asked for it and was refused` : `${who} opened the details`;
}
