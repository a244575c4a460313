import type { Campaign, SignedDocument } from '../../domain/signoffs/campaign.ts';
import { isOutstanding } from '../../domain/signoffs/signatory.ts';
import type { Progress } from '../../domain/signoffs/progress.ts';
import { outstandingStates, signatoryStates, type SignatoryState } from '../../domain/signoffs/signatory.ts';
import { cutText } from '../cut-text.ts';
import { dayText } from '../day-text.ts';
import { versionText } from '../versions/version-words.ts';

/** "Staff Acceptable Use Policy, version 4.1"; what comes from outside is called by its edition. */
export function documentText({ kind, title, version }: Pick<SignedDocument, 'kind' | 'title' | 'version'>): string {
  return `${cutText(title, 400)}, ${kind === 'policy' ? versionText({ version }) : cutText(version, 120)}`;
}

/** A state as the heading over names. */
export const stateHeadings: Record<SignatoryState, string> = {
  pending: 'Still to sign',
  signed: 'Signed',
  declined: 'Cannot agree',
  query: 'Have a question',
  exempt: 'Need not sign',
  unreachable: 'Not reached in Teams',
  left: 'No longer asked',
};

const counted: Record<SignatoryState, string> = {
  pending: 'still to sign',
  signed: 'signed',
  declined: 'cannot agree',
  query: 'with a question',
  exempt: 'need not sign',
  unreachable: 'not reached',
  left: 'no longer asked',
};

/** In this order numbers and names are shown: what is done first, then what the head can do something about. */
export const stateOrder: readonly SignatoryState[] = [
  'signed',
  ...outstandingStates,
  ...signatoryStates.filter((state) => state !== 'signed' && !isOutstanding({ state })),
];

/** Every state with its number, none left out: they add up to the last number. */
export function totalsText(progress: Progress): string {
  const numbers = stateOrder.map((state) => `${progress[state]} ${counted[state]}`);
  return `${numbers.join(' + ')} = ${progress.audience} in all.`;
}

/** "1 person", "22 people". */
export function peopleText(count: number): string {
  return `${count} ${count === 1 ? 'person' : 'people'}`;
}

/** How often those are reminded who have not signed. */
export function chasingText(chaseEvery: number): string {
  if (chaseEvery === 0) return 'Nobody is reminded unless you say so.';
  return `Whoever has not signed is reminded every ${chaseEvery === 1 ? 'school day' : `${chaseEvery} school days`}.`;
}

/** Where a campaign is, as one sentence. */
export function standingText({ state, dueOn, closed }: Pick<Campaign, 'state' | 'dueOn' | 'closed'>): string {
  if (state === 'waiting') return 'Waiting for a second person to say yes. Nobody was asked yet.';
  if (state === 'open') return `Open; to be signed by ${dayText(dueOn)}.`;
  switch (closed?.why) {
    case 'replaced':
      return 'Closed: a newer one asks for the same document.';
    case 'not-confirmed':
      return 'Closed: the second person said no. Nobody was asked.';
    default:
      return 'Closed. Nobody can sign any more.';
  }
}
