import { z } from 'zod/v4';
import type { Addressee } from '../../domain/broadcasts/addressee.ts';
import type { Broadcast } from '../../domain/broadcasts/broadcast.ts';
import type { Clause } from '../../domain/policies/clause.ts';
import type { Policy } from '../../domain/policies/policy.ts';
import { cutText } from '../cut-text.ts';
import { dayText } from '../day-text.ts';
import { defineCard } from '../define-card.ts';
import { instantText } from '../instant-text.ts';
import { listedNames } from '../listed-names.ts';
import { Lines } from '../person-details.ts';
import { noQuotation, QuotationView, toQuotation } from '../quotation.ts';
import { documentText } from '../signoffs/campaign-words.ts';
import { broadcastTitle, messageLines, type About } from './broadcast-words.ts';

const MessageView = z.strictObject({
  title: z.string(),
  hasNotice: z.boolean(),
  notice: z.string(),
  /** Who sent it, when, and why this reader gets it. */
  from: z.string(),
  words: Lines,
  hasQuotation: z.boolean(),
  quotation: QuotationView,
  hasTodo: z.boolean(),
  todo: z.string(),
  hasDone: z.boolean(),
  done: z.string(),
  foot: z.string(),
  canRead: z.boolean(),
  canSign: z.boolean(),
  canAsk: z.boolean(),
  canFinish: z.boolean(),
  /** The first button is the one that is asked for. */
  doneStyle: z.enum(['positive', 'default']),
  addressee: z.string(),
});
export type MessageView = z.infer<typeof MessageView>;

/** A broadcast as somebody gets it, and what becomes of that card: corrected, withdrawn, done. */
export const messageCard = defineCard('broadcasts/message', MessageView);

export interface MessageInput {
  readonly broadcast: Broadcast;
  /** Whose copy it is; without: the post in the staff team's channel, which has no buttons. */
  readonly addressee?: Pick<Addressee, 'id' | 'groups' | 'acted'> | undefined;
  /** Whoever sent it, by name. */
  readonly sender: string;
  readonly about: About;
  /** What it quotes: the clause that was chosen, where the policy still has it. */
  readonly quoted?: { readonly policy: Policy; readonly clause: Clause } | undefined;
  /** When this reader signed what they are reminded of. */
  readonly signedAt?: string | undefined;
  readonly school: {
    readonly name: string;
    readonly timeZone: string;
    readonly groups: readonly { readonly id: string; readonly name: string }[];
  };
  readonly today: string;
}

export function toMessageView(input: MessageInput): MessageView {
  const { broadcast, addressee, about, quoted, signedAt, school, today } = input;
  const { buttons, ended, correctedAt } = broadcast;
  const isWithdrawn = ended?.why === 'recalled';
  const done = doneText(input);
  const isOver = isWithdrawn || isFinished(input);
  const can = (button: (typeof buttons)[number]) =>
    addressee !== undefined && !isWithdrawn && buttons.includes(button) && (!isOver || button === 'read');
  const todo = isOver
    ? ''
    : addressee
      ? todoText(input)
      : 'Everybody whom it is for has it in their own chat with Staffroom too.';
  const title = broadcastTitle(broadcast, about);
  const canSign = can('sign') && signedAt === undefined;
  return {
    title: isWithdrawn ? `Withdrawn: ${title}` : isOver ? `Done: ${title}` : title,
    hasNotice: isWithdrawn || correctedAt !== undefined,
    notice: isWithdrawn
      ? 'This message was taken back. Please disregard it: there is nothing to do.'
      : correctedAt === undefined
        ? ''
        : `Corrected on ${instantText(correctedAt, school)}. These are the words that count.`,
    from: fromText(input),
    words: isWithdrawn ? [] : messageLines(broadcast.message),
    hasQuotation: quoted !== undefined && !isWithdrawn,
    quotation: quoted && !isWithdrawn ? toQuotation(quoted.policy, quoted.clause, today, 5_000) : noQuotation,
    hasTodo: todo !== '',
    todo,
    hasDone: done !== '' && !isWithdrawn,
    done: isWithdrawn ? '' : done,
    foot: footText(input, isOver),
    canRead: can('read'),
    canSign,
    canAsk: can('ask'),
    canFinish: can('done'),
    doneStyle: canSign ? 'default' : 'positive',
    addressee: addressee?.id ?? '',
  };
}

/** Whether nothing is left to do: said so, signed, or read where nothing else was asked for. */
function isFinished({ broadcast: { buttons }, addressee, signedAt }: MessageInput): boolean {
  if (signedAt !== undefined && buttons.includes('sign')) return true;
  const what = addressee?.acted?.what;
  return what === 'done' || (what === 'read' && !buttons.includes('done') && !buttons.includes('sign'));
}

function fromText({ broadcast, addressee, sender, about, signedAt, school }: MessageInput): string {
  const { sendAt, audience, ended } = broadcast;
  const at = instantText(ended?.why === 'recalled' ? (ended.recalledAt ?? ended.at) : sendAt, school);
  const who = cutText(sender, 240);
  if (ended?.why === 'recalled') return `From ${who}. Taken back on ${at}.`;
  return `From ${who}, ${at}. ${addressee ? `You get this because ${why()}.` : `For ${cutText(school.name, 240)}.`}`;

  function why(): string {
    if (audience.kind === 'unsigned') {
      const what = about.campaign ? ` on ${documentText(about.campaign.document)}` : '';
      return `your signature${what} ${signedAt === undefined ? 'is' : 'was'} still missing`;
    }
    const own = audience.kind === 'groups' ? audience.groups.filter((id) => addressee?.groups.includes(id)) : [];
    const names = own.map((id) => school.groups.find((group) => group.id === id)?.name ?? id);
    const where = cutText(school.name, 240);
    return names.length === 0 ? `you are on the staff of ${where}` : `you are in ${listedNames(names)} at ${where}`;
  }
}

function todoText({ broadcast: { buttons }, about: { campaign } }: MessageInput): string {
  const by = campaign ? ` by ${dayText(campaign.dueOn)}` : '';
  const asked = [
    ...(buttons.includes('sign') ? [`Please read it and sign${by}.`] : []),
    ...(buttons.includes('read') && !buttons.includes('sign') ? ['Please read the policy.'] : []),
    ...(buttons.includes('done') ? ['Press “Done” once that is done.'] : []),
    ...(buttons.includes('ask') ? ['If anything is unclear, ask.'] : []),
  ];
  return asked.length === 0 ? 'There is nothing to press.' : `What to do: ${asked.join(' ')}`;
}

function doneText({ addressee, signedAt, broadcast, school }: MessageInput): string {
  if (signedAt !== undefined && broadcast.buttons.includes('sign'))
    return `You signed on ${instantText(signedAt, school)}.`;
  const { acted } = addressee ?? {};
  if (!acted) return '';
  const at = instantText(acted.at, school);
  switch (acted.what) {
    case 'read':
      return `You opened the policy on ${at}.`;
    case 'sign':
      return `You went on to sign on ${at}.`;
    case 'ask':
      return `You asked on ${at}.`;
    case 'done':
      return `You said on ${at} that it is done.`;
  }
}

function footText({ broadcast: { id, buttons }, addressee }: MessageInput, isOver: boolean): string {
  if (!addressee || isOver || buttons.length === 0) return `Reference ${id}.`;
  const typed = buttons.map((button) => `“${button === 'ask' ? 'ask about' : button} ${id}”`);
  return `Reference ${id}. By typing: ${typed.join(', ')}.`;
}
