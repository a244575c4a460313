import { z } from 'zod/v4';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';
import { listedNames } from '../listed-names.ts';

const PlaceTestView = z.strictObject({ place: z.string(), readers: z.string() });
export type PlaceTestView = z.infer<typeof PlaceTestView>;

/** A harmless test in a channel that is to get reports, with the one click that lets them come. */
export const placeTestCard = defineCard('incidents/place-test', PlaceTestView);

/** `members` are the names of everybody in the channel: whoever presses sees who will read. */
export function toPlaceTestView(input: {
  schoolName: string;
  teamName: string;
  channelName: string;
  members: readonly string[];
}): PlaceTestView {
  const { schoolName, teamName, channelName, members } = input;
  return {
    place: `Staffroom can write to “${cutText(`${teamName}, ${channelName}`, 400)}”. Nobody has reported anything, and no report of ${cutText(schoolName, 400)} comes here yet.`,
    readers: `In this channel now: ${listedNames(members)}.`,
  };
}
