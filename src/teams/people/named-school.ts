import type { TurnContext } from 'botbuilder';
import { readSchool } from '../../domain/people/read-school.ts';
import type { NamedSchool } from '../../domain/people/recognise.ts';
import type { BotDeps } from '../bot-deps.ts';
import type { Place } from '../incoming.ts';
import { said } from '../said.ts';
import { isPress, readPress } from '../verbs.ts';

/**
 * What an activity says about which school is meant: the card that was pressed, what was written in the personal chat, or
 * the channel for reports that it stands in. All of it counts only among the schools that are the sender's own.
 */
export function namedSchool(
  { activity }: TurnContext,
  { places, ownAppId }: Pick<BotDeps, 'places' | 'ownAppId'>,
  { place, tenantId }: { readonly place: Place; readonly tenantId: string },
): NamedSchool {
  const pressed = isPress(activity);
  const { school } = pressed ? readPress(activity) : {};
  return {
    // What is no text names no school of anybody's.
    ...(school !== undefined && { card: typeof school === 'string' ? school : '' }),
    among: async (schools) => {
      if (place.kind === 'channel') return (await places.findPlace(tenantId, place.channelId))?.schoolId;
      if (pressed || activity.type !== 'message' || place.kind !== 'personal') return undefined;
      return readSchool(said(activity, ownAppId), schools)?.schoolId;
    },
  };
}
