import { broadcastStanding, broadcastTitle } from '../../cards/broadcasts/broadcast-words.ts';
import { renderConfirm } from '../../cards/broadcasts/confirm.ts';
import { messageCard } from '../../cards/messages/message.ts';
import type { Broadcast } from '../../domain/broadcasts/broadcast.ts';
import type { PersonKey } from '../../domain/people/person-key.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import { namePeople } from '../../domain/questions/name-people.ts';
import type { Message } from '../message-activity.ts';
import type { BroadcastDeps } from './broadcast-deps.ts';
import { toConfirmElsewhere } from './other-schools.ts';
import { readAbout } from './message-card-for.ts';

const waiting = 'Staffroom: a message to many waits for your yes';

/** The question to the second person, who is the reader; once it does not wait any more, that there is nothing to do. */
export async function confirmCardFor(
  deps: Pick<BroadcastDeps, 'absences' | 'broadcasts' | 'shelf' | 'signoffs' | 'persons' | 'newSubmission' | 'now'>,
  library: SchoolLibrary,
  broadcast: Broadcast,
  { reader, secondCopy = false }: { readonly reader: PersonKey; readonly secondCopy?: boolean },
): Promise<Message> {
  const { schoolId, id, openedBy, state } = broadcast;
  const about = await readAbout(deps, library, broadcast);
  if (state !== 'waiting') {
    const paragraphs = [
      broadcastStanding(broadcast, deps.now().toISOString(), library.school),
      'A second person was needed, and that is settled: nothing is left to do.',
    ];
    return { card: messageCard.render({ title: broadcastTitle(broadcast, about), paragraphs }), summary: waiting };
  }
  const name = await namePeople(deps.persons, library, openedBy.tenantId);
  const rows = await deps.broadcasts.addressees(schoolId, id);
  const card = renderConfirm({
    ...{ broadcast, about, school: library.school, secondCopy },
    addressees: rows.map(({ addressee }) => addressee),
    openedBy: name(openedBy),
    elsewhere: await toConfirmElsewhere(deps, reader, broadcast),
    submission: deps.newSubmission(),
  });
  return { card, summary: secondCopy ? 'Staffroom: second copy of a message' : waiting };
}
