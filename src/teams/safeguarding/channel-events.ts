import type { Activity } from 'botbuilder';
import { z } from 'zod/v4';
import { noConsequences } from '../../domain/delivery/consequences.ts';
import { checkPlace } from '../../domain/incidents/check-place.ts';
import type { SafeguardingPlace } from '../../domain/incidents/safeguarding-place.ts';
import { readIncoming } from '../incoming.ts';
import { teamPlaceOf } from '../people/team-place.ts';
import type { SafeguardingDeps } from './safeguarding-deps.ts';

/** Which channels an event is about: one, or all of a team. */
type About = { readonly tenantId: string } & ({ readonly channelId: string } | { readonly teamId: string });

/**
 * What Teams tells about channels.
 * - `gone`: the channel or its team was deleted, or the bot was taken out of it
 * - `renamed`: the names that changed
 * - `members-changed`: people came or left
 */
export type ChannelEvent = { readonly about: About } & (
  | { readonly kind: 'gone' | 'members-changed' }
  | { readonly kind: 'renamed'; readonly names: Partial<Pick<SafeguardingPlace, 'channelName' | 'teamName'>> }
);

const Members = z.array(z.object({ id: z.string() })).catch([]);
const ChannelData = z.object({ eventType: z.string().optional().catch(undefined) }).catch({});

/** Reads an event of a channel or its team; undefined for everything else. */
export function readChannelEvent(activity: Partial<Activity>): ChannelEvent | undefined {
  const { type, action, recipient, membersAdded, membersRemoved } = activity;
  if (type !== 'conversationUpdate' && type !== 'installationUpdate') return undefined;
  const incoming = readIncoming(activity);
  const place = incoming && teamPlaceOf(incoming);
  if (!place) return undefined;
  const { tenantId, conversationId: teamId } = place;
  const { team, channel } = incoming.channelData;
  const aboutTeam = { tenantId, teamId };
  const aboutChannel = channel?.id === undefined ? undefined : { tenantId, channelId: channel.id };
  const isOwn = aboutChannel && aboutChannel.channelId !== teamId;
  if (type === 'installationUpdate')
    return action === 'remove' ? { kind: 'gone', about: isOwn ? aboutChannel : aboutTeam } : undefined;

  const { eventType = '' } = ChannelData.parse(activity.channelData);
  switch (eventType) {
    case 'teamDeleted':
    case 'teamHardDeleted':
      return { kind: 'gone', about: aboutTeam };
    case 'teamRenamed':
      return team?.name ? { kind: 'renamed', about: aboutTeam, names: { teamName: team.name } } : undefined;
    case 'channelDeleted':
      return aboutChannel && { kind: 'gone', about: aboutChannel };
    case 'channelRenamed':
      return aboutChannel && channel?.name
        ? { kind: 'renamed', about: aboutChannel, names: { channelName: channel.name } }
        : undefined;
  }
  const removed = Members.parse(membersRemoved);
  if (removed.length + Members.parse(membersAdded).length === 0) return undefined;
  const about = eventType.startsWith('channelMember') && aboutChannel ? aboutChannel : aboutTeam;
  return { kind: removed.some(({ id }) => id === recipient?.id) ? 'gone' : 'members-changed', about };
}

/** Follows an event in every connected channel that it is about; all others are passed over. */
export async function takeChannelEvent(deps: SafeguardingDeps, event: ChannelEvent): Promise<void> {
  for (const { school } of deps.shelf.schools()) {
    const places = (await deps.places.places(school.id)).filter((place) => isAbout(place, event.about));
    for (const place of places) {
      if (event.kind === 'renamed') await deps.places.savePlace({ ...place, ...event.names }, noConsequences);
      else await checkPlace(deps, school, place, event.kind === 'gone' ? 'gone' : undefined);
    }
  }
}

function isAbout(place: SafeguardingPlace, about: About): boolean {
  return (
    place.tenantId === about.tenantId &&
    place.check !== 'gone' &&
    ('channelId' in about ? place.channelId === about.channelId : place.teamId === about.teamId)
  );
}
