import { noConsequences } from '../delivery/consequences.ts';
import type { LibraryShelf } from '../policies/library-shelf.ts';
import type { Actor } from '../people/actor.ts';
import { chooseSchool, schoolsWhere, type ConnectRefused } from '../people/choose-school.ts';
import type { PersonStore } from '../people/person-store.ts';
import { readWholeRoster } from '../people/read-whole-roster.ts';
import type { School } from '../people/school.ts';
import { lookAtPlace, type LookDeps, type PlaceSeen } from './look-at-place.ts';
import { wellCheck } from './place-trouble.ts';
import { safeguardingRoles } from './roster-fault.ts';
import type { SafeguardingPlace, SafeguardingPlaceStore } from './safeguarding-place.ts';

export interface PlaceDesk extends LookDeps {
  readonly places: SafeguardingPlaceStore;
  readonly persons: PersonStore;
  readonly shelf: Pick<LibraryShelf, 'schools'>;
}

/** Who asks about which channel. */
export interface PlaceRequest {
  readonly actor: Actor;
  readonly lookUpUpn: () => Promise<string | undefined>;
  readonly channel: Pick<SafeguardingPlace, 'tenantId' | 'channelId'>;
}

export interface ConnectPlaceRequest extends PlaceRequest {
  readonly channel: Pick<SafeguardingPlace, 'tenantId' | 'channelId' | 'channelName' | 'teamId' | 'serviceUrl'>;
  /** The school that the person named, where they did: needed by a DSL of several. */
  readonly schoolId?: string | undefined;
  /** Asks for the team's name; called, like the roster, only for whoever may connect the channel. */
  readonly nameTeam: () => Promise<string>;
}

type NotFit = Exclude<PlaceSeen, { kind: 'fits' }>;

interface Ready {
  readonly school: School;
  readonly place: SafeguardingPlace;
  /** The names of everybody in the channel. */
  readonly members: readonly string[];
}

export type PlaceConnected = ConnectRefused | NotFit | ({ readonly kind: 'connected' } & Ready);

export type PlaceAccepted =
  ConnectRefused | NotFit | { readonly kind: 'not-connected' } | ({ readonly kind: 'accepted' } & Ready);

export type PlaceDisconnected =
  ConnectRefused | { readonly kind: 'not-connected' } | { readonly kind: 'disconnected'; readonly school: School };

/**
 * Connects a channel for the reports of a school where the actor is a DSL or a deputy. Nothing is stored while somebody
 * else is in it, or while nobody knows who is. Reports go there once it was accepted; a channel that was accepted before
 * stays so. A channel stays with its school until that disconnects it, or is no longer served here at all.
 */
export async function connectSafeguarding(desk: PlaceDesk, request: ConnectPlaceRequest): Promise<PlaceConnected> {
  const { actor, channel } = request;
  const { tenantId, channelId } = channel;
  const known = await desk.places.findPlace(tenantId, channelId);
  const chosen = chooseSchool(await schoolsOf(desk, request), request.schoolId, known?.schoolId);
  if (chosen.kind !== 'chosen') return chosen;
  const { school } = chosen;
  const lost = known !== undefined && !desk.shelf.schools().some((one) => one.school.id === known.schoolId);
  if (known && !lost && known.schoolId !== school.id) return { kind: 'other-school' };

  const seen = await lookAtPlace(desk, school, channel);
  if (seen.kind !== 'fits') return seen;
  const at = desk.now().toISOString();
  const before = lost || known?.check === 'gone' ? undefined : known;
  const place: SafeguardingPlace = {
    ...channel,
    schoolId: school.id,
    teamName: await request.nameTeam(),
    kind: await kindOf(desk, channel, seen.members.length),
    connectedBy: actor.objectId,
    connectedAt: before?.connectedAt ?? at,
    acceptedAt: before?.acceptedAt,
    checkedAt: at,
    check: wellCheck(seen),
  };
  if (lost) await desk.places.removePlace(tenantId, channelId);
  if ((await desk.places.savePlace(place, noConsequences)) === 'other-school') return { kind: 'other-school' };
  const gone = (await desk.places.places(school.id)).filter(({ check }) => check === 'gone');
  for (const one of gone) await desk.places.removePlace(one.tenantId, one.channelId);
  return { kind: 'connected', school, place, members: seen.members.map(({ name }) => name) };
}

/** Lets reports go to a connected channel, at the word of one of those who read them there; who is in it is read again. */
export async function acceptSafeguarding(desk: PlaceDesk, request: PlaceRequest): Promise<PlaceAccepted> {
  const found = await findTheirs(desk, request);
  if (found.kind !== 'found') return found;
  const { school, place } = found;
  const seen = await lookAtPlace(desk, school, place);
  if (seen.kind !== 'fits') return seen;
  const at = desk.now().toISOString();
  const accepted = { ...place, acceptedAt: place.acceptedAt ?? at, checkedAt: at, check: wellCheck(seen) };
  if ((await desk.places.savePlace(accepted, noConsequences)) === 'other-school') return { kind: 'other-school' };
  return { kind: 'accepted', school, place: accepted, members: seen.members.map(({ name }) => name) };
}

/** Forgets the channel, for whoever could connect it: reports go to each DSL's own chat from then on. */
export async function disconnectSafeguarding(desk: PlaceDesk, request: PlaceRequest): Promise<PlaceDisconnected> {
  const found = await findTheirs(desk, request);
  if (found.kind !== 'found') return found;
  await desk.places.removePlace(request.channel.tenantId, request.channel.channelId);
  return { kind: 'disconnected', school: found.school };
}

async function findTheirs(
  desk: PlaceDesk,
  request: PlaceRequest,
): Promise<
  | Extract<PlaceAccepted, { kind: 'not-allowed' | 'other-school' | 'not-connected' }>
  | { kind: 'found'; school: School; place: SafeguardingPlace }
> {
  const schools = await schoolsOf(desk, request);
  if (schools.length === 0) return { kind: 'not-allowed' };
  const place = await desk.places.findPlace(request.channel.tenantId, request.channel.channelId);
  if (!place || place.check === 'gone') return { kind: 'not-connected' };
  const school = schools.find(({ id }) => id === place.schoolId);
  return school ? { kind: 'found', school, place } : { kind: 'other-school' };
}

function schoolsOf({ persons, shelf }: PlaceDesk, request: PlaceRequest): Promise<School[]> {
  return schoolsWhere({ store: persons, shelf }, request, safeguardingRoles);
}

/**
 * A channel with fewer people than its team is a private one. One with all of them is as good as a standard channel of a
 * team that only DSLs are in, whatever Teams calls it. A team that cannot be read has somebody more for all we know.
 */
async function kindOf(
  { rosterOf }: PlaceDesk,
  { tenantId, channelId, teamId, serviceUrl }: ConnectPlaceRequest['channel'],
  members: number,
): Promise<SafeguardingPlace['kind']> {
  if (channelId === teamId) return 'standard';
  const team = await readWholeRoster(rosterOf({ tenantId, conversationId: teamId, serviceUrl }));
  return team.kind === 'read' && team.members.length <= members ? 'standard' : 'private';
}
