import { z } from 'zod/v4';
import type { Campaign } from '../../domain/signoffs/campaign.ts';
import { isOutstanding } from '../../domain/signoffs/signatory.ts';
import type { Receipt } from '../../domain/signoffs/receipt.ts';
import type { Signatory } from '../../domain/signoffs/signatory.ts';
import { cutText } from '../cut-text.ts';
import { dayText } from '../day-text.ts';
import { defineCard } from '../define-card.ts';
import { instantText } from '../instant-text.ts';
import { Lines } from '../person-details.ts';
import { documentText } from './campaign-words.ts';

const PersonView = z.strictObject({
  title: z.string(),
  hasProblem: z.boolean(),
  problem: z.string(),
  lines: Lines,
  canExtend: z.boolean(),
  canExempt: z.boolean(),
  canAskAgain: z.boolean(),
  canSignOnPaper: z.boolean(),
  campaign: z.string(),
  signatory: z.string(),
  submission: z.string(),
});
export type PersonView = z.infer<typeof PersonView>;

/** One person in one campaign: where they are with it, and what can be done for them. */
export const personCard = defineCard('signoffs/person', PersonView);

export interface PersonInput {
  readonly campaign: Campaign;
  readonly signatory: Signatory;
  readonly receipt?: Receipt | undefined;
  readonly school: { readonly timeZone: string };
  readonly submission: string;
  /** What was just done, or why nothing was, as a sentence. */
  readonly done?: string | undefined;
  readonly problem?: string | undefined;
}

export function toPersonView(input: PersonInput): PersonView {
  const { campaign, signatory, submission, done, problem } = input;
  const { state } = signatory;
  const isOpen = campaign.state === 'open';
  return {
    title: `${cutText(signatory.name, 240)}: ${documentText(campaign.document)}`,
    hasProblem: problem !== undefined,
    problem: problem ?? '',
    lines: [...(done === undefined ? [] : [done]), ...linesOf(input)].map((text) => ({ text })),
    canExtend: isOpen && isOutstanding(signatory),
    canExempt: isOpen && isOutstanding(signatory),
    canAskAgain: isOpen && signatory.person !== undefined && state !== 'signed' && state !== 'pending',
    canSignOnPaper: isOpen && state !== 'signed' && state !== 'left',
    campaign: campaign.id,
    signatory: signatory.id,
    submission,
  };
}

function linesOf({ campaign, signatory, receipt, school }: PersonInput): string[] {
  const { state, dueOn, asked, askedAt, listed, reason, questionId } = signatory;
  const when = askedAt === undefined ? '' : `, last on ${instantText(askedAt, school)}`;
  const times = asked === 1 ? 'once' : `${asked} times`;
  return [
    stateText(state, { receipt, school, reason }),
    ...(questionId === undefined ? [] : [`What they wrote is question ${questionId}, in your chat.`]),
    ...(state === 'signed'
      ? []
      : [`Their day: ${dayText(dueOn)}${dueOn === campaign.dueOn ? '' : ', a day of their own'}.`]),
    listed === undefined
      ? asked === 0
        ? 'Not asked yet.'
        : `Asked ${times}${when}.`
      : 'They have no account, so Teams cannot ask them. They sign on paper, or on a colleague’s device.',
  ];
}

function stateText(
  state: Signatory['state'],
  { receipt, school, reason }: Pick<PersonInput, 'receipt' | 'school'> & { reason: string | undefined },
): string {
  const why = reason === undefined ? '' : `: ${cutText(reason, 1_600).replace(/[.\s]+$/, '')}`;
  switch (state) {
    case 'signed':
      return receipt ? signedText(receipt, school) : 'Signed.';
    case 'declined':
      return 'Said that they cannot agree. They are asked again only when you say so.';
    case 'query':
      return 'Has a question. They may sign at any time.';
    case 'exempt':
      return `Need not sign${why}.`;
    case 'unreachable':
      return `Not reached in Teams${why}.`;
    case 'left':
      return `No longer asked${why}.`;
    case 'pending':
      return 'Has not signed yet.';
  }
}

function signedText({ id, at, how, typedName }: Receipt, school: { readonly timeZone: string }): string {
  const signed = `Signed on ${instantText(at, school)} as “${cutText(typedName, 400)}”, receipt ${id}`;
  if (how.kind === 'teams') return `${signed}.`;
  const on = how.on === 'paper' ? 'on paper' : 'on a colleague’s device';
  return `${signed}; ${on}, before ${cutText(how.witness, 400)}, kept: ${cutText(how.place, 400)}.`;
}
