import { z } from 'zod/v4';
import type { Campaign } from '../../domain/signoffs/campaign.ts';
import type { Receipt } from '../../domain/signoffs/receipt.ts';
import type { Signatory } from '../../domain/signoffs/signatory.ts';
import { cutText } from '../cut-text.ts';
import { dayText } from '../day-text.ts';
import { defineCard } from '../define-card.ts';
import { instantText } from '../instant-text.ts';
import { versionText } from '../versions/version-words.ts';
import { documentText } from './campaign-words.ts';

const Row = { name: z.string(), standing: z.string(), button: z.string() };
const MineView = z.strictObject({
  title: z.string(),
  isEmpty: z.boolean(),
  empty: z.string(),
  hasToSign: z.boolean(),
  toSignHeading: z.string(),
  toSign: z.array(z.strictObject({ ...Row, signatory: z.string() })),
  hasSigned: z.boolean(),
  signedHeading: z.string(),
  signed: z.array(z.strictObject({ ...Row, receipt: z.string() })),
  hasMore: z.boolean(),
  more: z.string(),
});
export type MineView = z.infer<typeof MineView>;

/** What somebody has to sign and has signed. */
export const mineCard = defineCard('signoffs/mine', MineView);

/** So many of each are listed; whoever signed more finds the others by their receipt. */
const mostToSign = 6;
const mostSigned = 9;

/** `toSign` in the order of the days, `signed` the newest first. */
export function toMineView(input: {
  toSign: readonly { readonly campaign: Campaign; readonly signatory: Signatory }[];
  signed: readonly Receipt[];
  school: { readonly timeZone: string };
  today: string;
}): MineView {
  const { toSign, signed, school, today } = input;
  const hidden = Math.max(0, toSign.length - mostToSign) + Math.max(0, signed.length - mostSigned);
  return {
    title: 'Your signatures',
    isEmpty: toSign.length + signed.length === 0,
    empty: 'There is nothing for you to sign, and nothing that you signed.',
    hasToSign: toSign.length > 0,
    toSignHeading: 'To sign',
    toSign: toSign.slice(0, mostToSign).map(({ campaign, signatory }) => ({
      name: documentText(campaign.document),
      standing: standingText(signatory, today),
      button: 'Open it',
      signatory: signatory.id,
    })),
    hasSigned: signed.length > 0,
    signedHeading: 'Signed',
    signed: signed.slice(0, mostSigned).map(({ id, at, document }) => ({
      name: `${cutText(document.title, 300)}, ${document.policyId === undefined ? cutText(document.version, 120) : versionText(document)}`,
      standing: `${id}, signed on ${instantText(at, school)}`,
      button: 'See the receipt',
      receipt: id,
    })),
    hasMore: hidden > 0,
    more: `and ${hidden} more. Write “my receipt” and its reference to see one of them.`,
  };
}

function standingText({ state, dueOn }: Signatory, today: string): string {
  const due = dueOn < today ? `Was due on ${dayText(dueOn)}` : `By ${dayText(dueOn)}`;
  if (state === 'query') return `${due}; you have asked a question`;
  return state === 'declined' ? `${due}; you said that you cannot agree` : due;
}
