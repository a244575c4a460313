import { instantText } from '../cards/instant-text.ts';
import { answerPassages, outsideLines, type WholeReport } from '../cards/reports/report-passages.ts';
import { contactLine } from '../cards/incidents/before-you-begin.ts';
import { headFacts, listed, toBlocks } from './report-sheet.ts';
import type { Sheet } from './sheet.ts';

/** A report for its reporter, to hand over in an envelope or read out to somebody whom Teams does not reach. */
export function toHandOverSheet(whole: Omit<WholeReport, 'texts'>, printedAt: string): Sheet {
  const { library, opened, name } = whole;
  const { incident } = opened;
  const at = instantText(printedAt, library.school);
  return {
    title: `Report ${incident.id}`,
    school: library.school.name,
    footer: `${incident.id} · confidential · ${at}`,
    blocks: [
      { kind: 'notice', text: `Confidential. To be read by ${addresseeOf(whole)}, and by nobody else.` },
      {
        kind: 'paragraph',
        text: `Staffroom could not reach them through Teams and has told nobody. ${name(incident.reporter)} hands this over in a closed envelope, or reads it out. If anybody is in danger: 999.`,
      },
      ...headFacts(whole),
      ...toBlocks(answerPassages(whole)),
      ...listed('To be told as well', outsideLines(opened)),
      { kind: 'heading', text: 'When it was handed over or read out' },
      { kind: 'blank', label: 'To (name)' },
      { kind: 'blank', label: 'Day and time' },
      { kind: 'blank', label: 'Signature' },
    ],
  };
}

/** Whoever was to get it, with how they are reached. */
function addresseeOf({ opened }: Pick<WholeReport, 'opened'>): string {
  const { school, report } = opened;
  const { onPaper, recipients } = report.route;
  const contact = school.contacts.find(({ id }) => id === onPaper?.contact);
  if (contact) return contactLine(contact);
  const ids = onPaper ? [onPaper.personId] : recipients.map(({ personId }) => personId);
  const people = school.people.filter(({ id }) => ids.includes(id));
  const named = people.map(({ name, phone }) => (phone ? `${name} (phone ${phone})` : name));
  return named.length > 0 ? named.join(', ') : (onPaper?.title ?? 'whoever the school’s policy names');
}
