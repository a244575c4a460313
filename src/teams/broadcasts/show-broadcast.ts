import { aboutOf } from '../../cards/broadcasts/about-of.ts';
import type { AdaptiveCardJson } from '../../cards/define-card.ts';
import { broadcastFormCard, toFormView, type BroadcastForm } from '../../cards/broadcasts/form.ts';
import { broadcastsCard, broadcastsPerPage, toBroadcastsView } from '../../cards/broadcasts/list.ts';
import { peopleCard, toPeopleView, type AddresseesShown } from '../../cards/broadcasts/people.ts';
import { renderProgress } from '../../cards/broadcasts/progress.ts';
import { channelKey } from '../../domain/broadcasts/broadcast-deliveries.ts';
import { broadcastProgress } from '../../domain/broadcasts/broadcast-progress.ts';
import type { Broadcast } from '../../domain/broadcasts/broadcast.ts';
import { copiesOf } from '../../domain/broadcasts/copies-of.ts';
import { readBroadcasts } from '../../domain/broadcasts/read-broadcast.ts';
import { teamsOf } from '../../domain/broadcasts/teams-of.ts';
import type { DeliveryState } from '../../domain/delivery/delivery.ts';
import { restsUntil } from '../../domain/people/asking-time.ts';
import { namePeople } from '../../domain/questions/name-people.ts';
import type { Caller } from '../caller.ts';
import type { Pressed } from '../on-verb.ts';
import { requestOf, type BroadcastDeps } from './broadcast-deps.ts';
import { notYours, senderSummary } from './broadcast-replies.ts';
import { togetherFor } from './other-schools.ts';
import { readAbout } from './message-card-for.ts';

const shown = (card: AdaptiveCardJson): Pressed => ({ card, replaces: true, summary: senderSummary });

/** A page of the broadcasts that the caller may look at: those that have not ended first, then the newest. */
export async function listBroadcasts(deps: BroadcastDeps, caller: Caller, page: number): Promise<Pressed> {
  const { library } = caller;
  const found = await readBroadcasts(deps, requestOf(caller));
  if (found.kind === 'not-yours') return notYours();
  const all = found.broadcasts.toReversed();
  all.sort((one, other) => Number(one.state === 'ended') - Number(other.state === 'ended'));
  const at = Math.min(page, Math.max(0, Math.ceil(all.length / broadcastsPerPage) - 1));
  const campaigns = await deps.signoffs.campaigns(library.school.id);
  const onPage = await Promise.all(
    all.slice(at * broadcastsPerPage, (at + 1) * broadcastsPerPage).map(async (broadcast) => ({
      broadcast,
      progress: broadcastProgress(broadcast, await deps.broadcasts.addressees(broadcast.schoolId, broadcast.id)),
      about: aboutOf(library, campaigns, broadcast),
    })),
  );
  const now = deps.now().toISOString();
  const view = toBroadcastsView({ shown: onPage, count: all.length, page: at, now, school: library.school });
  return shown(broadcastsCard.render(view));
}

/** What became of it; `done` says what was just done. */
export async function showBroadcast(
  deps: BroadcastDeps,
  caller: Caller,
  broadcast: Broadcast,
  done?: string,
): Promise<Pressed> {
  const { library, actor } = caller;
  const [rows, about, name, posts, together] = await Promise.all([
    deps.broadcasts.addressees(broadcast.schoolId, broadcast.id),
    readAbout(deps, library, broadcast),
    namePeople(deps.persons, library, actor.tenantId),
    postsOf(deps, broadcast),
    togetherFor(deps, caller, broadcast),
  ]);
  const { confirmed, openedBy } = broadcast;
  const card = renderProgress({
    ...{ broadcast, rows, about, posts, school: library.school, done },
    elsewhere: together.map((one) => one.library.school.name),
    openedBy: name(openedBy),
    confirmedBy: confirmed && name(confirmed.by),
    now: deps.now().toISOString(),
    restsUntil: restsUntil(library.school, deps.now()),
    submission: deps.newSubmission(),
  });
  return shown(card);
}

/** What became of the post in the channel of each staff team. */
async function postsOf(
  { deliveries, persons }: Pick<BroadcastDeps, 'deliveries' | 'persons'>,
  broadcast: Broadcast,
): Promise<DeliveryState[]> {
  if (!broadcast.channel) return [];
  const teams = await teamsOf(persons, broadcast.schoolId);
  const found = await Promise.all(teams.map((team) => deliveries.find(channelKey(broadcast, team))));
  return found.flatMap((delivery) => delivery?.state ?? []);
}

export async function showAddressees(
  deps: BroadcastDeps,
  { library }: Caller,
  broadcast: Broadcast,
  { state, page }: { state: AddresseesShown; page: number },
): Promise<Pressed> {
  const [rows, about] = await Promise.all([
    deps.broadcasts.addressees(broadcast.schoolId, broadcast.id),
    readAbout(deps, library, broadcast),
  ]);
  return shown(peopleCard.render(toPeopleView({ broadcast, rows, about, shown: state, page })));
}

/** The form for other words, or what stopping and taking back would do; the same submission where something was missing. */
export async function broadcastForm(
  deps: BroadcastDeps,
  { library }: Caller,
  broadcast: Broadcast,
  { form, submission, problem }: { form: BroadcastForm; submission: string; problem?: string },
): Promise<Pressed> {
  const [rows, about] = await Promise.all([
    deps.broadcasts.addressees(broadcast.schoolId, broadcast.id),
    readAbout(deps, library, broadcast),
  ]);
  const { copies, beyond } = copiesOf(rows);
  const { pending } = broadcastProgress(broadcast, rows);
  const view = toFormView({ broadcast, about, form, copies: copies.length, beyond, pending, submission, problem });
  return shown(broadcastFormCard.render(view));
}
