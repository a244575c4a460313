import type { AdaptiveCardJson } from '../../cards/define-card.ts';
import { linkCard, toLinkView } from '../../cards/files/link.ts';
import { noLinkWords } from '../../cards/files/no-link.ts';
import { messageCard } from '../../cards/messages/message.ts';
import { offerFile, type FileDesk } from '../../domain/files/offer-file.ts';
import type { FileSubject } from '../../domain/files/file-offer.ts';
import type { OpenedIncident } from '../../domain/incidents/open-incident.ts';
import { actingHolders } from '../../domain/people/acting-holders.ts';
import type { PersonKey } from '../../domain/people/person-key.ts';
import type { Person } from '../../domain/people/school.ts';

const care = 'Keep the file where only those can read it whom it concerns.';

/** The card by which somebody fetches a file of a report that they may have; without an address, whom to ask for it. */
export async function fileCard(
  desk: FileDesk,
  opened: OpenedIncident,
  { kind, to, title, hasBack }: { kind: FileSubject['kind']; to: PersonKey; title: string; hasBack: boolean },
): Promise<AdaptiveCardJson> {
  const { id, schoolId } = opened.incident;
  const file = await offerFile(desk, { schoolId, subject: { kind, reference: id }, to });
  return file
    ? linkCard.render(toLinkView({ title, report: id, file, school: opened.school, care, hasBack }))
    : messageCard.render(noLinkWords(title, id, helpersFor(opened)));
}

/** Who looks after the server, but for anybody whom the report is about. */
function helpersFor({ school, today, report, keyOf }: OpenedIncident): Person[] {
  const { subjects } = report.route;
  return actingHolders(school, 'ictLead', today)
    .map(({ person }) => person)
    .filter((person) => ![person.id, keyOf(person)?.objectId ?? ''].some((id) => subjects.includes(id)));
}
