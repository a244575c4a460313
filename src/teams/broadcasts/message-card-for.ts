import type { AdaptiveCardJson } from '../../cards/define-card.ts';
import { aboutOf } from '../../cards/broadcasts/about-of.ts';
import type { About } from '../../cards/broadcasts/broadcast-words.ts';
import { messageCard, toMessageView } from '../../cards/broadcasts/message.ts';
import type { Addressee } from '../../domain/broadcasts/addressee.ts';
import type { Broadcast } from '../../domain/broadcasts/broadcast.ts';
import { findClause, type SchoolLibrary } from '../../domain/policies/library.ts';
import { namePeople, type NamePerson } from '../../domain/questions/name-people.ts';
import type { BroadcastDeps } from './broadcast-deps.ts';

type Deps = Pick<BroadcastDeps, 'signoffs' | 'persons'>;

/** What a broadcast is about, by its title; reads the campaigns where one is needed. */
export async function readAbout(
  { signoffs }: Pick<Deps, 'signoffs'>,
  library: SchoolLibrary,
  broadcast: Pick<Broadcast, 'policyId' | 'audience'>,
): Promise<About> {
  const campaigns = broadcast.audience.kind === 'unsigned' ? await signoffs.campaigns(library.school.id) : [];
  return aboutOf(library, campaigns, broadcast);
}

interface Shown {
  readonly broadcast: Broadcast;
  /** Without: the post in the channel. */
  readonly addressee?: Addressee | undefined;
  readonly today: string;
  /** Where it was read before what people are called. */
  readonly name?: NamePerson | undefined;
}

/** The card of somebody's copy, or of the post in the channel, as things stand now. */
export async function messageCardFor(
  deps: Deps,
  library: SchoolLibrary,
  { broadcast, addressee, today, name: known }: Shown,
): Promise<AdaptiveCardJson> {
  const { policyId, clauseId, openedBy } = broadcast;
  const [name, about, signedAt] = await Promise.all([
    known ?? namePeople(deps.persons, library, openedBy.tenantId),
    readAbout(deps, library, broadcast),
    addressee && signedAtOf(deps, broadcast, addressee),
  ]);
  const quoted = clauseId === undefined ? undefined : findClause(library, `${policyId ?? ''}#${clauseId}`);
  const sender = name(openedBy);
  const { school } = library;
  return messageCard.render(toMessageView({ broadcast, addressee, sender, about, quoted, signedAt, school, today }));
}

/** When this person signed what the broadcast reminds of; undefined where they have not, or it reminds of nothing. */
async function signedAtOf(
  { signoffs }: Pick<Deps, 'signoffs'>,
  { audience, schoolId }: Broadcast,
  { person }: Addressee,
): Promise<string | undefined> {
  if (audience.kind !== 'unsigned' || !person) return undefined;
  const receipts = await signoffs.receiptsOf(schoolId, person);
  return receipts.find(({ campaignId }) => campaignId === audience.campaignId)?.at;
}
