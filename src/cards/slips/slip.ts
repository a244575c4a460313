import { z } from 'zod/v4';
import type { DeliveryState } from '../../domain/delivery/delivery.ts';
import type { SchoolLibrary } from '../../domain/policies/library.ts';
import type { NamePerson } from '../../domain/questions/name-people.ts';
import type { SeenSlip } from '../../domain/slips/open-slip.ts';
import { asSubject } from '../as-subject.ts';
import { cutText } from '../cut-text.ts';
import { dayText } from '../day-text.ts';
import { defineCard } from '../define-card.ts';
import { instantText } from '../instant-text.ts';
import { Lines } from '../person-details.ts';
import { AboutView, toAbout } from '../questions/about.ts';
import { SlipParts, toSlipParts } from './slip-parts.ts';
import { standingText } from './slip-words.ts';

const SlipView = z.strictObject({
  title: z.string(),
  lines: Lines,
  ...SlipParts,
  byline: z.string(),
  ...AboutView,
  hasProblem: z.boolean(),
  problem: z.string(),
  owesEnd: z.boolean(),
  endAsk: z.string(),
  canRenew: z.boolean(),
  canTakeBack: z.boolean(),
  canWithdraw: z.boolean(),
  slip: z.string(),
  /** Where all of them are listed: one's own, or the register. */
  all: z.enum(['slips.list', 'slips.register']),
  submission: z.string(),
  facts: z.string(),
});
export type SlipView = z.infer<typeof SlipView>;

/** What was told or asked, what became of it, and what its reader can do with it now. */
export const slipCard = defineCard('slips/slip', SlipView);

/**
 * Why it is shown: `sent` and `saved` are receipts of what the reader just did; `news` tells what somebody else did, or what
 * happened by itself; `settled`: what the reader wanted to do was not to be done any more.
 */
export type SlipOccasion = 'sent' | 'saved' | 'news' | 'seen' | 'settled';

/**
 * Shows `seen` to its reader. `unreached` is what became of the message to the other side, where that is known and it did not
 * arrive; `mark` the head of the ledger; `more` lines that the moment needs.
 */
export function toSlipView(input: {
  library: SchoolLibrary;
  seen: SeenSlip;
  name: NamePerson;
  you: { readonly tenantId: string; readonly objectId: string };
  today: string;
  occasion: SlipOccasion;
  submission: string;
  told?: DeliveryState | undefined;
  mark?: string | undefined;
  more?: readonly string[];
  secondCopy?: boolean;
  problem?: string | undefined;
}): SlipView {
  const { library, seen, name, you, today, occasion, submission, told, mark, secondCopy = false, problem } = input;
  const { slip, words, standing, as } = seen;
  const { school } = library;
  const isAuthor = as === 'author';
  const isRunning = standing.state === 'given';
  const title = titleOf(occasion, seen);
  const until = words.until === undefined ? '' : `, until ${dayText(words.until)}`;
  const who = isAuthor ? 'You' : asSubject(cutText(name(slip.author), 240));
  return {
    title: secondCopy ? `Second copy of ${slip.id}: ${title.charAt(0).toLowerCase()}${title.slice(1)}` : title,
    lines: [
      cutText(slip.title, 240),
      `${standingText(standing)}.`,
      ...(occasion === 'sent' ? [`Reference ${slip.id}, saved on ${instantText(slip.at, school)}.`] : []),
      ...(input.more ?? []),
      ...(isAuthor && standing.waits ? toldLine(told) : []),
      ...(isAuthor && slip.events.at(-1)?.kind === 'unanswered' ? [speakYourself] : []),
    ].map((text) => ({ text })),
    ...toSlipParts({ opened: seen, name, school, you }),
    byline: `${who} ${slip.way === 'tell' ? 'told this' : 'asked for it'} on ${instantText(slip.at, school)}${until}:`,
    ...toAbout(library, slip.clause, today),
    hasProblem: problem !== undefined,
    problem: problem ?? '',
    owesEnd: isAuthor && standing.owesEnd,
    endAsk: cutText(slip.atEnd ?? '', 400),
    canRenew: isAuthor && isRunning && !standing.renewal,
    canTakeBack: isAuthor && slip.way === 'ask' && standing.waits,
    canWithdraw: as === 'answerer' && isRunning,
    slip: slip.id,
    all: isAuthor ? 'slips.list' : 'slips.register',
    submission,
    facts: [`Reference ${slip.id}`, ...(mark ? [`Ledger ${mark}`] : [])].join(' · '),
  };
}

const speakYourself = 'Please speak to them yourself. What you wrote is kept, with the time at which you sent it.';

function titleOf(occasion: SlipOccasion, { slip, standing, as }: SeenSlip): string {
  const isTell = slip.way === 'tell';
  const what = isTell ? 'What you told' : 'Your permission';
  if (occasion === 'sent') return isTell ? 'Told, and kept for you' : 'Asked, and kept for you';
  if (occasion === 'saved') return 'Saved';
  if (occasion === 'settled') return 'Nothing was changed';
  const last = slip.events.at(-1)?.kind;
  if (as !== 'author') return isTell ? 'Something that you were told' : 'A permission that you were asked for';
  if (occasion === 'seen') return what;
  if (last === 'reminded' && standing.until) return `Your permission ends on ${dayText(standing.until)}`;
  if (standing.owesEnd) return 'Your permission is over: one question';
  if (last === 'ended') return 'Your permission is over';
  if (last === 'chased') return 'No answer yet: they are reminded';
  if (last === 'handed-on') return 'No answer yet: it went on to somebody else';
  if (last === 'unanswered') return 'Still no answer';
  return isTell ? 'An answer to what you told' : 'An answer about your permission';
}

/** Nobody is left to wait for what never arrived. */
function toldLine(told: DeliveryState | undefined): string[] {
  switch (told) {
    case 'refused':
    case 'undeliverable':
      return ['The message about it could not be delivered in Teams. Please speak to them yourself; this is kept.'];
    case 'unknown':
      return ['Nobody knows whether the message about it arrived. Please speak to them yourself; this is kept.'];
    case 'pending':
    case 'sending':
      return ['The message about it is on its way.'];
    case 'sent':
      return ['The message about it was delivered.'];
    case undefined:
      return [];
  }
}
