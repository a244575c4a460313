import { z } from 'zod/v4';
import { cutText } from '../cut-text.ts';
import { defineCard } from '../define-card.ts';

const ConnectedView = z.strictObject({
  summary: z.string(),
  hasGuests: z.boolean(),
  guests: z.string(),
});
export type ConnectedView = z.infer<typeof ConnectedView>;

/** Says that a staff team is connected: who is served from now on, and who is not. */
export const connectedCard = defineCard('people/connected', ConnectedView);

/** `members` counts those who are served; `guestsLeftOut` those of the team who are guests of the tenant and are not. */
export function toConnectedView(input: {
  schoolName: string;
  teamName: string;
  members: number;
  guestsLeftOut: number;
}): ConnectedView {
  const { members, guestsLeftOut } = input;
  const people = members === 1 ? '1 person' : `${members} people`;
  const guests = guestsLeftOut === 1 ? '1 guest of the team is' : `${guestsLeftOut} guests of the team are`;
  return {
    summary: `“${cutText(input.teamName, 400)}” is the staff team of ${cutText(input.schoolName, 400)}. ${people} in it can ask from now on.`,
    hasGuests: guestsLeftOut > 0,
    guests: `${guests} left out: only members of your own organisation are served.`,
  };
}
