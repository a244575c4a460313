import { z } from 'zod/v4';
import type { Helper } from '../../domain/incidents/call-for-help.ts';
import { cutText } from '../cut-text.ts';
import { Lines } from '../person-details.ts';

/** What stands first where somebody may be in danger: 999, whom to go to, and the button that calls them. */
export const DangerView = {
  isDanger: z.boolean(),
  helpers: Lines,
  hasHelpers: z.boolean(),
  canCall: z.boolean(),
  hasCalled: z.boolean(),
  /** "They were sent “… needs you now”. Do not wait for an answer." */
  called: z.string(),
};
export type DangerView = { readonly [K in keyof typeof DangerView]: z.infer<(typeof DangerView)[K]> };

/** Who can be called, and whether it was done. */
export interface Danger {
  readonly shown: boolean;
  readonly helpers: readonly Helper[];
  readonly called: boolean;
}

const mostHelpers = 5;

export function toDangerView({ shown, helpers, called }: Danger): DangerView {
  return {
    isDanger: shown,
    helpers: shown ? helpers.slice(0, mostHelpers).map((helper) => ({ text: lineOf(helper) })) : [],
    hasHelpers: shown && helpers.length > 0,
    canCall: shown && !called && helpers.some(({ key }) => key !== undefined),
    hasCalled: shown && called,
    called: 'A message is on its way to them: “needs you now” and your name. Do not wait for an answer: go, or phone.',
  };
}

/** "Daniel Reid, Designated Safeguarding Lead. Phone 01632 960102. The Bridge Room" */
function lineOf({ person, title }: Helper): string {
  const { name, phone, room } = person;
  const parts = [
    `${cutText(name, 160)}, ${title}`,
    phone && `Phone ${cutText(phone, 120)}`,
    room && cutText(room, 160),
  ];
  return parts.filter(Boolean).join('. ');
}
