import { notReached, type AddresseeState } from '../../domain/broadcasts/addressee-state.ts';
import type { BroadcastProgress } from '../../domain/broadcasts/broadcast-progress.ts';
import type { Broadcast, BroadcastAudience, BroadcastButton } from '../../domain/broadcasts/broadcast.ts';
import type { Campaign } from '../../domain/signoffs/campaign.ts';
import { cutText } from '../cut-text.ts';
import { instantText } from '../instant-text.ts';
import { plainText } from '../plain-text.ts';
import { listedNames } from '../listed-names.ts';
import { documentText, peopleText } from '../signoffs/campaign-words.ts';

type Zone = { readonly timeZone: string };
type Names = readonly { readonly id: string; readonly name: string }[];

/** What a broadcast is about, where it is about something: a policy by its title, or the campaign that it reminds of. */
export interface About {
  readonly policy?: string | undefined;
  readonly campaign?: Pick<Campaign, 'id' | 'document' | 'dueOn'> | undefined;
}

/** What a broadcast is called on cards and sheets; never its words, which are the sender's. */
export function broadcastTitle({ template }: Pick<Broadcast, 'template'>, { policy, campaign }: About): string {
  const title = policy === undefined ? undefined : cutText(policy, 300);
  if (template === 'sign-off' && campaign) return `Reminder to sign: ${documentText(campaign.document)}`;
  if (template === 'review') return title === undefined ? 'About a policy’s review' : `Policy review: ${title}`;
  return title === undefined ? 'A message to staff' : `About ${title}`;
}

/** A state as the heading over names. */
export const addresseeHeadings: Record<AddresseeState, string> = {
  acted: 'Acted on it',
  read: 'Seen',
  sent: 'Sent',
  pending: 'Still to be sent',
  'never-installed': 'Not installed',
  refused: 'Refused by Teams',
  unknown: 'Perhaps arrived',
  'no-account': 'No account',
  left: 'Not of the school any more',
  cancelled: 'Not sent, because it was stopped',
};

const counted: Record<AddresseeState, string> = {
  acted: 'acted on it',
  read: 'seen',
  sent: 'sent',
  pending: 'still to be sent',
  'never-installed': 'not installed',
  refused: 'refused',
  unknown: 'perhaps arrived',
  'no-account': 'without an account',
  left: 'left',
  cancelled: 'stopped',
};

/** In this order numbers and names are shown: what arrived, what is to come, what did not arrive. */
export const addresseeOrder: readonly AddresseeState[] = [
  'acted',
  'read',
  'sent',
  'pending',
  'never-installed',
  'refused',
  'unknown',
  'no-account',
  'left',
  'cancelled',
];

/** Whom it did not surely reach, and will not by itself. */
export const missedStates: readonly AddresseeState[] = ['never-installed', 'refused', 'unknown', 'no-account', 'left'];

/** Every state with its number, none left out: they add up to the last number. */
export function broadcastTotals(progress: BroadcastProgress): string {
  const numbers = addresseeOrder.map((state) => `${progress[state]} ${counted[state]}`);
  return `${numbers.join(' + ')} = ${progress.audience} in all.`;
}

const refusals: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`^${notReached}$`), 'Teams could not be reached for a day'],
  [/BlockedByUser|MessageWritesBlocked/, 'They blocked Staffroom'],
  [/BotDisabledByAdmin/, 'An administrator switched Staffroom off for them'],
  [/BotNotInConversationRoster/, 'Staffroom was removed for them'],
  [/^http-404/, 'Their chat with Staffroom is gone'],
];

/** Why somebody was not reached, as a heading. `reason` is what Teams gave, a code of ours or Teams’ own. */
export function notReachedText(state: AddresseeState, reason = ''): string {
  switch (state) {
    case 'never-installed':
      if (reason === 'nobody-plays') return 'Nobody plays them in this demonstration';
      if (reason === 'address-not-allowed') return 'Their chat is where this bot may not write';
      return 'Staffroom is not installed for them';
    case 'refused':
      return refusals.find(([code]) => code.test(reason))?.[1] ?? `Teams refused it (${reason || 'no reason given'})`;
    case 'unknown':
      return 'Teams gave no clear answer, so it may have arrived; it is not sent twice';
    case 'no-account':
      return 'They have no account: please tell them yourself';
    case 'left':
      return 'Not of the school any more when it was their turn';
    default:
      return addresseeHeadings[state];
  }
}

/** How whoever looks after Teams installs the bot for everybody. */
export const installText =
  'Some people do not have the app yet. Whoever looks after Teams can install it for all, in the Teams admin centre. The way is: Teams apps, Setup policies, Global, Installed apps, Add apps, Staffroom. It can take a day.';

/** "1 person has it", "18 people have it". */
export function haveItText(copies: number): string {
  return `${peopleText(copies)} ${copies === 1 ? 'has' : 'have'} it`;
}

/** What cannot be changed any more, as a sentence; nothing where there is none. */
export function unsureText(beyond: number): string | undefined {
  return beyond === 0 ? undefined : `${peopleText(beyond)} may have got it or not: those copies cannot be changed.`;
}

/** Where a broadcast is, as one sentence. */
export function broadcastStanding(
  { state, sendAt, ended }: Pick<Broadcast, 'state' | 'sendAt' | 'ended'>,
  now: string,
  school: Zone,
): string {
  if (state === 'waiting') return 'Waiting for a second person to say yes. Nobody got it yet.';
  if (state === 'open') {
    return sendAt > now ? `Goes out on ${instantText(sendAt, school)}.` : `Sent on ${instantText(sendAt, school)}.`;
  }
  const at = ended ? ` on ${instantText(ended.at, school)}` : '';
  switch (ended?.why) {
    case 'recalled':
      return 'Withdrawn: the copies that were sent are changed to say so.';
    case 'not-confirmed':
      return 'Ended: the second person said no. Nobody got it.';
    default:
      return `Stopped${at}. Copies that were sent stay as they are.`;
  }
}

/** Why nothing of it is sent at this moment although it is open. */
export function restText(until: string, school: Zone): string {
  return `Nobody is written to in the quiet hours: it goes on ${instantText(until, school)}.`;
}

/** "everybody on the staff", "Teaching and Kitchen", "those who have not signed …". */
export function audienceText(audience: BroadcastAudience, groups: Names, { campaign }: About): string {
  switch (audience.kind) {
    case 'everybody':
      return 'everybody on the staff';
    case 'groups':
      return listedNames(audience.groups.map((id) => groups.find((one) => one.id === id)?.name ?? id));
    case 'unsigned':
      return campaign
        ? `those who have not signed ${documentText(campaign.document)}`
        : 'those who have not signed yet';
  }
}

export const buttonTitles: Record<BroadcastButton, string> = {
  read: 'Read the policy',
  sign: 'Read and sign',
  ask: 'Ask a question',
  done: 'Done',
};

/** So many paragraphs a card has room for, however short they are. */
const mostLines = 15;

/** The words of a message, a paragraph for each line of it; what is beyond the last goes on in that. */
export function messageLines(message: string): { text: string }[] {
  const lines = message.split(/\r\n|[\r\n\u2028\u2029]/).filter((text) => plainText(text).trim() !== '');
  const last = lines.slice(mostLines - 1).join(' ');
  return [...lines.slice(0, mostLines - 1), ...(last === '' ? [] : [last])].map((text) => ({
    text: cutText(text, 5_000),
  }));
}
